import { type Day, daysBetween } from '../../kernel/days.ts'
import type { Params } from '../../kernel/locale.ts'
import { metresTooFar, type Place, usualPlace } from './places.ts'

/** What may be odd about a report, in the order in which it is asked. */
export const warningKeys = [
  'lama',
  'lebih-lama',
  'padat',
  'kasar',
  'jauh',
  'sama-teks',
  'foto-potong',
  'foto-mirip',
  'nama',
  'mirip',
] as const
export type WarningKey = (typeof warningKeys)[number]

/** Something odd, with what its sentence needs to know: numbers and days as they are, not as they are shown. */
export interface FoundSignal {
  key: WarningKey
  params: Params
}

/** `jam`: the clock of the phone. It is told to the reviewer and never asked: it would know no reason. */
export type SignalKey = WarningKey | 'jam'

/** Something odd that the officer has answered; the reason is coded. */
export interface Warning extends Omit<FoundSignal, 'key'> {
  key: SignalKey
  reason: string
}

/** In the place of a reason: what came from a phone was not asked about. */
export const unasked = 'tanpa-tanya'

/** Another report, as far as an officer may be told of it. */
export interface Reference {
  id: string
  number: string
  day: Day
}

/** A photo that resembles one of this report. */
export interface Twin extends Reference {
  /** The hash of this report's photo, and of the other one. */
  photo: string
  other: string
  /** Its place on the other report's page. */
  ordinal: number
  unit: string
  authorId: string
}

/** What is known about a report when it is asked whether something is odd. */
export interface Facts {
  today: Day
  day: Day
  at: Date
  position: (Place & { accuracy: number }) | undefined
  /** The latest positions of its village. */
  places: readonly Place[]
  /** When the officer's other reports around that hour happened. */
  times: readonly Date[]
  /** The latest visit to the same entry of the register. */
  lastVisit: { day: Day; at: Date } | undefined
  /** An own report of the last weeks that says the same. */
  sameText: Reference | undefined
  twins: readonly Twin[]
  /** How many of its photos came in a file that was cut at its end. */
  cutPhotos: number
  /** Names of one letter, or of a title only, among its answers. */
  unusualNames: number
}

const daysUnasked = 7
const coarse = 100
const crowd = 20
const hour = 3_600_000

/** The most reports that fall into one hour with this one, itself counted. */
export function busiestHour(at: Date, others: readonly Date[]): number {
  const times = [at, ...others].map((time) => time.getTime())
  const starts = times.filter((start) => start <= at.getTime() && start >= at.getTime() - hour)
  return Math.max(...starts.map((start) => times.filter((time) => time >= start && time <= start + hour).length))
}

type Rule = (facts: Facts) => Params[]

const none: Params[] = []

const rules: Record<Exclude<WarningKey, 'mirip'>, Rule> = {
  lama: ({ day, today }) => {
    const days = daysBetween(day, today)
    return days > daysUnasked ? [{ days }] : none
  },
  'lebih-lama': ({ at, lastVisit }) => (lastVisit && at < lastVisit.at ? [{ day: lastVisit.day }] : none),
  padat: ({ at, times }) => {
    const count = busiestHour(at, times)
    return count >= crowd ? [{ count }] : none
  },
  kasar: ({ position }) => (position && position.accuracy > coarse ? [{ metres: position.accuracy }] : none),
  jauh: ({ position, places }) => {
    const usual = usualPlace(places)
    const metres = usual && position && metresTooFar(usual, position, position.accuracy)
    return metres === undefined ? none : [{ metres, usual: Math.round(usual!.within) }]
  },
  'sama-teks': ({ sameText }) => (sameText ? [{ ...sameText }] : none),
  'foto-potong': ({ cutPhotos }) => (cutPhotos > 0 ? [{ count: cutPhotos }] : none),
  'foto-mirip': ({ twins }) => twins.map((twin) => ({ ...twin })),
  nama: ({ unusualNames: count }) => (count > 0 ? [{ count }] : none),
}

/** All that is odd about a report. Nothing here refuses it: the author is asked why. */
export const oddIn = (facts: Facts): FoundSignal[] =>
  warningKeys.flatMap((key) => (key === 'mirip' ? [] : rules[key](facts).map((params) => ({ key, params }))))
