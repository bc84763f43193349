import { addDays, type Day, dateOf, dayOf } from '../../kernel/days.ts'
import { Conflict } from '../../kernel/errors.ts'
import { lockNameUntilCommit } from '../../platform/db/advisory-locks.ts'
import { command } from '../../platform/db/command.ts'
import { dueOf, type Limit, readTimeFacts } from '../../reports/deadlines/index.ts'
import { set } from '../audit/index.ts'
import { type OpenException, overlappingRule, type StandingRule } from './window.queries.ts'

export interface NewRule extends Limit {
  typeKey: string | null
  since: Day
  until: Day | null
}

/** For those who read the trail and not the rules. */
function inTheTrail({ typeKey, days, time, graceMinutes, since, until }: NewRule) {
  return [
    ...(typeKey === null ? [] : [set('reportType', typeKey)]),
    set('dueDays', String(days)),
    set('dueTime', time),
    set('dueGrace', String(graceMinutes)),
    set('since', since),
    ...(until === null ? [] : [set('until', until)]),
  ]
}

/** From a day to come on: what has happened before is judged as it was. */
export const addRule = command('window.ruleAdded', async ({ tx, actor, now }, rule: NewRule) => {
  const { typeKey, days, time, graceMinutes, since, until } = rule
  await lockNameUntilCommit(tx, 'reportingWindow', actor.unitId)
  if (await overlappingRule(tx, actor.unitId, rule)) throw new Conflict('window.overlapsNow')
  const { id } = await tx.reportingRule.create({
    data: {
      unitId: actor.unitId,
      typeKey,
      days,
      timeOfDay: time,
      graceMinutes,
      setBy: actor.id,
      setAt: now,
      sinceOn: dateOf(since),
      untilOn: until && dateOf(until),
    },
  })
  return { result: undefined, subject: id, details: { ...rule, changes: inTheTrail(rule) } }
})

/** Its last day is today; one that has not begun yet is dropped. */
export const endRule = command(
  'window.ruleEnded',
  async ({ tx }, { rule: { id, sinceOn, typeKey }, today }: { rule: StandingRule; today: Day }) => {
    const isToCome = dayOf(sinceOn) > today
    const mine = { id, OR: [{ untilOn: null }, { untilOn: { gt: dateOf(today) } }] }
    const { count } = isToCome
      ? await tx.reportingRule.deleteMany({ where: mine })
      : await tx.reportingRule.updateMany({ where: mine, data: { untilOn: dateOf(today) } })
    if (count === 0) return { result: undefined, unchanged: true }
    const until = isToCome ? addDays(dayOf(sinceOn), -1) : today
    const changes = [...(typeKey === null ? [] : [set('reportType', typeKey)]), set('until', until)]
    return { result: undefined, subject: id, details: { typeKey, until, changes } }
  },
)

interface Redating {
  person: { id: string; unit: { path: string } }
  from: Day
  until: Day
  timeZone: string
}

/**
 * Recomputes when the reports of these days are due; the tally follows by its trigger. What was sent where another Kasat
 * decides is not asked about here.
 */
const redate = command('report.dueMoved', async ({ tx, now, actor }, { person, from, until, timeZone }: Redating) => {
  const facts = await readTimeFacts(tx, now, person.unit.path)
  const reports = await tx.report.findMany({
    where: {
      authorId: person.id,
      unitPath: { startsWith: actor.unitPath },
      occurredOn: { gte: dateOf(from), lte: dateOf(until) },
    },
    select: { id: true, typeKey: true, unitPath: true, occurredOn: true, dueAt: true },
  })
  const moved = reports
    .map(({ id, typeKey, unitPath, occurredOn, dueAt }) => {
      const dated = { typeKey, unitPath, authorId: person.id, occurredOn: dayOf(occurredOn), zone: timeZone }
      return { id, before: dueAt, after: dueOf(facts, dated) }
    })
    .filter(({ before, after }) => before.getTime() !== after.getTime())
  await tx.$executeRaw`
    UPDATE report SET due_at = moved.after
    FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS moved (id uuid, after timestamptz)
    WHERE report.id = moved.id`
  if (moved.length === 0) return { result: undefined, unchanged: true }
  const subjects = moved.map(({ id, before, after }) => ({
    subject: id,
    details: { before: before.toISOString(), after: after.toISOString() },
  }))
  return { result: undefined, subjects }
})

export interface NewException {
  person: { id: string; unit: { path: string; timeZone: string } }
  from: Day
  until: Day
  reason: string
  openUntil: Date
}

/** More time for one officer and these days, also for reports that were sent already. */
export const grantException = command('exception.granted', async (context, exception: NewException) => {
  const { tx, actor, now } = context
  const { person, from, until, reason, openUntil } = exception
  await tx.dueException.create({
    data: {
      personId: person.id,
      unitId: actor.unitId,
      fromOn: dateOf(from),
      untilOn: dateOf(until),
      reason,
      openUntil,
      grantedBy: actor.id,
      grantedAt: now,
    },
  })
  await redate(context, { person, from, until, timeZone: person.unit.timeZone })
  return { result: undefined, subject: person.id, details: { from, until, openUntil: openUntil.toISOString(), reason } }
})

/** Closes it now. What was written until now stays on time: the officer has relied on it. */
export const withdrawException = command(
  'exception.withdrawn',
  async (context, { exception }: { exception: OpenException }) => {
    const { tx, now, actor } = context
    const { id, person, fromOn, untilOn } = exception
    const { count } = await tx.dueException.updateMany({ where: { id, withdrawnAt: null }, data: { withdrawnAt: now } })
    if (count === 0) throw new Conflict('window.closedAlready')
    const [from, until] = [dayOf(fromOn), dayOf(untilOn)]
    await redate(context, { person, from, until, timeZone: actor.timeZone })
    return { result: undefined, subject: person.id, details: { from, until } }
  },
)
