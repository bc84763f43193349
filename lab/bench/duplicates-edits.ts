import { addDays, instantIn } from '../../src/kernel/days.ts'
import { type Chance, chanceOf, idOf } from '../../src/processes/demo/random.ts'
import * as words from './duplicates-texts.ts'
import { type Event, type Village, zone } from './duplicates-world.ts'

const sentencesIn = (text: string): string[] => text.match(/[^.]+\.?/g)?.map((one) => one.trim()) ?? []

/** Each word of the list that occurs, and either way, with that chance. */
function exchanged(
  chance: Chance,
  text: string,
  pairs: readonly (readonly [string, string])[],
  likely: number,
): string {
  return pairs.reduce((said, [one, other]) => {
    const [from, to] = chance.is(0.5) ? [one, other] : [other, one]
    return chance.is(likely) ? said.replace(new RegExp(`\\b${from}\\b`, 'gi'), to) : said
  }, text)
}

/** Letters left out, doubled, exchanged or mistaken for their neighbour on the keyboard. */
function mistyped(chance: Chance, text: string, rate: number): string {
  return [...text]
    .map((letter) => {
      if (!/[a-z]/i.test(letter) || !chance.is(rate)) return letter
      return chance.pick(['', letter + letter, chance.pick([...'aiueonrstk'])])
    })
    .join('')
}

/** The same told in other words: sentences in another order, one left out, one added, words exchanged, typed in a hurry. */
export function reworded(chance: Chance, text: string, byAnother: boolean): string {
  const told = sentencesIn(text)
  const ordered = chance.is(byAnother ? 0.8 : 0.5) ? chance.shuffled(told) : told
  const kept = ordered.length > 3 && chance.is(byAnother ? 0.6 : 0.35) ? ordered.slice(0, -1) : ordered
  const longer = chance.is(byAnother ? 0.5 : 0.25) ? [...kept, chance.pick(words.closings)] : kept
  const meant = exchanged(chance, longer.join(' '), words.synonyms, byAnother ? 0.6 : 0.35)
  const short = chance.is(0.4) ? exchanged(chance, meant, words.shorthand, 0.7) : meant
  return mistyped(chance, short, chance.pick([0, 0.01, 0.02]))
}

/** The place as another day or another person writes it. */
function replaced(chance: Chance, place: string, village: Village): string {
  const ways: ((text: string) => string)[] = [
    (text) => text,
    (text) => text.replace(/\b0(\d)/g, '$1'),
    (text) => text.toLowerCase(),
    (text) => (text.includes(village.name) ? text.replace(` ${village.name}`, '') : `${text} ${village.name}`),
    (text) =>
      text
        .replace(/^Balai/, 'Balai warga')
        .replace(/^Rumah/, 'Kediaman')
        .replace(/^Pos kamling/, 'Poskamling'),
    (text) => mistyped(chance, text, 0.04),
  ]
  return chance.pick(ways)(place)
}

/** The same event, told a second time by the same officer or by the other one of the village. */
export function retold(seed: number, event: Event, village: Village): Event {
  const chance = chanceOf(seed, 'retold', event.id)
  const byAnother = chance.is(0.4)
  const day = chance.is(0.3) ? addDays(event.day, chance.pick([-1, 1])) : event.day
  const hour = Number(event.time.slice(0, 2)) + (chance.is(0.6) ? chance.whole(-2, 2) : 0)
  const time = `${String(Math.min(23, Math.max(0, hour))).padStart(2, '0')}:${String(chance.whole(0, 11) * 5).padStart(2, '0')}`
  // The register may hold the family twice, and RT and RW are easily left out or mistaken.
  const double = event.entryId !== null && chance.is(0.1)
  return {
    ...event,
    ...(double
      ? { entryId: idOf(seed, 'double', event.entryId!), entryName: mistyped(chance, event.entryName, 0.08) }
      : {}),
    ...(event.entryId === null && chance.is(0.15)
      ? chance.pick([{ rt: null }, { rt: null, rw: null }, { rt: chance.whole(1, 6) }])
      : {}),
    id: idOf(seed, 'retold', event.id),
    authorId: byAnother ? village.officers.find((one) => one !== event.authorId)! : event.authorId,
    day,
    time,
    at: instantIn(zone, day, time),
    tempat: event.tempat === '' ? '' : replaced(chance, event.tempat, village),
    count: chance.is(0.5) ? event.count : Math.max(1, event.count + chance.whole(-6, 6)),
    narrative: reworded(chance, event.narrative, byAnother),
  }
}
