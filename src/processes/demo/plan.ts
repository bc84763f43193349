import { addDays, type Day } from '../../kernel/days.ts'
import type { Answers, ReportType } from '../../reports/engine/index.ts'
import type { PlannedEntry } from './entries.ts'
import type { Fate } from './fate.ts'
import type { Picture, Pictures } from './pictures.ts'
import type { Officer } from './workdays.ts'

export interface PlannedReport {
  id: string
  type: ReportType
  officer: Officer
  villageCode: string
  answers: Answers
  pictures: readonly Picture[]
  /** What is shown instead, when the photo is what was sent back. */
  otherPicture: Picture
  writtenAt: Date
  arrivedAt: Date
  fate: Fate
  /** The report that it goes on from. */
  follows?: string
}

/** What all days of a polres share. */
export interface World {
  seed: number
  today: Day
  households: ReadonlyMap<string, readonly PlannedEntry[]>
  places: ReadonlyMap<string, readonly PlannedEntry[]>
  groups: ReadonlyMap<string, readonly PlannedEntry[]>
  centres: ReadonlyMap<string, readonly [number, number]>
  pictures: Pictures
}

/** Whether the day lies so far back that nothing of it waits any more. */
export const isLongAgo = ({ today }: Pick<World, 'today'>, day: Day): boolean => day < addDays(today, -21)
