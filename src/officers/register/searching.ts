// Runs on the server and in the browser, so that a search finds the same with a network and without: touches nothing.
import { isTitleAlone, nameKey } from '../../kernel/name-key.ts'
import { distanceTo, farthest } from './nearness.ts'
import { soughtIn } from './sought.ts'

export interface Named {
  name: string
  rt: number | null
  rw: number | null
}

/** A question, as it is compared with names. */
export interface Question {
  rt: number | undefined
  rw: number | undefined
  /** The key of the name without RT and RW, or ''. */
  name: string
  /** The numbers that stand beside the name: of the name itself, or an RT or RW. */
  numbers: string[]
  /** The key of all that was typed, where a name may hold its RT or RW itself, else ''. */
  whole: string
}

const isNumber = (word: string) => /^\d+$/.test(word)
const wordsOf = (key: string) => key.split(' ').filter((one) => one !== '')

export function questionIn(text: string): Question {
  const { name, rt, rw } = soughtIn(text)
  const [words, whole] = [wordsOf(nameKey(name)), nameKey(text)]
  return {
    rt,
    rw,
    name: words.filter((one) => !isNumber(one)).join(' '),
    numbers: words.filter(isNumber),
    whole: /\d/.test(whole) ? whole : '',
  }
}

/** How far an entry is from what is sought; Infinity when it is another one. */
function distanceOf({ rt, rw, name, numbers, whole }: Question, entry: Named): number {
  const key = nameKey(entry.name)
  const own = new Set(wordsOf(key).filter(isNumber))
  const near = (sought: string) => {
    const distance = distanceTo(sought, key)
    return distance <= farthest(sought) ? distance : Number.POSITIVE_INFINITY
  }
  const isHere = (rt === undefined || entry.rt === rt) && (rw === undefined || entry.rw === rw)
  const isOf = (one: string) => own.has(one) || Number(one) === entry.rt || Number(one) === entry.rw
  const apart = isHere && numbers.every(isOf) ? (name === '' ? 0 : near(name)) : Number.POSITIVE_INFINITY
  const isWhole = whole !== '' && wordsOf(whole).every((one) => !isNumber(one) || own.has(one))
  return Math.min(apart, isWhole ? near(whole) : Number.POSITIVE_INFINITY)
}

/** Whether it is as good as what was typed: not more than one slip away. */
export const isNear = (text: string, entry: Named): boolean => distanceOf(questionIn(text), entry) <= 1

/**
 * Those that are meant, the nearest first; all of them when nothing is sought. Of names that are as near, one of each comes
 * before the second of any: twenty namesakes must not hide the name that was meant.
 */
export function meantBy<N extends Named>(text: string, entries: readonly N[]): N[] {
  const question = questionIn(text)
  if (/[^\s]/.test(text) && !isAnything(question)) return []
  const times = new Map<string, number>()
  return entries
    .map((one) => ({ one, distance: distanceOf(question, one) }))
    .filter(({ distance }) => distance < Number.POSITIVE_INFINITY)
    .map((found) => {
      const key = nameKey(found.one.name)
      const earlier = times.get(key) ?? 0
      times.set(key, earlier + 1)
      return { ...found, earlier }
    })
    .sort((a, b) => a.distance - b.distance || (question.name === '' ? 0 : a.earlier - b.earlier))
    .map(({ one }) => one)
}

/** Whether there is anything to look for. */
export const isAnything = ({ name, numbers, rt, rw, whole }: Question): boolean =>
  name !== '' || numbers.length > 0 || rt !== undefined || rw !== undefined || whole !== ''

const numbersOf = (key: string) => wordsOf(key).filter(isNumber).join(' ')

/** Whether two entries of one place may be one: short names must be the same, longer ones may differ by a slip or two. */
export function mayBeOne(one: string, other: string): boolean {
  const [a, b] = [nameKey(one), nameKey(other)]
  if (isTitleAlone(one) || isTitleAlone(other)) return a === b
  if (numbersOf(a) !== numbersOf(b)) return false
  const least = Math.min(a.length, b.length)
  return distanceTo(a, b) <= (least < 4 ? 0.5 : least < 6 ? 1 : 2)
}
