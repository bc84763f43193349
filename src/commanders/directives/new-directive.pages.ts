import { villageTitle } from '../../administration/units/index.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { fieldModel } from '../../reports/form/index.ts'
import type { Warned } from '../insights/index.ts'
import { directiveFields, mostTitle, type Polsek } from './directive-form.ts'

export interface DirectiveInput {
  sent: Record<string, unknown>
  errors: Map<string, string>
}

export interface Writing {
  polsek: readonly Polsek[]
  /** The early warning that it begins with. */
  warned: Warned | undefined
}

/** What the form of a directive that begins with a warning says from the start. */
export const filledBy = ({ t, locale, today }: Context, { village, word }: Warned, polsek: string | undefined) => ({
  judul: t('directive.titleOfWarning', { category: word.label[locale], village: villageTitle(village) }).slice(
    0,
    mostTitle,
  ),
  ...(polsek === undefined ? {} : { sasaran: polsek }),
  dari: today,
  jenis: 'laporan-informasi',
})

export function newDirectivePage(context: Context, { polsek, warned }: Writing, { sent, errors }: DirectiveInput) {
  const { t, today, locale } = context
  return {
    title: t('directive.give'),
    heading: t('directive.title'),
    back: warned ? paths.earlyWarning(warned.village.code, warned.word.key) : paths.directives,
    hasErrors: errors.size > 0,
    problems: [...errors].map(([name, message]) => ({ href: `#f-${name}`, message })),
    lead: polsek.length === 1 ? t('directive.audienceOwn', { unit: polsek[0]!.name }) : '',
    origin: warned
      ? t('directive.fromWarning', { category: warned.word.label[locale], village: villageTitle(warned.village) })
      : '',
    action: paths.directives,
    hidden: warned
      ? [
          { name: 'wilayah', value: warned.village.code },
          { name: 'kategori', value: warned.word.key },
        ]
      : [],
    fields: Object.entries(directiveFields(polsek)).map(([name, field]) =>
      fieldModel(name, field, { wire: sent, errors, villages: [], today, locale, t }),
    ),
    bar: {
      primary: { label: t('directive.save'), name: 'aksi', value: 'sampaikan' },
      secondary: '' as const,
      text: '',
    },
  }
}
