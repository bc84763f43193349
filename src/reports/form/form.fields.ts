import type { Day } from '../../kernel/days.ts'
import { showNumber } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'
import { paths } from '../../kernel/paths.ts'
import type { FieldModel, Option } from '../../platform/views/field-model.ts'
import type { Say } from '../../sentences/say.ts'
import {
  attributesOf,
  type Field,
  type Fix,
  type FixFault,
  fixFault,
  isOptional,
  itemName,
  itemsSent,
  type ReportType,
  readFix,
  unknownKey,
  unknownReasons,
  type Wire,
} from '../engine/index.ts'
import type { EarlierCard } from './earlier-visits.pages.ts'

/** What a single question needs to know to be printed. */
export interface FieldContext {
  wire: Wire
  errors: Map<string, string>
  villages: { code: string; name: string }[]
  today: Day
  locale: Locale
  t: Say
}

/** All that a form needs to know besides its type. */
export interface Filling extends FieldContext {
  type: ReportType
  id: string
  entry: { id: string; title: string; lines: string[] } | undefined
  photos: { hash: string; width: number; height: number }[]
  /** Of the chosen entry of the register. */
  earlier?: EarlierCard[]
}

const valueOf = (wire: Wire, name: string): string => (typeof wire[name] === 'string' ? wire[name] : '')

const isChecked = (wire: Wire, name: string, value: string): boolean => [wire[name]].flat().includes(value)

/** A word that is no longer offered is shown where it was chosen before, as long as it is taken. */
const optionsOf = (
  { options = {}, offered }: Pick<Field, 'options' | 'offered'>,
  name: string,
  { wire, locale }: FieldContext,
): Option[] =>
  Object.entries(options)
    .map(([value, label]) => ({ value, label: label[locale], checked: isChecked(wire, name, value) }))
    .filter(({ value, checked }) => checked || !offered || offered.includes(value))

/** The question that a dependent one hangs on, where there is one. */
export interface Parent {
  name: string
  field: Field
}

export function fieldModel(name: string, field: Field, asking: FieldContext, parent?: Parent): FieldModel {
  const { wire, errors, today, locale } = asking
  return {
    name,
    id: `f-${name.replaceAll('.', '-')}`,
    label: field.label[locale],
    hint: field.hint?.[locale] ?? '',
    error: errors.get(name) ?? errors.get(unknownKey(name)) ?? '',
    optional: isOptional(field),
    component: `input-${field.kind}`,
    attributes: attributesOf(field, today),
    options: optionsOf(field, name, asking),
    unknowns: field.unknowns ? optionsOf({ options: unknownReasons }, unknownKey(name), asking) : [],
    value: valueOf(wire, name),
    when: whenOf(field, asking, parent),
    extra: {},
  }
}

function whenOf({ requiredWhen }: Field, { locale, t }: FieldContext, parent?: Parent): FieldModel['when'] {
  if (!requiredWhen || !parent) return ''
  const values = [requiredWhen.is].flat()
  const answer = values.map((value) => parent.field.options![value]![locale]).join(` ${t('report.or')} `)
  return { field: parent.name, is: values.join(' '), sentence: t('report.fillWhen', { answer }) }
}

export function listModel(name: string, field: Field, filling: Filling, parent?: Parent): FieldModel {
  const { wire, locale, t } = filling
  const most = field.maxItems ?? 5
  // As many empty blocks as are needed, and always one: without JavaScript it is the only way to begin.
  const least = Math.max(1, field.minItems ?? 1)
  const count = Math.min(most, Math.max(least, itemsSent(name, wire)))
  const label = field.itemLabel![locale]
  const items = Array.from({ length: count }, (_, index) => ({
    title: `${label} ${index + 1}`,
    fields: Object.entries(field.items ?? {})
      .filter(([, item]) => !item.insteadOf)
      .map(([key, item]) => fieldModel(itemName(name, index, key), item, filling)),
    removeValue: `hapus:${name}:${index}`,
    removeLabel: t('report.removeItem', { item: `${label.toLowerCase()} ${index + 1}` }),
  }))
  const extra = {
    items,
    addValue: `tambah:${name}`,
    addLabel: t('report.addItem', { item: label.toLowerCase() }),
    canAdd: count < most,
    least,
    most,
  }
  return { ...fieldModel(name, field, filling, parent), extra }
}

export function villageModel(name: string, field: Field, asking: FieldContext): FieldModel {
  const { villages, wire } = asking
  const chosen = valueOf(wire, name) || (villages.length === 1 ? villages[0]!.code : '')
  const options = villages.map(({ code, name: label }) => ({ value: code, label, checked: code === chosen }))
  return { ...fieldModel(name, field, asking), options, value: chosen }
}

export function entryModel(name: string, field: Field, filling: Filling): FieldModel {
  const { entry, t } = filling
  const extra = {
    title: entry?.title ?? '',
    lines: entry?.lines ?? [],
    changeLabel: t(`report.choose.${field.register!}`),
    otherLabel: t('report.changeEntry'),
    changeValue: `pilih:${name}`,
    register: field.register!,
  }
  return { ...fieldModel(name, field, filling), value: entry?.id ?? '', extra }
}

/** Where, or why not: two questions in one control. A position that is no evidence is not kept, and the card says why. */
export function positionModel(name: string, field: Field, filling: Filling): FieldModel {
  const reasonName = `${name}Alasan`
  const reason = filling.type.fields[reasonName]!
  const model = fieldModel(name, field, filling)
  const fix = readFix(model.value)
  const fault = fix ? fixFault(fix) : undefined
  const extra = {
    ...positionCard(fix, fault, filling),
    reasons: optionsOf(reason, reasonName, filling),
    button: filling.t('report.getPosition'),
    privacy: model.hint,
  }
  const value = fix && !fault ? model.value : ''
  const error = model.error || (filling.errors.get(reasonName) ?? '')
  return { ...model, value, hint: '', error, optional: false, extra }
}

const refusedFix = {
  unreal: 'component.positionUnreal',
  outside: 'component.positionOutside',
  vague: 'component.positionVague',
} as const

function positionCard(fix: Fix | undefined, fault: FixFault | undefined, { t, locale }: FieldContext) {
  if (!fix) return { title: '', shown: '' }
  const metres = showNumber(fix.accuracy, locale)
  if (fault) return { title: t(refusedFix[fault], { metres }), shown: '' }
  return { title: t('component.positionFound'), shown: t('component.positionMetres', { metres }) }
}

export function photosModel(filling: Filling): FieldModel {
  const { type, id, photos, errors, locale, t } = filling
  return {
    name: 'foto',
    id: 'f-foto',
    label: type.photos.label[locale],
    hint: type.photos.hint[locale],
    error: errors.get('foto') ?? '',
    optional: type.photos.min === 0,
    component: 'input-photos',
    attributes: [],
    options: [],
    unknowns: [],
    value: '',
    when: '',
    extra: {
      max: type.photos.max,
      keptAt: paths.parkedPhoto('{id}', '{hash}'),
      photos: photos.map(({ hash, width, height }, index) => ({
        hash,
        src: paths.parkedPhoto(id, hash),
        sentence: t('report.photoKept', { number: index + 1, width, height }),
        removeValue: `hapus-foto:${hash}`,
      })),
    },
  }
}
