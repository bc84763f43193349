import type { FieldModel, Option } from '../../platform/views/field-model.ts'

type Parts = Partial<FieldModel> & { error: string }

export const field = (component: string, name: string, label: string, parts: Parts): FieldModel => ({
  name,
  id: `f-${name}`,
  label,
  hint: '',
  optional: false,
  component,
  attributes: [],
  options: [],
  unknowns: [],
  value: '',
  when: '',
  extra: {},
  ...parts,
})

export const options = (
  values: readonly (readonly [value: string, label: string])[],
  chosen: readonly string[],
): Option[] => values.map(([value, label]) => ({ value, label, checked: chosen.includes(value) }))

/** The attributes of a text about the person; the browser's own data are somebody else's. */
export const typing = (more: Record<string, string> = {}): FieldModel['attributes'] =>
  Object.entries({ autocomplete: 'off', spellcheck: 'false', ...more }).map(([name, value]) => ({ name, value }))
