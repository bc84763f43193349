import { type Day, dayOf } from '../../kernel/days.ts'
import { showDays } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { FieldModel } from '../../platform/views/field-model.ts'
import { type Field } from '../../reports/engine/index.ts'
import { fieldModel } from '../../reports/form/index.ts'
import type { Officer } from '../units/index.ts'
import { absenceFields, endFields } from './absence-form.ts'
import type { Absence, OwnAbsence } from './absences.queries.ts'
import { kindWithPlace } from './kinds.ts'

export const nameOf = ({ pangkat, name }: { pangkat: string; name: string }): string => `${pangkat} ${name}`

type Dated = Pick<Absence, 'fromOn' | 'untilOn'>

export const spanInWords = ({ fromOn, untilOn }: Dated, locale: Locale): string =>
  showDays({ from: dayOf(fromOn), until: dayOf(untilOn) }, locale)

/** `Cuti, 20–26 Nov 2026` */
export const absenceInWords = ({ t, locale }: Pick<Context, 't' | 'locale'>, one: Dated & Pick<Absence, 'kind'>) =>
  t('absence.line', { kind: t(`absence.kind.${one.kind}`), span: spanInWords(one, locale) })

export interface AbsenceInput {
  sent: Record<string, unknown>
  errors: Map<string, string>
}

const modelsOf = ({ today, locale, t }: Context, fields: Record<string, Field>, { sent, errors }: AbsenceInput) =>
  Object.entries(fields).map(([name, field]) =>
    fieldModel(name, field, { wire: sent, errors, villages: [], today, locale, t }),
  )

const problemsOf = ({ errors }: AbsenceInput) => [...errors].map(([name, message]) => ({ href: `#f-${name}`, message }))

/** A script asks where only for the kind that has a place; without one the question says by itself when it is meant. */
const askedOfKind = (field: FieldModel, t: Context['t']): FieldModel =>
  field.name === 'tempat'
    ? { ...field, when: { field: 'jenis', is: kindWithPlace, sentence: t('absence.noteOnly') } }
    : field

export interface AbsencesData {
  absences: Absence[]
  officers: Officer[]
  /** How far back the list reaches, in days. */
  back: number
}

/** Who is away now, who will be, who was lately, and the form for one more. */
export function absencesPage(context: Context, { absences, officers, back }: AbsencesData, typed: AbsenceInput) {
  const { t, today } = context
  const isOnePolsek =
    new Set([...officers, ...absences.map(({ person }) => person)].map(({ unit }) => unit.path)).size < 2
  const titleOf = (one: Officer) => (isOnePolsek ? nameOf(one) : `${nameOf(one)}, ${one.unit.name}`)
  const choices = officers.map((one) => ({ id: one.id, name: titleOf(one) }))
  const part = (title: string, which: (from: Day, until: Day) => boolean, emptyText = '') => {
    const cards = absences
      .toSorted((a, b) => a.fromOn.getTime() - b.fromOn.getTime())
      .filter(({ fromOn, untilOn }) => which(dayOf(fromOn), dayOf(untilOn)))
      .map((one) => ({ title: titleOf(one.person), ...cardOf(context, one) }))
    return { title, cards, emptyText: cards.length === 0 ? emptyText : '' }
  }
  return {
    title: t('absence.title'),
    heading: t('absence.title'),
    back: paths.home,
    hasErrors: typed.errors.size > 0,
    problems: problemsOf(typed),
    action: paths.absences(),
    fields: modelsOf(context, absenceFields(choices), typed).map((field) => askedOfKind(field, t)),
    parts: [
      part(t('absence.running'), (from, until) => from <= today && today <= until, t('absence.noneRunning')),
      part(t('absence.coming'), (from) => from > today),
      part(t('absence.past', { days: back }), (_, until) => until < today),
    ].filter(({ cards, emptyText }) => cards.length > 0 || emptyText !== ''),
  }
}

function cardOf(context: Context, absence: Absence) {
  const { t, locale } = context
  const { id, person, recorder, note } = absence
  const named = { name: nameOf(person), span: spanInWords(absence, locale) }
  return {
    lines: [
      [absenceInWords(context, absence), note ?? ''].filter((part) => part !== '').join(' · '),
      t('absence.by', { name: nameOf(recorder) }),
    ],
    endHref: paths.endAbsence(id),
    endLabel: t('absence.endOf', named),
    cancelAction: paths.cancelAbsence(id),
    cancelLabel: t('absence.cancelOf', named),
  }
}

export function endPage(context: Context, absence: Absence, typed: AbsenceInput) {
  const { t } = context
  return {
    title: t('absence.end'),
    heading: t('absence.title'),
    subheading: nameOf(absence.person),
    back: paths.absences(),
    hasErrors: typed.errors.size > 0,
    problems: problemsOf(typed),
    lead: `${nameOf(absence.person)}: ${absenceInWords(context, absence)}`,
    action: paths.endAbsence(absence.id),
    fields: modelsOf(context, endFields, typed),
    bar: { primary: { label: t('app.save'), name: 'aksi', value: 'simpan' }, secondary: '' as const, text: '' },
  }
}

/** What the officer himself reads of it on the day. */
export const absenceToday = (context: Context, own: OwnAbsence[]): string[] =>
  own
    .filter(({ fromOn, untilOn }) => dayOf(fromOn) <= context.today && context.today <= dayOf(untilOn))
    .map((one) =>
      context.t('absence.mine', {
        kind: context.t(`absence.kind.${one.kind}`),
        span: spanInWords(one, context.locale),
      }),
    )

/** A section of the account page; none without an absence. */
export const absenceSection = ({ t, locale }: Context, own: OwnAbsence[]) =>
  own.length === 0
    ? []
    : [
        {
          title: t('absence.title'),
          rows: own.map((one) => ({
            label: spanInWords(one, locale),
            value: t(`absence.kind.${one.kind}`),
            lines: one.note === null ? [] : [one.note],
          })),
        },
      ]
