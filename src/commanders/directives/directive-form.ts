import type { ValidationChain } from 'express-validator'
import { addDays, isDay } from '../../kernel/days.ts'
import { showDay } from '../../kernel/format.ts'
import type { Text } from '../../kernel/locale.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Sent } from '../../platform/http/sent.ts'
import { choice, date, type Field, long, many, readForm, text } from '../../reports/engine/index.ts'
import { fieldChains, refusal } from '../../reports/form/index.ts'
import { reportTypes } from '../../reports/types/index.ts'
import { directive as sentences } from '../../sentences/directive.ts'
import type { NewDirective } from './directives.commands.ts'

const most = { days: 92, ahead: 92 }
export const mostTitle = 80

/** The answer to the question of a type that names none. */
const noType = 'cukup-dimengerti'

const typeOptions: Record<string, Text> = {
  ...Object.fromEntries(reportTypes.map(({ key, title }) => [key, title])),
  [noType]: sentences['directive.typeNone'],
}

export interface Polsek {
  path: string
  name: string
}

/** The questions of a new directive; who commands one polsek is not asked for which. */
export const directiveFields = (polsek: readonly Polsek[]): Record<string, Field> => ({
  judul: text({
    label: sentences['directive.name'],
    hint: sentences['directive.nameHint'],
    required: true,
    minLength: 5,
    maxLength: mostTitle,
  }),
  isi: long({
    label: sentences['directive.text'],
    hint: sentences['directive.textHint'],
    required: true,
    minLength: 10,
    maxLength: 1000,
  }),
  ...(polsek.length === 1 ? {} : { sasaran: audienceField(polsek) }),
  dari: date({
    label: sentences['directive.from'],
    empty: sentences['directive.fromEmpty'],
    required: true,
    notInPast: true,
  }),
  sampai: date({
    label: sentences['directive.until'],
    hint: sentences['directive.untilHint'],
    empty: sentences['directive.untilEmpty'],
    required: true,
  }),
  jenis: choice({
    label: sentences['directive.type'],
    hint: sentences['directive.typeHint'],
    empty: sentences['directive.typeEmpty'],
    required: true,
    options: typeOptions,
  }),
})

const audienceField = (polsek: readonly Polsek[]) =>
  many({
    label: sentences['directive.audienceQuestion'],
    empty: sentences['directive.audienceEmpty'],
    required: true,
    options: Object.fromEntries(polsek.map(({ path, name }) => [path, { id: name, en: name }])),
  })

/** As it is once all is judged well. */
export function readDirective(sent: Sent, polsek: readonly Polsek[]): Omit<NewDirective, 'origin'> {
  const { judul, isi, sasaran, dari, sampai, jenis } = readForm(directiveFields(polsek), sent)
  return {
    title: String(judul),
    text: String(isi),
    from: String(dari),
    until: String(sampai),
    audience: polsek.length === 1 ? polsek.map(({ path }) => path) : [sasaran].flat().map(String),
    typeKey: jenis === noType ? null : String(jenis),
  }
}

export function directiveChains(context: Context & { sent: Sent }, polsek: readonly Polsek[]): ValidationChain[] {
  const { t, today, sent, locale } = context
  const { from, until } = readDirective(sent, polsek)
  const areDays = isDay(from) && isDay(until)
  const isTooFar = isDay(from) && from > addDays(today, most.ahead)
  const last = isDay(from) && !isTooFar ? addDays(from, most.days - 1) : ''
  return [
    ...fieldChains(context, directiveFields(polsek), sent),
    refusal('dari', () => (isTooFar ? t('directive.fromTooLate', { days: most.ahead }) : '')),
    refusal('sampai', () =>
      areDays && until < from ? t('directive.untilTooEarly', { day: showDay(from, locale) }) : '',
    ),
    refusal('sampai', () =>
      isDay(until) && last !== '' && until > last
        ? t('directive.untilTooLate', { days: most.days, day: showDay(last, locale) })
        : '',
    ),
  ]
}
