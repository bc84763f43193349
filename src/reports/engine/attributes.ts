import type { Day } from '../../kernel/days.ts'
import type { Field } from './fields.ts'

export interface Attribute {
  name: string
  value: string
}

const attribute = (name: string, value: string | number): Attribute => ({ name, value: String(value) })

/**
 * What the browser can know of a field without a script: which keyboard to show, what not to complete. There is no
 * `required` and no `maxlength`: nothing is cut silently, and server and script say the same sentence.
 */
export function attributesOf(field: Field, today: Day): Attribute[] {
  const about = [attribute('autocomplete', 'off')]
  switch (field.kind) {
    case 'integer':
      return [...about, attribute('inputmode', 'numeric'), attribute('size', String(field.max ?? 9999).length)]
    case 'phone':
      return [...about, attribute('inputmode', 'tel')]
    case 'date':
      return [
        ...(field.notInFuture ? [attribute('max', today)] : []),
        ...(field.notInPast ? [attribute('min', today)] : []),
      ]
    case 'text':
      return [
        ...about,
        ...(field.format === 'name' ? [attribute('autocapitalize', 'words'), attribute('spellcheck', 'false')] : []),
      ]
    case 'long':
      return [attribute('data-min', field.minLength ?? 0), attribute('data-max', field.maxLength ?? 0)]
    default:
      return []
  }
}
