import { pathsDownTo } from '../../kernel/unit-path.ts'
import { batched } from '../../platform/db/batched.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { DueException, TimeFacts } from './due.ts'
import { isBeating } from './heartbeat.ts'
import { leastOutageMs, type Outage } from './outages.ts'
import type { ReportingRule } from './reporting-rules.ts'

const dayMs = 86_400_000

/** A phone may bring what it has held for so long; before that, every rule and outage is history. */
const memoryMs = 120 * dayMs

/**
 * What is needed to say when any report is due, also of one that a phone has long held. `unitPath`: only what holds for
 * that unit. Ask once for many reports.
 */
export const readTimeFacts = (tx: Reader, now: Date, unitPath?: string): Promise<TimeFacts> =>
  timeFactsFor(tx, { now, paths: unitPath === undefined ? null : pathsDownTo(unitPath) })

const timeFactsFor = batched(async (tx: Reader, askers: { now: Date; paths: string[] | null }[]) => {
  const now = new Date(Math.max(...askers.map((asker) => asker.now.getTime())))
  const oldest = new Date(now.getTime() - memoryMs)
  const units = askers.some(({ paths }) => paths === null) ? null : [...new Set(askers.flatMap(({ paths }) => paths!))]
  const [row] = await tx.$queryRaw<[TimesRow]>`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('unitPath', u.path, 'typeKey', r.type_key, 'days', r.days,
          'time', r.time_of_day, 'graceMinutes', r.grace_minutes, 'since', r.since_on, 'until', r.until_on)
          ORDER BY r.since_on), '[]')
        FROM reporting_rule r JOIN unit u ON u.id = r.unit_id
        WHERE (r.until_on IS NULL OR r.until_on >= ${oldest}) AND (${units}::text[] IS NULL OR u.path = ANY (${units}))) AS rules,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('unitPath', u.path, 'personId', e.person_id, 'from', e.from_on, 'until', e.until_on,
          'openUntil', least(e.open_until, e.withdrawn_at))), '[]')
        FROM due_exception e JOIN unit u ON u.id = e.unit_id
        WHERE e.open_until >= ${oldest} AND (${units}::text[] IS NULL OR u.path = ANY (${units}))) AS exceptions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('since', o.since, 'until', o.until) ORDER BY o.since), '[]')
        FROM outage o WHERE o.until > ${oldest}) AS outages,
      (SELECT max(h.at) FROM heartbeat h WHERE h.at <= ${now}) AS "lastBeat"`
  const known = row.outages.map(({ since, until }) => ({ since: new Date(since), until: new Date(until) }))
  const exceptions = row.exceptions.map((one) => ({ ...one, openUntil: new Date(one.openUntil) }))
  return askers.map(({ now: at, paths }) => {
    const concerns = ({ unitPath }: { unitPath: string }) => paths === null || paths.includes(unitPath)
    return {
      rules: row.rules.filter(concerns),
      exceptions: exceptions.filter(concerns),
      outages: withSilence(happenedBy(at, known), row.lastBeat, at),
    }
  })
})

/** Instants are told as text where they come as JSON. */
interface TimesRow {
  rules: ReportingRule[]
  exceptions: (Omit<DueException, 'openUntil'> & { openUntil: string; unitPath: string })[]
  outages: { since: string; until: string }[]
  lastBeat: Date | null
}

/** Those that have been written down, as far as they have happened. */
const knownOutages = (tx: Reader, oldest: Date): Promise<Outage[]> => tx.$queryRaw<Outage[]>`
  SELECT since, least(until, now()) AS until FROM outage WHERE until > ${oldest} AND since < now() ORDER BY since`

/** What of them has happened by then: no outage lasts into days to come, whatever a wrong clock has written. */
const happenedBy = (now: Date, outages: readonly Outage[]): Outage[] =>
  outages.filter(({ since }) => since < now).map(({ since, until }) => ({ since, until: until < now ? until : now }))

/** Reports with the outages since they came, as far as it matters: for those whose detail is still due. */
export async function withOutages<R extends { state: string; arrivedAt: Date }>(
  tx: Reader,
  reports: readonly R[],
): Promise<(R & { outages: Outage[] })[]> {
  const filedAt = reports.flatMap(({ state, arrivedAt }) => (state === 'brief' ? [arrivedAt.getTime()] : []))
  const outages = filedAt.length === 0 ? [] : await knownOutages(tx, new Date(Math.min(...filedAt)))
  return reports.map((report) => ({ ...report, outages: report.state === 'brief' ? outages : [] }))
}

/** The outages that had not ended by then, in order; also one that nobody has written down yet, as long as it is. */
export async function outagesSince(tx: Reader, oldest: Date, now: Date): Promise<Outage[]> {
  const known = happenedBy(now, await knownOutages(tx, oldest))
  const last = await tx.heartbeat.findFirst({ where: { at: { lte: now } }, orderBy: { at: 'desc' } })
  return withSilence(known, last?.at ?? null, now)
}

/** While this process beats there is no silence, whatever the clock says. */
const withSilence = (known: Outage[], last: Date | null, now: Date): Outage[] =>
  last !== null && !isBeating() && now.getTime() - last.getTime() >= leastOutageMs
    ? [...known, { since: last, until: now }]
    : known
