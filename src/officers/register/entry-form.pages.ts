import { type Village, villageTitle } from '../../administration/units/index.ts'
import { rtRw } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { sureFields } from '../../platform/http/sure.ts'
import { fieldModel, villageModel } from '../../reports/form/index.ts'
import type { Doubts } from './doubts.ts'
import type { WholeEntry } from './entry.queries.ts'
import type { RegisterKind } from './kinds.ts'
import { nikReasons } from './nik.ts'

export interface EntryForm {
  kind: RegisterKind
  villages: Village[]
  wire: Record<string, unknown>
  errors: Map<string, string>
  doubts: Doubts
}

function fieldsOf({ t, locale, today }: Context, { kind, villages, wire, errors }: EntryForm) {
  const asking = {
    wire,
    errors,
    today,
    locale,
    t,
    villages: villages.map((one) => ({ code: one.code, name: villageTitle(one) })),
  }
  const asked = Object.entries(kind.fields).filter(([, field]) => !field.insteadOf && !field.retired)
  return asked.map(([name, field]) =>
    field.kind === 'village' ? villageModel(name, field, asking) : fieldModel(name, field, asking),
  )
}

/** `draft` is the draft that an entry is chosen for, or ''. */
function doubtsModel({ t }: Context, { kind, doubts }: EntryForm, draft: string) {
  const { nik, nikReason, doubles } = doubts
  const options = nikReasons.map((value) => ({
    value,
    label: t(`register.nikReason.${value}`),
    checked: value === nikReason,
  }))
  const field = {
    name: 'nikKeterangan',
    id: 'f-nikKeterangan',
    label: t('register.nikWhy'),
    hint: '',
    error: '',
    optional: false,
    component: 'input-choice',
    attributes: [],
    options,
    unknowns: [],
    value: nikReason,
    when: '' as const,
    extra: {},
  }
  return {
    nik: nik.map((key) => t(key)),
    nikField: nik.length > 0 ? [field] : [],
    doubles: doubles.map((one) => ({
      id: one.id,
      title: one.name,
      text: rtRw(one),
      href: paths.entry(kind.name, one.id),
      formaction: draft ? paths.draftEntry(draft) : '',
      label: t('register.pickOf', { name: one.name }),
    })),
  }
}

/** Answers to questions that are no longer asked stay with the entry when it is changed. */
const retiredAnswers = ({ kind, wire }: EntryForm) =>
  Object.entries(kind.fields)
    .filter(([key, field]) => field.retired && typeof wire[key] === 'string' && wire[key] !== '')
    .map(([name]) => ({ name, value: String(wire[name]) }))

function formPage(context: Context, form: EntryForm, draft: string) {
  return {
    hasErrors: form.errors.size > 0,
    problems: [...form.errors].map(([name, message]) => ({ href: `#f-${name}`, message })),
    note: context.t('report.optionalMarked'),
    fields: fieldsOf(context, form),
    doubts: doubtsModel(context, form, draft),
  }
}

/** Names that are asked about, in the form that asks. */
const sureIn = ({ kind, wire }: EntryForm) =>
  sureFields(Object.keys(kind.fields).flatMap((key) => (kind.fields[key]!.format === 'name' ? [wire[key]] : [])))

/** Says that none of those that are there is meant. */
const isNew = { name: 'ganda', value: 'tetap' }
const save = (label: string) => ({ label, name: 'aksi', value: 'simpan' })

export function newEntryPage(context: Context, form: EntryForm, draft: string) {
  const { t, locale } = context
  const { kind } = form
  return {
    ...formPage(context, form, draft),
    title: kind.newTitle[locale],
    heading: kind.newTitle[locale],
    back: paths.register(kind.name, { draf: draft }),
    action: paths.register(kind.name),
    hidden: [{ name: 'draf', value: draft }, ...(form.wire.ganda === 'tetap' ? [isNew] : []), ...sureIn(form)],
    bar: {
      primary:
        form.doubts.doubles.length > 0 ? { label: t('register.saveAnyway'), ...isNew } : save(t('register.save')),
      secondary: '' as const,
      text: '',
    },
  }
}

/** `seen` is the version of the entry that the form was first made from. */
export function editEntryPage(context: Context, form: EntryForm, entry: WholeEntry, seen: string) {
  const { t } = context
  const page = formPage(context, form, '')
  const keepsNik = (hint: string) => (entry.nikSealed ? t('register.nikKept') : hint)
  return {
    ...page,
    fields: page.fields.map((field) => (field.name === 'nik' ? { ...field, hint: keepsNik(field.hint) } : field)),
    title: t('register.edit', { name: entry.name }),
    heading: t('app.change'),
    subheading: entry.name,
    back: paths.entry(form.kind.name, entry.id),
    action: paths.editEntry(form.kind.name, entry.id),
    hidden: [{ name: 'versi', value: seen }, ...sureIn(form), ...retiredAnswers(form)],
    bar: { primary: save(t('app.saveChanges')), secondary: '' as const, text: '' },
  }
}
