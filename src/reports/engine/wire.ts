import { type Answers, fieldsTaken, type ReportType } from './definition.ts'
import type { Field } from './fields.ts'
import { itemName, readFields, type Wire } from './judge.ts'

export { itemName, itemsSent, type Wire } from './judge.ts'

/** The answers of a form of that type, coerced, by key. */
export const readAnswers = (type: ReportType, wire: Wire): Answers => readFields(fieldsTaken(type, wire), wire)

/** The answers to questions that are no report's. */
export const readForm = (fields: Record<string, Field>, wire: Wire): Answers => readFields(Object.entries(fields), wire)

/** The reverse: answers as a form would send them, so that a form can be filled in again. */
export function wireOf(type: ReportType, answers: Answers): Wire {
  const wire: Wire = {}
  for (const [key, field] of Object.entries(type.fields)) {
    const value = answers[key]
    if (value === null || value === undefined) continue
    if (field.kind !== 'list') wire[key] = Array.isArray(value) ? value.map(String) : String(value)
    else {
      for (const [index, item] of (value as Answers[]).entries()) {
        for (const [itemKey, one] of Object.entries(item))
          if (one !== null) wire[itemName(key, index, itemKey)] = String(one)
      }
    }
  }
  return wire
}

/** The version of the form that asked, as it says itself; one that never was is today's, which asks everything. */
export function formVersionOf({ version }: ReportType, { versiFormulir }: Wire): number {
  const said = typeof versiFormulir === 'string' && /^\d{1,4}$/.test(versiFormulir) ? Number(versiFormulir) : 0
  return said >= 1 && said <= version ? said : version
}
