import { paths } from '../../kernel/paths.ts'
import type { FieldModel } from '../../platform/views/field-model.ts'
import { rule as ruleSentences } from '../../sentences/rule.ts'
import { askedFields, type Field } from '../engine/index.ts'
import type { FoundReport } from '../record/index.ts'
import {
  entryModel,
  type Filling,
  fieldModel,
  listModel,
  photosModel,
  positionModel,
  villageModel,
} from './form.fields.ts'
import type { Question } from './questions.pages.ts'
import { type SendFrom, sendFrom } from './sending.pages.ts'

function modelOf(key: string, field: Field, filling: Filling): FieldModel {
  const on = field.requiredWhen?.field
  const parent = on ? { name: on, field: filling.type.fields[on]! } : undefined
  if (field.kind === 'list') return listModel(key, field, filling, parent)
  if (field.kind === 'village') return villageModel(key, field, filling)
  if (field.kind === 'entry') return entryModel(key, field, filling)
  if (field.kind === 'position') return positionModel(key, field, filling)
  return fieldModel(key, field, filling, parent)
}

/** A reason that its neighbour's control already asks for has no place of its own. */
const isAsked = (key: string) => key !== 'posisiAlasan'

/** The photos stand where the evidence begins. */
export function fieldsOf(keys: readonly string[], filling: Filling): FieldModel[] {
  const fields = new Map(askedFields(filling.type))
  return keys
    .filter((key) => fields.has(key) && isAsked(key) && !fields.get(key)!.insteadOf)
    .flatMap((key) => {
      const model = modelOf(key, fields.get(key)!, filling)
      return key === 'posisi' ? [model, photosModel(filling)] : [model]
    })
}

/** Where a link in the error summary leads: the first control of the field. */
export const anchorOf = (name: string): string =>
  `#f-${(name === 'posisiAlasan' ? 'posisi' : name).replaceAll('.', '-')}`

/** What stands above a form: what is known already. */
export interface Lead {
  title: string
  text: string
  due: string
  photosTitle: string
  photos: { src: string; alt: string }[]
}

/** What the phone's own draft of a form is called, and where it is opened again. */
export const draftOn = (typeKey: string, title: string, at: string) => ({ typeKey, title, at, id: '' })

/** The draft of what is done to a report that stands: of this version of it, for another one asks for something else. */
export const draftFor = ({ id, version, number, typeKey }: FoundReport, title: string, at: string) => ({
  ...draftOn(typeKey, `${title} ${number}`, at),
  id: `${id}-${version}`,
})

/** The form, empty, as a draft or after a wrong answer: one function, so that they cannot differ. */
export function formPage(filling: Filling) {
  const { type, id, errors, locale, t } = filling
  const sections = type.sections.map(({ title, fields }, index) => ({
    number: String(index + 1),
    title: title[locale],
    confidential: fields.some((key) => type.fields[key]!.confidential) ? t('sealed.form') : '',
    fields: fieldsOf(fields, filling),
  }))
  const order = sections.flatMap(({ fields }) => fields.map((field) => `#${field.id}`))
  const place = ({ href }: { href: string }) => order.findIndex((one) => href === one || href.startsWith(`${one}-`))
  const hasOptional = sections.some((section) => section.fields.some(({ optional }) => optional))
  return {
    title: type.title[locale],
    heading: type.title[locale],
    subheading: type.hint[locale],
    back: paths.newReport,
    hasErrors: errors.size > 0,
    problems: [...errors]
      .map(([name, message]) => ({ href: anchorOf(name), message }))
      .sort((one, other) => place(one) - place(other)),
    lead: [] as Lead[],
    earlier: filling.earlier ?? [],
    /** By when it is to be written, as far as that is said beforehand. */
    due: '',
    /** A letter that is printed and signed before its photo is asked for. */
    letter: letterOf(filling),
    questions: [] as Question[],
    send: [] as SendFrom[],
    phoneCheck: [
      {
        send: sendFrom(t, { kind: 'report', type: type.key, id, label: type.title[locale] }),
        photosTitle: type.photos.label[locale],
      },
    ],
    note: hasOptional ? t('report.optionalMarked') : t('report.allNeeded'),
    action: paths.fileReport(type.key),
    draft: draftOn(type.key, type.title[locale], paths.newReportOf(type.key)),
    hidden: [
      { name: 'laporanId', value: id },
      { name: 'versiFormulir', value: String(type.version) },
      ...retiredAnswers(filling),
    ],
    sections,
    rules: JSON.stringify(rulesFor(filling)),
    bar: {
      primary: { label: t('report.check'), name: 'aksi', value: 'periksa' },
      secondary: { label: t('report.saveDraft'), name: 'aksi', value: 'simpan' },
      text: '',
    },
  }
}

/** Answers of a draft to questions that are no longer asked travel on with it. */
const retiredAnswers = ({ type, wire }: Filling) =>
  Object.entries(type.fields)
    .filter(([key, field]) => field.retired && typeof wire[key] === 'string' && wire[key] !== '')
    .map(([name]) => ({ name, value: String(wire[name]) }))

function letterOf({ type, t }: Filling) {
  if (!type.agreement) return []
  const { field, is } = type.agreement.when
  const when = { field, is: String(is) }
  return [{ label: t('agreement.printFirst'), hint: t('agreement.printFirstHint'), when }]
}

export type FormPage = ReturnType<typeof formPage>

/** The sentences of rules that only the server can judge, and of kinds that no report asks, stay with the server. */
const phoneSentences = Object.entries(ruleSentences).filter(
  ([key]) => !/^rule\.(photo|phone|telephone|twoNumbers|nameSure|timeInFuture|outsideVillage|notYourVillage)/.test(key),
)

/** What the phone needs to check answers by itself: the same fields and sentences, the same day. */
function rulesFor({ type, today, locale, t }: Filling) {
  const forPhone = (field: Field): object => ({
    ...field,
    label: field.label[locale],
    readAs: field.readAs?.[locale],
    empty: field.empty?.[locale],
    refused: field.refuses?.sentence[locale],
    refuses: field.refuses && { ...field.refuses, sentence: undefined },
    ranks: undefined,
    hint: undefined,
    itemLabel: undefined,
    vocabulary: undefined,
    offered: undefined,
    options: field.options && Object.fromEntries(Object.keys(field.options).map((value) => [value, 1])),
    items: field.items && Object.fromEntries(Object.entries(field.items).map(([key, item]) => [key, forPhone(item)])),
  })
  return {
    today,
    version: type.version,
    headline: type.headline[locale],
    fields: Object.fromEntries(askedFields(type).map(([key, field]) => [key, forPhone(field)])),
    photos: {
      min: type.photos.min,
      minWhen: type.photos.minWhen && { ...type.photos.minWhen, sentence: type.photos.minWhen.sentence[locale] },
      sentence: t('rule.photosNone'),
    },
    sentences: Object.fromEntries(phoneSentences.map(([key, sentence]) => [key, sentence[locale]])),
    summary: { one: t('problems.one'), many: t('problems.many', { count: '{count}' }), word: t('app.errorWord') },
  }
}
