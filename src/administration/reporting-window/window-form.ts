import type { ValidationChain } from 'express-validator'
import { addDays, type Day } from '../../kernel/days.ts'
import { showDay } from '../../kernel/format.ts'
import { filled, type Text } from '../../kernel/locale.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Sent } from '../../platform/http/sent.ts'
import { mostDays } from '../../reports/deadlines/index.ts'
import { choice, date, type Field, integer, long, readForm, time } from '../../reports/engine/index.ts'
import { fieldChains, refusal } from '../../reports/form/index.ts'
import { reportTypes } from '../../reports/types/index.ts'
import { window as sentences } from '../../sentences/window.ts'
import type { NewException, NewRule } from './window.commands.ts'

export const everyType = 'semua'
/** How far back a period may be reopened, and for how long from now. */
export const reopening = { back: 62, ahead: 14 }

const typeOptions = { [everyType]: sentences['window.everyType'], ...titles() }

function titles(): Record<string, Text> {
  return Object.fromEntries(reportTypes.map(({ key, title }) => [key, title]))
}

/** The questions of a new rule. */
export const ruleFields = {
  jenis: choice({ label: sentences['window.type'], required: true, options: typeOptions }),
  hari: integer({
    label: sentences['window.days'],
    hint: sentences['window.daysHint'],
    required: true,
    min: 0,
    max: mostDays,
  }),
  batas: time({ label: sentences['window.time'], required: true }),
  tenggang: integer({ label: sentences['window.grace'], required: true, min: 0, max: 720 }),
  mulai: date({ label: sentences['window.since'], hint: sentences['window.sinceHint'], required: true }),
  sampai: date({ label: sentences['window.untilLabel'] }),
} satisfies Record<string, Field>

const ahead = { days: reopening.ahead }
const openHint: Text = {
  id: filled(sentences['window.openUntilHint'].id, ahead),
  en: filled(sentences['window.openUntilHint'].en, ahead),
}

/** The questions of a reopening; the officers are those of the unit. */
export const exceptionFields = (officers: { id: string; name: string }[]) =>
  ({
    petugas: choice({
      label: sentences['window.officer'],
      required: true,
      options: Object.fromEntries(officers.map(({ id, name }) => [id, { id: name, en: name }])),
    }),
    dari: date({ label: sentences['window.dayFrom'], required: true, notInFuture: true }),
    hingga: date({ label: sentences['window.dayUntil'], required: true, notInFuture: true }),
    alasan: long({ label: sentences['window.reason'], required: true, minLength: 10, maxLength: 500 }),
    dibuka: date({
      label: sentences['window.openUntil'],
      hint: openHint,
      required: true,
      notInPast: true,
    }),
  }) satisfies Record<string, Field>

export function readRule(sent: Sent): NewRule {
  const { jenis, hari, batas, tenggang, mulai, sampai } = readForm(ruleFields, sent)
  return {
    typeKey: jenis === everyType ? null : String(jenis),
    days: Number(hari),
    time: String(batas),
    graceMinutes: Number(tenggang),
    since: String(mulai),
    until: typeof sampai === 'string' ? sampai : null,
  }
}

/** `overlapping`: asks for the rule of that type whose days are among these, in words. */
export function ruleChains(
  context: Context & { sent: Sent },
  overlapping: (rule: NewRule) => Promise<string>,
): ValidationChain[] {
  const { t, today, locale, sent } = context
  const rule = readRule(sent)
  const tomorrow = addDays(today, 1)
  return [
    ...fieldChains(context, ruleFields, sent),
    refusal('mulai', () =>
      rule.since < tomorrow ? t('window.sinceTooEarly', { day: showDay(tomorrow, locale) }) : '',
    ),
    refusal('sampai', () => (rule.until !== null && rule.until < rule.since ? t('window.untilTooEarly') : '')),
    refusal('mulai', async () => {
      const span = isDated(rule) ? await overlapping(rule) : ''
      return span === '' ? '' : t('window.overlaps', { span })
    }),
  ]
}

const isDay = (text: string | null) => text === null || /^\d{4}-\d{2}-\d{2}$/.test(text)
const isDated = ({ since, until }: NewRule) => isDay(since) && isDay(until)

export interface ExceptionInput extends Omit<NewException, 'person' | 'openUntil'> {
  personId: string
  openOn: Day
}

export function readException(sent: Sent): ExceptionInput {
  const { petugas, dari, hingga, alasan, dibuka } = readForm(exceptionFields([]), sent)
  return {
    personId: String(petugas),
    from: String(dari),
    until: String(hingga),
    reason: String(alasan),
    openOn: String(dibuka),
  }
}

export function exceptionChains(
  context: Context & { sent: Sent },
  officers: { id: string; name: string }[],
): ValidationChain[] {
  const { t, today, sent } = context
  const { from, until, openOn } = readException(sent)
  const oldest = addDays(today, -reopening.back)
  const last = addDays(today, reopening.ahead)
  return [
    ...fieldChains(context, exceptionFields(officers), sent),
    refusal('dari', () => (from < oldest ? t('window.periodTooOld', { days: reopening.back }) : '')),
    refusal('hingga', () => (until < from ? t('window.untilTooEarly') : '')),
    refusal('dibuka', () => (openOn > last ? t('window.openTooLong', { days: reopening.ahead }) : '')),
  ]
}
