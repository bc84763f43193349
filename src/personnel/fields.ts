/** A question of a form, as the components of the views take it. */
export interface FieldModel {
  name: string
  id: string
  label: string
  hint: string
  error: string
  optional: boolean
  component: string
  attributes: { name: string; value: string }[]
  options: Option[]
  unknowns: Option[]
  value: string
  when: '' | { field: string; is: string; sentence: string }
  extra: Record<string, unknown>
}

export interface Option {
  value: string
  label: string
  checked: boolean
}

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
