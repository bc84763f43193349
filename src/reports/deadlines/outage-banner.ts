import type { Actor } from '../../access/policy/actor.ts'
import { addDays, dayIn, instantIn } from '../../kernel/days.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { TtlCache } from '../../kernel/ttl-cache.ts'
import type { Db } from '../../platform/db/connect.ts'
import { sayIn } from '../../sentences/say.ts'
import { outagesSince, readTimeFacts } from './deadlines.queries.ts'
import { commonDueOf, type TimeFacts } from './due.ts'
import { type MovedDeadline } from './moved-deadline.ts'
import { bannerText } from './outage-banner.pages.ts'
import { after, joined } from './outages.ts'
import { limitAt, limitFor, mostDays } from './reporting-rules.ts'

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
export const outageBanner =
  ({ db, clock, cached }: { db: Db; clock: () => Date; cached: TtlCache }) =>
  async (actor: Actor, locale: Locale): Promise<string> => {
    const now = clock()
    const recent = await cached('outages', () => outagesSince(db, new Date(now.getTime() - dayMs), now))
    if (recent.length === 0) return ''
    const { unitPath } = actor
    const facts = await cached(`time ${unitPath}`, () => readTimeFacts(db, now, unitPath))
    const moved = movedDeadline(facts, actor, now)
    return moved ? bannerText(sayIn(locale), locale, actor.timeZone, moved, now) : ''
  }
