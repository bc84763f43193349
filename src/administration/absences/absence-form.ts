import type { ValidationChain } from 'express-validator'
import { addDays, type Day, isDay, type Period } from '../../kernel/days.ts'
import { showDay } from '../../kernel/format.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Sent } from '../../platform/http/sent.ts'
import { choice, date, type Field, readForm, text } from '../../reports/engine/index.ts'
import { fieldChains, refusal } from '../../reports/form/index.ts'
import { absence as sentences } from '../../sentences/absence.ts'
import type { NewAbsence } from './absences.commands.ts'
import { type AbsenceKind, absenceKinds, daysBack, kindWithPlace } from './kinds.ts'

const daysAhead = 366

const kindOptions = Object.fromEntries(absenceKinds.map((kind) => [kind, sentences[`absence.kind.${kind}`]]))

const untilField = date({
  label: sentences['absence.until'],
  hint: sentences['absence.untilHint'],
  empty: sentences['absence.untilEmpty'],
  required: true,
})

/** The questions of a new absence; the officers are those of the scope. */
export const absenceFields = (officers: { id: string; name: string }[]) =>
  ({
    petugas: choice({
      label: sentences['absence.officer'],
      empty: sentences['absence.officerEmpty'],
      required: true,
      options: Object.fromEntries(officers.map(({ id, name }) => [id, { id: name, en: name }])),
    }),
    jenis: choice({
      label: sentences['absence.kind'],
      empty: sentences['absence.kindEmpty'],
      required: true,
      options: kindOptions,
    }),
    dari: date({ label: sentences['absence.from'], empty: sentences['absence.fromEmpty'], required: true }),
    sampai: untilField,
    tempat: text({ label: sentences['absence.note'], hint: sentences['absence.noteHint'], maxLength: 120 }),
  }) satisfies Record<string, Field>

export const endFields = { sampai: untilField } satisfies Record<string, Field>

export function readAbsence(sent: Sent): NewAbsence {
  const { petugas, jenis, dari, sampai, tempat } = readForm(absenceFields([]), sent)
  return {
    personId: String(petugas),
    kind: String(jenis) as AbsenceKind,
    from: String(dari),
    until: String(sampai),
    note: typeof tempat === 'string' ? tempat : null,
  }
}

export const readEnd = (sent: Sent): Day => String(readForm(endFields, sent).sampai)

type FormContext = Context & { sent: Sent }

/** `overlapping`: asks for another absence of the officer on those days, in words; '' where there is none. */
export function absenceChains(
  context: FormContext,
  officers: { id: string; name: string }[],
  overlapping: (personId: string, days: Period) => Promise<string>,
): ValidationChain[] {
  const { t, today, sent } = context
  const { personId, kind, from, until, note } = readAbsence(sent)
  const isKnown = officers.some(({ id }) => id === personId)
  return [
    ...fieldChains(context, absenceFields(officers), sent),
    refusal('dari', () => (from < addDays(today, -daysBack) ? t('absence.tooOld', { days: daysBack }) : '')),
    ...untilChains(context, from, until),
    refusal('dari', () =>
      isKnown && isDay(from) && isDay(until) && from <= until ? overlapping(personId, { from, until }) : '',
    ),
    refusal('tempat', () => (note !== null && kind !== kindWithPlace ? t('absence.noteOnly') : '')),
  ]
}

/** The same for another last day of one that is there. */
export function endChains(
  context: FormContext,
  from: Day,
  overlapping: (days: Period) => Promise<string>,
): ValidationChain[] {
  const { t, today, sent } = context
  const until = readEnd(sent)
  return [
    ...fieldChains(context, endFields, sent),
    ...untilChains(context, from, until),
    refusal('sampai', () =>
      isDay(until) && until < addDays(today, -daysBack) ? t('absence.tooOld', { days: daysBack }) : '',
    ),
    refusal('sampai', () => (isDay(until) && from <= until ? overlapping({ from, until }) : '')),
  ]
}

const untilChains = ({ t, today, locale }: FormContext, from: Day, until: Day): ValidationChain[] => [
  refusal('sampai', () =>
    isDay(from) && isDay(until) && until < from ? t('absence.untilTooEarly', { day: showDay(from, locale) }) : '',
  ),
  refusal('sampai', () => (until > addDays(today, daysAhead) ? t('absence.tooFar', { days: daysAhead }) : '')),
]
