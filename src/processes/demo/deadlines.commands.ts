import { addDays, type Day, dateOf, instantIn } from '../../kernel/days.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import type { TimeFacts } from '../../reports/deadlines/index.ts'
import type { PlannedPerson } from './people.ts'

export interface Setting {
  unit: { path: string; timeZone: string }
  kasatId: string
  officer: Pick<PlannedPerson, 'id'>
  today: Day
  /** From when the rule holds. */
  since: Day
}

const requestId = 'contoh'
const rule = { typeKey: 'penyuluhan', days: 2, graceMinutes: 30 }
const timeOfDay = '21:00'
const reason = 'Dirawat di rumah sakit dua hari, laporan ditulis setelah pulang.'

/** What moved deadlines lately: an evening without the server, a rule of the Kasat, and more time for one officer. */
export async function setDeadlines(
  tx: Transaction,
  { unit: { path, timeZone }, kasatId, officer: { id: personId }, today, since }: Setting,
): Promise<TimeFacts> {
  const { id: unitId } = await tx.unit.findUniqueOrThrow({ where: { path }, select: { id: true } })
  const on = (back: number, time: string) => instantIn(timeZone, addDays(today, -back), time)
  const outage = { since: on(5, '18:10'), until: on(5, '19:25') }
  const [from, until, openUntil] = [addDays(today, -6), addDays(today, -5), on(-2, '23:59:59')]
  const [setAt, grantedAt] = [instantIn(timeZone, addDays(since, -1), '10:05'), on(1, '09:20')]
  // Of several polres the first has told of it: the server is one.
  await tx.outage.createMany({ data: [outage], skipDuplicates: true })
  const set = await tx.reportingRule.create({
    data: { ...rule, unitId, timeOfDay, sinceOn: dateOf(since), setBy: kasatId, setAt },
  })
  await tx.dueException.create({
    data: {
      personId,
      unitId,
      fromOn: dateOf(from),
      untilOn: dateOf(until),
      openUntil,
      reason,
      grantedBy: kasatId,
      grantedAt,
    },
  })
  await tx.auditEntry.createMany({
    data: [
      {
        at: setAt,
        actorId: kasatId,
        action: 'window.ruleAdded',
        subject: set.id,
        requestId,
        details: { ...rule, time: timeOfDay, since, until: null },
      },
      {
        at: grantedAt,
        actorId: kasatId,
        action: 'exception.granted',
        subject: personId,
        requestId,
        details: { from, until, openUntil: openUntil.toISOString(), reason },
      },
    ],
  })
  return {
    rules: [{ ...rule, unitPath: path, time: timeOfDay, since, until: null }],
    outages: [outage],
    exceptions: [{ personId, from, until, openUntil }],
  }
}
