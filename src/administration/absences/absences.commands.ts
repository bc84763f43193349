import { type Day, dateOf, dayOf } from '../../kernel/days.ts'
import { Conflict } from '../../kernel/errors.ts'
import { command } from '../../platform/db/command.ts'
import { set } from '../audit/index.ts'
import type { AbsenceKind } from './kinds.ts'

export interface NewAbsence {
  personId: string
  kind: AbsenceKind
  from: Day
  until: Day
  note: string | null
}

interface Standing {
  id: string
  personId: string
  kind: AbsenceKind
  fromOn: Date
  untilOn: Date
}

const inTheTrail = (kind: AbsenceKind, from: Day, until: Day) => ({
  kind,
  from,
  until,
  changes: [set('absenceKind', kind), set('since', from), set('until', until)],
})

/** The database refuses days that overlap with another absence of the officer, also of two writes at once. */
export const recordAbsence = command('absence.recorded', async ({ tx, actor, now }, absence: NewAbsence) => {
  const { personId, kind, from, until, note } = absence
  await tx.absence.create({
    data: {
      personId,
      kind,
      note,
      recordedBy: actor.id,
      recordedAt: now,
      fromOn: dateOf(from),
      untilOn: dateOf(until),
    },
  })
  return { result: undefined, subject: personId, details: inTheTrail(kind, from, until) }
})

/** Shortens it or lets it last longer. */
export const redateAbsence = command(
  'absence.redated',
  async ({ tx }, { absence, until }: { absence: Standing; until: Day }) => {
    const { id, personId, kind, fromOn, untilOn } = absence
    if (dayOf(untilOn) === until) return { result: undefined, unchanged: true }
    const { count } = await tx.absence.updateMany({
      where: { id, cancelledAt: null, untilOn },
      data: { untilOn: dateOf(until) },
    })
    if (count === 0) throw new Conflict('absence.changedNow')
    const changes = [set('absenceKind', kind), { what: 'until' as const, before: dayOf(untilOn), after: until }]
    return { result: undefined, subject: personId, details: { kind, from: dayOf(fromOn), until, changes } }
  },
)

/** It never took effect. The row stays as a record. */
export const cancelAbsence = command('absence.cancelled', async ({ tx, now }, { id, personId, ...rest }: Standing) => {
  const { count } = await tx.absence.updateMany({ where: { id, cancelledAt: null }, data: { cancelledAt: now } })
  if (count === 0) throw new Conflict('absence.changedNow')
  return {
    result: undefined,
    subject: personId,
    details: inTheTrail(rest.kind, dayOf(rest.fromOn), dayOf(rest.untilOn)),
  }
})
