import { addDays, type Day, instantIn } from '../../src/kernel/days.ts'
import { type Chance, chanceOf, idOf } from '../../src/processes/demo/random.ts'
import * as words from './duplicates-texts.ts'

/** A report as far as it can be compared with another one. */
export interface Event {
  id: string
  typeKey: string
  authorId: string
  unitPath: string
  villageCode: string
  entryId: string | null
  entryName: string
  day: Day
  time: string
  at: Date
  tempat: string
  rw: number | null
  rt: number | null
  count: number
  narrative: string
}

export interface Village {
  code: string
  name: string
  unitPath: string
  /** Two serve in each village, so that one event may be told by both. */
  officers: readonly string[]
  households: readonly { id: string; name: string; rw: number; rt: number }[]
}

export const zone = 'Asia/Jakarta'

/** Made-up codes for so many villages, nine to a kecamatan. */
export const villageCodes = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => `32.74.${String(Math.floor(index / 9) + 1).padStart(2, '0')}.${1001 + (index % 9)}`,
  )

/** Villages of one polres, nine to a polsek, with two officers and 160 households each. */
export function villagesFor(seed: number, codes: readonly string[]): Village[] {
  return codes.map((code, index) => {
    const chance = chanceOf(seed, 'village', index)
    return {
      code,
      name: `Desa ${words.familyNames[index % words.familyNames.length]!} ${index + 1}`,
      unitPath: `/bench/kota/polsek-${Math.floor(index / 9) + 1}/`,
      officers: [idOf(seed, 'officer', index, 'a'), idOf(seed, 'officer', index, 'b')],
      households: Array.from({ length: 160 }, (__, number) => ({
        id: idOf(seed, 'household', index, number),
        name: personName(chance),
        rw: chance.whole(1, 9),
        rt: chance.whole(1, 6),
      })),
    }
  })
}

const personName = (chance: Chance) => `${chance.pick(words.givenNames)} ${chance.pick(words.familyNames)}`

/** Fills in what only this event has. */
export function filledIn(
  chance: Chance,
  text: string,
  { rw, rt, name }: { rw: number; rt: number; name: string },
): string {
  const values: Record<string, () => string> = {
    nama: () => `${chance.is(0.5) ? 'Pak' : 'Bu'} ${chance.pick(words.givenNames)}`,
    nama2: () => `Saudara ${chance.pick(words.givenNames)}`,
    patokan: () => chance.pick(words.landmarks),
    gang: () => chance.pick(words.lanes),
    barang: () => chance.pick(words.things),
    motor: () => chance.pick(words.motors),
    hari: () => chance.pick(words.days),
    angka: () => String(chance.whole(2, 6)),
    rupiah: () => String(chance.whole(1, 40) * 5),
    rw: () => String(rw).padStart(2, '0'),
    rt: () => String(rt).padStart(2, '0'),
    desa: () => name,
  }
  return text.replace(/\{(\w+)\}/g, (_, key: string) => values[key]!())
}

const share: readonly (readonly [string, number])[] = [
  ['kunjungan-warga', 0.5],
  ['penyuluhan', 0.25],
  ['giat-desa', 0.13],
  ['problem-solving', 0.12],
]

function typeOf(chance: Chance): string {
  let left = chance.next()
  return share.find(([, part]) => (left -= part) < 0)?.[0] ?? share[0]![0]
}

/** The habit of an officer: the same opening, closing and favourite topics in report after report. */
interface Habit {
  opening: string
  closing: string
  themes: readonly string[]
  advice: readonly string[]
  venues: readonly string[]
  /** Writes what was said from a template, and nothing that this one event had. */
  isTerse: boolean
}

const habits = new Map<string, Habit>()

function habitOf(seed: number, officer: string): Habit {
  const known = habits.get(officer) ?? newHabit(seed, officer)
  habits.set(officer, known)
  return known
}

function newHabit(seed: number, officer: string): Habit {
  const chance = chanceOf(seed, 'habit', officer)
  return {
    opening: chance.pick(words.openings),
    closing: chance.pick(words.closings),
    themes: chance.shuffled(Object.keys(words.themes)).slice(0, 3),
    advice: chance.shuffled(words.advice).slice(0, 4),
    venues: chance.shuffled(words.venues).slice(0, 5),
    isTerse: chance.is(0.25),
  }
}

/** What an honest officer of the village reports on that day; number tells one of his reports from the next. */
export function honestEvent(seed: number, village: Village, day: Day, number: number): Event {
  const chance = chanceOf(seed, 'event', village.code, day, number)
  const authorId = chance.pick(village.officers)
  const habit = habitOf(seed, authorId)
  const typeKey = typeOf(chance)
  const visit = typeKey === 'kunjungan-warga' ? chance.pick(village.households) : undefined
  const place = visit ?? { rw: chance.whole(1, 9), rt: chance.whole(1, 6) }
  const fill = (text: string) => filledIn(chance, text, { ...place, name: village.name })
  const time = `${String(chance.whole(8, 20)).padStart(2, '0')}:${String(chance.whole(0, 11) * 5).padStart(2, '0')}`
  return {
    id: idOf(seed, 'report', village.code, day, number),
    typeKey,
    authorId,
    day,
    time,
    at: instantIn(zone, day, time),
    unitPath: village.unitPath,
    villageCode: village.code,
    rw: place.rw,
    rt: place.rt,
    entryId: visit?.id ?? null,
    entryName: visit?.name ?? '',
    tempat: visit ? '' : fill(chance.pick(habit.venues)),
    count: chance.whole(8, 80),
    narrative: sentencesOf(typeKey, chance, habit).map(fill).join(' '),
  }
}

function sentencesOf(typeKey: string, chance: Chance, habit: Habit): string[] {
  const some = (list: readonly string[], from: number, until: number) =>
    chance.shuffled(list).slice(0, chance.whole(from, until))
  const least = habit.isTerse ? 0 : 1
  switch (typeKey) {
    case 'kunjungan-warga':
      return [...some(words.complaints, 0, 2), ...some(habit.advice, 1, 2)]
    case 'penyuluhan':
      return [
        habit.opening,
        chance.pick(words.themes[chance.pick(habit.themes)]!),
        ...some(words.details, least, habit.isTerse ? 1 : 2),
        habit.closing,
      ]
    case 'giat-desa':
      return [chance.pick(words.activities), ...some(words.details, least, habit.isTerse ? 1 : 2), habit.closing]
    default:
      return [chance.pick(words.disputes), chance.pick(words.settlements), habit.closing]
  }
}

/** Honest reports of so many villages, spread over days until that day. */
export function honestEvents(
  seed: number,
  villages: readonly Village[],
  until: Day,
  days: number,
  count: number,
): Event[] {
  const slots = villages.length * days
  return Array.from({ length: count }, (_, index) => {
    const slot = index % slots
    const village = villages[slot % villages.length]!
    return honestEvent(seed, village, addDays(until, -Math.floor(slot / villages.length)), Math.floor(index / slots))
  })
}
