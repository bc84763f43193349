import { type Day, dayOf } from '../kernel/days.ts'
import { pathsDownTo } from '../kernel/unit-path.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { TimeFacts } from './due.ts'
import { leastOutageMs, type Outage } from './outages.ts'

const dayMs = 86_400_000

/** A phone may bring what it has held for so long; before that, every rule and outage is history. */
const memoryMs = 120 * dayMs

/**
 * What is needed to say when any report is due, also of one that a phone has long held. `unitPath`: only what holds for
 * that unit. Ask once for many reports.
 */
export async function readTimeFacts(tx: Tx, now: Date, unitPath?: string): Promise<TimeFacts> {
  const oldest = new Date(now.getTime() - memoryMs)
  const unit = unitPath === undefined ? {} : { unit: { path: { in: pathsDownTo(unitPath) } } }
  const rules = await tx.reportingRule.findMany({
    where: { ...unit, OR: [{ untilOn: null }, { untilOn: { gte: oldest } }] },
    include: { unit: { select: { path: true } } },
    orderBy: { sinceOn: 'asc' },
  })
  const exceptions = await tx.dueException.findMany({ where: { ...unit, openUntil: { gte: oldest } } })
  return {
    rules: rules.map(({ unit: { path }, typeKey, days, timeOfDay, graceMinutes, sinceOn, untilOn }) => ({
      ...{ unitPath: path, typeKey, days, time: timeOfDay, graceMinutes },
      ...{ since: dayOf(sinceOn), until: lastDay(untilOn) },
    })),
    exceptions: exceptions.map(({ personId, fromOn, untilOn, openUntil, withdrawnAt }) => ({
      ...{ personId, from: dayOf(fromOn), until: dayOf(untilOn) },
      openUntil: withdrawnAt !== null && withdrawnAt < openUntil ? withdrawnAt : openUntil,
    })),
    outages: await outagesSince(tx, oldest, now),
  }
}

const lastDay = (date: Date | null): Day | null => date && dayOf(date)

/** Those that have been written down. */
const knownOutages = (tx: Tx, oldest: Date): Promise<Outage[]> =>
  tx.outage.findMany({ where: { until: { gt: oldest } }, orderBy: { since: 'asc' } })

/** Reports with the outages since they came, as far as it matters: for those whose detail is still due. */
export async function withOutages<R extends { state: string; arrivedAt: Date }>(
  tx: Tx,
  reports: readonly R[],
): Promise<(R & { outages: Outage[] })[]> {
  const filedAt = reports.flatMap(({ state, arrivedAt }) => (state === 'brief' ? [arrivedAt.getTime()] : []))
  const outages = filedAt.length === 0 ? [] : await knownOutages(tx, new Date(Math.min(...filedAt)))
  return reports.map((report) => ({ ...report, outages: report.state === 'brief' ? outages : [] }))
}

/** The outages that had not ended by then, in order; also one that nobody has written down yet, as long as it is. */
export async function outagesSince(tx: Tx, oldest: Date, now: Date): Promise<Outage[]> {
  const known = await knownOutages(tx, oldest)
  const last = await tx.heartbeat.findFirst({ where: { at: { lte: now } }, orderBy: { at: 'desc' } })
  const isSilent = last !== null && now.getTime() - last.at.getTime() >= leastOutageMs
  return isSilent ? [...known, { since: last.at, until: now }] : known
}
