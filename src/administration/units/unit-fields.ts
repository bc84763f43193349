import { timeZones, zoneName } from '../../kernel/format.ts'
import type { FieldModel } from '../../platform/views/field-model.ts'
import type { Say } from '../../sentences/say.ts'
import { type Filled, typed } from './unit-form-input.ts'

export const problemsOf = (violations: Filled['violations']) =>
  violations.map(({ field, message }) => ({ href: `#f-${field}`, message }))

type Parts = { name: string; label: string; hint: string; optional: boolean; attributes: Record<string, string> }

function text({ name, label, hint, optional, attributes }: Parts, { sent, violations }: Filled): FieldModel {
  const all = { autocomplete: 'off', spellcheck: 'false', ...attributes }
  return {
    name,
    id: `f-${name}`,
    label,
    hint,
    optional,
    value: typed(sent, name),
    error: violations.find(({ field }) => field === name)?.message ?? '',
    component: 'input-text',
    attributes: Object.entries(all).map(([key, value]) => ({ name: key, value })),
    options: [],
    unknowns: [],
    when: '',
    extra: {},
  }
}

export const nameField = (t: Say, filled: Filled) =>
  text(
    {
      name: 'nama',
      label: t('unit.name'),
      hint: t('unit.nameHint'),
      optional: false,
      attributes: { autocapitalize: 'words' },
    },
    filled,
  )

export const codeField = (t: Say, filled: Filled) =>
  text(
    {
      name: 'kode',
      label: t('unit.code'),
      hint: t('unit.codeHint'),
      optional: true,
      attributes: { autocapitalize: 'none' },
    },
    filled,
  )

export const areasField = (t: Say, filled: Filled, optional: boolean) =>
  text({ name: 'wilayah', label: t('unit.areas'), hint: t('unit.areasHint'), optional, attributes: {} }, filled)

/** One choice for the zones that people tell apart: Pontianak is WIB as Jakarta is, and keeps its own name where it stands. */
export function zoneField(t: Say, current: string, { sent, violations }: Filled): FieldModel {
  const chosen = typed(sent, 'zona') || current
  const offered = timeZones.filter((zone) => zone !== 'Asia/Pontianak' || zone === current)
  return {
    name: 'zona',
    id: 'f-zona',
    label: t('unit.zone'),
    hint: t('unit.zoneHint'),
    optional: false,
    value: '',
    error: violations.find(({ field }) => field === 'zona')?.message ?? '',
    component: 'input-choice',
    attributes: [],
    unknowns: [],
    when: '',
    extra: {},
    options: offered.map((zone) => ({ value: zone, label: zoneName(zone), checked: zone === chosen })),
  }
}
