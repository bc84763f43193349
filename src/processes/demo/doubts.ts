import { type Day, dayIn } from '../../kernel/days.ts'
import type { Filing } from '../../reports/record/index.ts'
import {
  type FoundSignal,
  leastPlaces,
  oddIn,
  type Place,
  reasons,
  type Warning,
  type WarningKey,
} from '../../reports/signals/index.ts'
import { chanceOf } from './random.ts'

interface Earlier {
  id: string
  day: Day
}

/** What has been filed so far, as far as a new report is compared with it. */
export interface Memory {
  /** The number of every report, by its id. */
  numbers: Map<string, string>
  places: Map<string, Place[]>
  visits: Map<string, { day: Day; at: Date }>
  said: Map<string, Earlier>
  told: Map<string, Earlier>
}

export const emptyMemory = (): Memory => ({
  numbers: new Map(),
  places: new Map(),
  visits: new Map(),
  said: new Map(),
  told: new Map(),
})

const mostPlaces = 60
const sameTextDays = 30

const saidIn = ({ authorId, typeKey, narrative }: Filing) =>
  `${authorId} ${typeKey} ${narrative
    .split(/[.\n]\s*/)
    .sort()
    .join('. ')}`

const toldIn = ({ authorId, typeKey, entryId, narrative, occurredOn }: Filing) =>
  `${authorId} ${typeKey} ${entryId ?? narrative} ${occurredOn}`

function positionIn({ answers }: Filing) {
  if (typeof answers.posisi !== 'string') return undefined
  const [latitude, longitude, accuracy] = answers.posisi.split(',').map(Number)
  return { latitude: latitude!, longitude: longitude!, accuracy: accuracy! }
}

const days = (from: Day, until: Day) => Math.abs(Date.parse(until) - Date.parse(from)) / 86_400_000

/** What the officer would have been asked about it, in the order of filing; photos are not compared, all are drawn. */
function oddAbout(filing: Filing, memory: Memory, zone: string): FoundSignal[] {
  const { occurredOn: day, occurredAt: at, writtenAt, villageCode, entryId, narrative } = filing
  const same = narrative === '' ? undefined : memory.said.get(saidIn(filing))
  const places = memory.places.get(villageCode) ?? []
  return oddIn({
    today: dayIn(zone, writtenAt),
    day,
    at,
    position: positionIn(filing),
    twins: [],
    cutPhotos: 0,
    times: [],
    unusualNames: 0,
    places: places.length < leastPlaces ? [] : places,
    lastVisit: entryId === null ? undefined : memory.visits.get(entryId),
    sameText: same && days(same.day, day) <= sameTextDays ? { ...same, number: '' } : undefined,
  })
}

const odds = { mirip: ['berbeda'] } as Partial<Record<WarningKey, string[]>>

/** A report with the questions that it raised and the answers that its officer gave. */
export function doubted(filing: Filing, memory: Memory, zone: string): Filing {
  if (filing.state === 'brief') return filing
  const chance = chanceOf(filing.id, 'reason')
  const twin = memory.told.get(toldIn(filing))
  const found = oddAbout(filing, memory, zone).filter(
    ({ key, params }) => key !== 'sama-teks' || params.id !== twin?.id,
  )
  const follows = filing.followsId ?? ''
  const like: FoundSignal[] = twin && twin.id !== follows ? [{ key: 'mirip', params: { ...twin, number: '' } }] : []
  const warnings: Warning[] = [...found, ...like].map((one) => ({
    ...one,
    reason: chance.pick(odds[one.key] ?? Object.keys(reasons[one.key])),
  }))
  return { ...filing, warnings }
}

/** Keeps what the next report is compared with. */
export function addToMemory(filing: Filing, memory: Memory): void {
  if (filing.state === 'brief') return
  const { id, occurredOn: day, occurredAt: at, villageCode, entryId } = filing
  const place = positionIn(filing)
  if (place) memory.places.set(villageCode, [place, ...(memory.places.get(villageCode) ?? [])].slice(0, mostPlaces))
  const last = entryId === null ? undefined : memory.visits.get(entryId)
  if (entryId !== null && !(last && last.at > at)) memory.visits.set(entryId, { day, at })
  memory.said.set(saidIn(filing), { id, day })
  memory.told.set(toldIn(filing), { id, day })
}

/** The reports that the filing points to; they have their number only once they are filed. */
export const pointsTo = ({ warnings = [], followsId }: Filing): string[] => [
  ...warnings.flatMap(({ params }) => (typeof params.id === 'string' ? [params.id] : [])),
  ...(followsId ? [followsId] : []),
]

export const numbered = (filing: Filing, { numbers }: Memory): Filing => ({
  ...filing,
  warnings: (filing.warnings ?? []).map((one) =>
    typeof one.params.id === 'string'
      ? { ...one, params: { ...one.params, number: numbers.get(one.params.id)! } }
      : one,
  ),
})
