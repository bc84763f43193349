import { addDays, instantIn } from '../../kernel/days.ts'
import type { Closing } from './after-filing.commands.ts'
import { results } from './data/aftermath.ts'
import type { PlannedReport } from './plan.ts'
import { chanceOf } from './random.ts'

const followedUp = 0.93

/** What came of what a report promised; a few are left open past its day. */
export function closingOf({ id, answers, officer, arrivedAt }: PlannedReport, seed: number): Closing | undefined {
  const due = answers.tindakLanjutBatas
  const chance = chanceOf(seed, id, 'follow-up')
  if (typeof due !== 'string' || !chance.is(followedUp)) return undefined
  const outcome = chance.pick(['selesai', 'selesai', 'selesai', 'selesai', 'dilimpahkan', 'tidak-dapat'] as const)
  const time = `${chance.whole(10, 17)}:${chance.whole(10, 59)}`
  const at = instantIn(officer.timeZone, addDays(due, chance.whole(-3, 2)), time)
  const soonest = new Date(arrivedAt.getTime() + 26 * 3_600_000)
  return {
    reportId: id,
    personId: officer.id,
    outcome,
    result: chance.pick(results[outcome]),
    at: at > soonest ? at : soonest,
  }
}
