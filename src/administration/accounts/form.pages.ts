import { roles } from '../../access/policy/actor.ts'
import type { Context, Violation } from '../../platform/http/endpoint.ts'
import type { Sent } from '../../platform/http/sent.ts'
import { sureFields } from '../../platform/http/sure.ts'
import type { FieldModel } from '../../platform/views/field-model.ts'
import { type CoveredVillage, type UnitLine, villageTitle } from '../units/index.ts'
import { field, options, typing } from './fields.ts'
import { pangkatList } from './pangkat.ts'
import { textOf, textsOf } from './sent.ts'

/** A form as it was last sent, and what is wrong with it. */
export interface Filled {
  sent: Sent
  violations: Violation[]
}

export const untouched = (sent: Sent = {}): Filled => ({ sent, violations: [] })

type SubmitButton = { label: string; name: string; value: string }
type Row = { label: string; value: string; lines: string[] }

export interface FormParts {
  title: string
  subheading: string
  back: string
  lead: string[]
  sections?: { title: string; rows: Row[] }[]
  action: string
  fields: FieldModel[]
  /** A second button below one of the fields, for those without script. */
  between?: { after: string; button: SubmitButton }
  submit: string
  /** It takes something away. */
  isGrave?: boolean
}

export function formPage({ t }: Context, parts: FormParts, { sent, violations }: Filled) {
  const { title, subheading, back, lead, sections, action, fields, between, submit, isGrave = false } = parts
  return {
    title,
    heading: t('personnel.title'),
    subheading,
    back,
    lead,
    action,
    hasErrors: violations.length > 0,
    problems: violations.map((violation) => ({ href: `#f-${violation.field}`, message: violation.message })),
    sections: sections ?? [],
    blocks: fields.map((one) => ({ field: one, button: between?.after === one.name ? between.button : '' })),
    hasButtons: between !== undefined,
    submit: { label: submit, name: 'aksi', value: 'simpan' },
    // Another button than Save has not asked about the name.
    hidden: violations.length > 0 || sent.aksi === undefined ? sureFields([sent.nama]) : [],
    isGrave,
  }
}

const errorOf = (violations: Violation[], name: string): string =>
  violations.find(({ field: at }) => at === name)?.message ?? ''

/** The questions about a person, each with what was answered last. */
export function questions({ t, today }: Context, { sent, violations }: Filled) {
  const parts = (name: string) => ({ value: textOf(sent, name), error: errorOf(violations, name) })
  return {
    nrp: () =>
      field('input-text', 'nrp', t('personnel.nrp'), {
        ...parts('nrp'),
        hint: t('personnel.nrpHint'),
        attributes: typing({ inputmode: 'numeric' }),
      }),
    name: () =>
      field('input-text', 'nama', t('personnel.name'), {
        ...parts('nama'),
        hint: t('personnel.nameHint'),
        attributes: typing({ autocapitalize: 'words' }),
      }),
    pangkat: () =>
      field('input-choice', 'pangkat', t('personnel.pangkat'), {
        ...parts('pangkat'),
        options: options(
          pangkatList.map((pangkat) => [pangkat, pangkat]),
          [textOf(sent, 'pangkat')],
        ),
      }),
    position: () =>
      field('input-text', 'jabatan', t('personnel.position'), {
        ...parts('jabatan'),
        hint: t('personnel.positionHint'),
        attributes: typing({ autocapitalize: 'words' }),
      }),
    phone: () =>
      field('input-phone', 'hp', t('personnel.phone'), {
        ...parts('hp'),
        hint: t('personnel.phoneHint'),
        optional: true,
        attributes: typing(),
      }),
    role: () =>
      field('input-choice', 'peran', t('personnel.role'), {
        ...parts('peran'),
        options: options(
          roles.map((role) => [role, t(`role.${role}`)]),
          [textOf(sent, 'peran')],
        ),
      }),
    unit: (units: UnitLine[], label: string) =>
      field('input-choice', 'satuan', label, {
        ...parts('satuan'),
        options: options(
          units.map(({ path, name }) => [path, name]),
          [textOf(sent, 'satuan')],
        ),
      }),
    day: (name: string, label: string, hint: string, bounds: { min?: string; max?: string }) =>
      field('input-date', name, label, {
        error: errorOf(violations, name),
        value: textOf(sent, name) || today,
        hint,
        attributes: Object.entries(bounds).map(([key, value]) => ({ name: key, value })),
      }),
    villages: (villages: CoveredVillage[], optional: boolean) =>
      field('input-many', 'wilayah', t('personnel.villages'), {
        error: errorOf(violations, 'wilayah'),
        hint: t('personnel.villagesHint'),
        optional,
        options: options(
          villages.map((village) => [village.code, coveredBy(village, t)]),
          textsOf(sent, 'wilayah'),
        ),
      }),
    reason: () =>
      field('input-long', 'alasan', t('personnel.suspendReason'), {
        ...parts('alasan'),
        hint: t('personnel.reasonHint'),
        attributes: typing({ 'data-min': '10', 'data-max': '300' }),
      }),
  }
}

function coveredBy(village: CoveredVillage, t: Context['t']): string {
  const name = villageTitle(village)
  return village.officers.length === 0
    ? t('personnel.villageFree', { village: name })
    : t('personnel.villageBy', { village: name, officers: village.officers.join(', ') })
}
