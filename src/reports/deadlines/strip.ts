import type { Actor } from '../../access/policy/actor.ts'
import { addDays, dayIn, instantIn } from '../../kernel/days.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Briefly } from '../../platform/http/briefly.ts'
import { sayIn } from '../../sentences/say.ts'
import { outagesSince, readTimeFacts } from './deadlines.queries.ts'
import { commonDueOf, type TimeFacts } from './due.ts'
import { type MovedDeadline } from './moved-deadline.ts'
import { after, joined } from './outages.ts'
import { limitAt, limitFor, mostDays } from './reporting-rules.ts'
import { stripText } from './strip.pages.ts'

const dayMs = 86_400_000

/** The next deadline of a unit, as long as an outage of the last day moves it. */
export function movedDeadline(
  facts: TimeFacts,
  { unitPath, timeZone: zone }: Pick<Actor, 'unitPath' | 'timeZone'>,
  now: Date,
): MovedDeadline | undefined {
  const today = dayIn(zone, now)
  const days = Array.from({ length: mostDays + 2 }, (_, back) => addDays(today, -back))
  const coming = days
    .map((occurredOn) => ({
      dawn: instantIn(zone, occurredOn, '00:00'),
      usual: limitAt(limitFor(facts.rules, { unitPath, occurredOn }), occurredOn, zone),
      due: commonDueOf(facts, { unitPath, occurredOn, zone }),
    }))
    .filter(({ usual, due }) => due > usual && due >= now)
    .sort((a, b) => a.due.getTime() - b.due.getTime())[0]
  if (!coming) return undefined
  const { dawn, usual, due } = coming
  const yesterday = now.getTime() - dayMs
  const outages = joined(after(dawn, facts.outages)).filter(
    ({ since, until }) => since < due && until.getTime() > yesterday,
  )
  return outages.length === 0 ? undefined : { outages, usual, due }
}

/** What every signed-in page says while an outage has just moved a deadline; empty on all other days. */
export const strips =
  ({ db, clock, briefly }: { db: Db; clock: () => Date; briefly: Briefly }) =>
  async (actor: Actor, locale: Locale): Promise<string> => {
    const now = clock()
    const recent = await briefly('outages', () => outagesSince(db, new Date(now.getTime() - dayMs), now))
    if (recent.length === 0) return ''
    const { unitPath } = actor
    const facts = await briefly(`time ${unitPath}`, () => readTimeFacts(db, now, unitPath))
    const moved = movedDeadline(facts, actor, now)
    return moved ? stripText(sayIn(locale), locale, actor.timeZone, moved, now) : ''
  }
