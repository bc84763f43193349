import { addDays, type Day } from '../../kernel/days.ts'
import type { Text } from '../../kernel/locale.ts'
import type { ReportType } from './definition.ts'
import type { Field, Options } from './fields.ts'

/** A word to choose from, as it is stored: from `since` on, and before `until`. */
export interface Term {
  vocabulary: string
  key: string
  label: Text
  rank: number
  since: Day
  until: Day | null
  mergedInto: string | null
  /** The unit whose admin keeps it: it holds there and below. `/` is the whole server. */
  unitPath: string
}

export type Word = Pick<Term, 'key' | 'label' | 'until' | 'mergedInto'> & { since: Day | null }

/** A retired word is still taken for so long: the form may have been opened before, on a phone without a signal. */
const daysOfGrace = 90

const earlier = (a: Day | null, b: Day | null) => (a === null || (b !== null && b < a) ? b : a)

/**
 * The words that hold in a unit: its own and those of the units above. One that is ended at any of them is ended here; its
 * label and place are those of the highest, which added it.
 */
export function termsIn(terms: readonly Term[], unitPath: string): Term[] {
  const holding = terms
    .filter((term) => unitPath.startsWith(term.unitPath))
    .sort((a, b) => a.unitPath.length - b.unitPath.length)
  const words = new Map<string, Term>()
  for (const term of holding) {
    const name = `${term.vocabulary}/${term.key}`
    const above = words.get(name)
    const endsHere = above !== undefined && term.until !== null && earlier(above.until, term.until) === term.until
    const merged = endsHere || !above ? term.mergedInto : above.mergedInto
    words.set(name, above ? { ...above, until: earlier(above.until, term.until), mergedInto: merged } : term)
  }
  return [...words.values()]
}

/** What stands for none of the others stays the last to choose from. */
const isRest = ({ key }: Word) => key === 'lain'

/** The words of a vocabulary in their order: where it began, with what was kept since laid over it and added to it. */
export function wordsOf(began: Options, terms: readonly Term[]): Word[] {
  const kept = new Map(terms.map((term) => [term.key, term]))
  const first = Object.entries(began).map(
    ([key, label]): Word => kept.get(key) ?? { key, label, since: null, until: null, mergedInto: null },
  )
  const added = terms
    .filter(({ key }) => !Object.hasOwn(began, key))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))
  const all = [...first, ...added]
  return [...all.filter((word) => !isRest(word)), ...all.filter(isRest)]
}

export const isOffered = ({ since, until }: Word, day: Day): boolean =>
  (since === null || since <= day) && (until === null || day < until)

export const isTaken = ({ since, until }: Word, day: Day): boolean =>
  (since === null || since <= day) && (until === null || day < addDays(until, daysOfGrace))

type Fits = (word: Word) => boolean

/** The question with its words: `options` are those that are taken, `offered` those that a form shows. */
function fieldWith(field: Field, terms: readonly Term[], taken: Fits, offered: Fits): Field {
  if (field.items)
    return { ...field, items: fieldsWith(field.items, terms, taken, offered) as NonNullable<Field['items']> }
  if (!field.vocabulary) return field
  const words = wordsOf(
    field.options ?? {},
    terms.filter(({ vocabulary }) => vocabulary === field.vocabulary),
  )
  const options = words.filter(taken)
  return {
    ...field,
    options: Object.fromEntries(options.map(({ key, label }) => [key, label])),
    offered: options.filter(offered).map(({ key }) => key),
  }
}

const fieldsWith = (
  fields: Record<string, Field>,
  terms: readonly Term[],
  taken: Fits,
  offered: Fits,
): Record<string, Field> =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, fieldWith(field, terms, taken, offered)]))

/** The questions with the words of that day. */
export const fieldsOn = (fields: Record<string, Field>, terms: readonly Term[], day: Day): Record<string, Field> =>
  fieldsWith(
    fields,
    terms,
    (word) => isTaken(word, day),
    (word) => isOffered(word, day),
  )

/** The type as its form asked that day. */
export const typeOn = (type: ReportType, terms: readonly Term[], day: Day): ReportType =>
  hasVocabulary(type.fields) ? { ...type, fields: fieldsOn(type.fields, terms, day) } : type

/** The questions with every word there ever was: old reports may say any of them. */
export const fieldsEver = (fields: Record<string, Field>, terms: readonly Term[]): Record<string, Field> =>
  fieldsWith(
    fields,
    terms,
    () => true,
    () => true,
  )

export const hasVocabulary = (fields: Record<string, Field>): boolean =>
  Object.values(fields).some(({ vocabulary, items }) => vocabulary !== undefined || hasVocabulary(items ?? {}))
