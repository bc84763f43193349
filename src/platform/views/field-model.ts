/** A question of a form, as the components of the views take it; `extra` is what only its kind of control needs. */
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
