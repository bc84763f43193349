import { paths } from '../kernel/paths.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { fieldModel, villageModel } from '../reports/index.ts'
import { type Village, villageTitle } from '../units/index.ts'
import type { WholeEntry } from './entry.queries.ts'
import type { RegisterKind } from './kinds.ts'

export interface EntryForm {
  kind: RegisterKind
  villages: Village[]
  wire: Record<string, unknown>
  errors: Map<string, string>
}

function fieldsOf({ t, locale, today }: Context, { kind, villages, wire, errors }: EntryForm) {
  const asking = {
    ...{ wire, errors, today, locale, t },
    villages: villages.map((one) => ({ code: one.code, name: villageTitle(one) })),
  }
  const asked = Object.entries(kind.fields).filter(([, field]) => !field.insteadOf)
  return asked.map(([name, field]) =>
    field.kind === 'village' ? villageModel(name, field, asking) : fieldModel(name, field, asking),
  )
}

function formPage(context: Context, form: EntryForm) {
  return {
    hasErrors: form.errors.size > 0,
    problems: [...form.errors].map(([name, message]) => ({ href: `#f-${name}`, message })),
    note: context.t('report.optionalMarked'),
    fields: fieldsOf(context, form),
  }
}

export function newEntryPage(context: Context, form: EntryForm, draft: string) {
  const { t, locale } = context
  const { kind } = form
  return {
    ...formPage(context, form),
    title: kind.newTitle[locale],
    heading: kind.newTitle[locale],
    back: paths.register(kind.name, { draf: draft }),
    action: paths.register(kind.name),
    hidden: [{ name: 'draf', value: draft }],
    bar: { primary: { label: t('register.save'), name: 'aksi', value: 'simpan' }, secondary: '' as const, text: '' },
  }
}

/** `seen` is the version of the entry that the form was first made from. */
export function editEntryPage(context: Context, form: EntryForm, entry: WholeEntry, seen: string) {
  const { t } = context
  const page = formPage(context, form)
  const keepsNik = (hint: string) => (entry.nikSealed ? t('register.nikKept') : hint)
  return {
    ...page,
    fields: page.fields.map((field) => (field.name === 'nik' ? { ...field, hint: keepsNik(field.hint) } : field)),
    title: t('register.edit', { name: entry.name }),
    heading: t('app.change'),
    subheading: entry.name,
    back: paths.entry(form.kind.name, entry.id),
    action: paths.editEntry(form.kind.name, entry.id),
    hidden: [{ name: 'versi', value: seen }],
    bar: { primary: { label: t('app.save'), name: 'aksi', value: 'simpan' }, secondary: '' as const, text: '' },
  }
}
