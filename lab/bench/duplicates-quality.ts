import type { Db } from '../../src/platform/db/connect.ts'
import { surroundingsOf } from '../../src/reports/signals/signals.queries.ts'
import { candidatesAmong } from '../../src/reports/signals/signals.ts'
import { retold } from './duplicates-edits.ts'
import { type DuplicateQuery, loadEvents, loadWorld, subjectFor } from './duplicates-load.ts'
import { type Event, honestEvents, villagesFor } from './duplicates-world.ts'

export interface Quality {
  duplicates: number
  neighbours: number
  /** Duplicates whose original is among what is shown. */
  recalled: number
  /** Reports shown that are not the same event, to duplicates and to honest reports alike. */
  wrong: number
  /** Honest reports that are asked about at all. */
  bothered: number
  recall: number
  precision: number
  missed: [string, string][]
}

export interface Trial {
  seed: number
  codes: readonly string[]
  days: number
  duplicates: number
  neighbours: number
}

/**
 * Lays honest reports into the database and asks the rule, as the check page does, about each of them and about a second
 * telling of some. What is shown must be the original, and nothing else.
 */
export async function qualityOf(db: Db, sql: DuplicateQuery, trial: Trial): Promise<Quality> {
  const { seed, days } = trial
  const villages = villagesFor(seed, trial.codes)
  const honest = honestEvents(seed, villages, '2026-11-20', days, trial.neighbours)
  await loadWorld(sql, villages)
  await loadEvents(sql, honest)
  await sql.query('ANALYZE report')
  const shownTo = async (event: Event) => {
    const subject = subjectFor(event)
    return candidatesAmong(subject, (await surroundingsOf(db, subject)).near).map(({ id }) => id)
  }
  const quality = { duplicates: 0, neighbours: honest.length, recalled: 0, wrong: 0, bothered: 0 }
  const missed: [string, string][] = []
  // Every so many-th, so that all villages, days and types have their share.
  const step = Math.floor(honest.length / trial.duplicates)
  for (const event of honest.filter((_, index) => index % step === 0).slice(0, trial.duplicates)) {
    const second = retold(seed, event, villages.find(({ code }) => code === event.villageCode)!)
    const shown = await shownTo(second)
    quality.duplicates += 1
    if (shown.includes(event.id)) quality.recalled += 1
    else missed.push([event.narrative, second.narrative])
    quality.wrong += shown.filter((id) => id !== event.id).length
  }
  for (const event of honest) {
    const shown = await shownTo(event)
    quality.wrong += shown.length
    if (shown.length > 0) quality.bothered += 1
  }
  const { recalled, wrong } = quality
  return { ...quality, missed, recall: recalled / quality.duplicates, precision: recalled / (recalled + wrong) }
}
