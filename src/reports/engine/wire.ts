import { coerce } from './coerce.ts'
import { type Answers, askedFields, type ReportType } from './definition.ts'
import type { Field } from './fields.ts'
import { isAsked } from './rules.ts'

/** A form as it was sent: one value a name, `pendapat.0.uraian` for an item of a list. */
export type Wire = Record<string, unknown>

/** No list is longer than this, whatever was sent. */
const mostItems = 20

/** How many items of a list were sent; an item is there when any of its names is. */
export function itemsSent(key: string, wire: Wire): number {
  const indexes = Object.keys(wire)
    .map((name) => new RegExp(`^${key}\\.(\\d{1,2})\\.\\w+$`).exec(name)?.[1])
    .filter((index) => index !== undefined)
    .map(Number)
  return indexes.length === 0 ? 0 : Math.min(mostItems, Math.max(...indexes) + 1)
}

export const itemName = (key: string, index: number, itemKey: string): string => `${key}.${index}.${itemKey}`

function readItems(key: string, field: Field, wire: Wire): Answers[] | null {
  const items = Array.from({ length: itemsSent(key, wire) }, (_, index) =>
    Object.fromEntries(
      Object.entries(field.items ?? {}).map(([itemKey, item]) => [
        itemKey,
        coerce(item.kind, wire[itemName(key, index, itemKey)]),
      ]),
    ),
  )
  // A block in which nothing was filled in is no item: without JavaScript an empty one is always there.
  const filled = items.filter((item) => Object.values(item).some((value) => value !== null))
  return filled.length === 0 ? null : filled
}

export const readField = (key: string, field: Field, wire: Wire): unknown =>
  field.kind === 'list' ? readItems(key, field, wire) : coerce(field.kind, wire[key])

/**
 * The answers of a form, coerced, by key. A dependent answer whose question does not arise is null, whatever was sent;
 * a location takes away the reason for having none.
 */
export function readAnswers(type: ReportType, wire: Wire): Answers {
  const fields = askedFields(type)
  const raw: Answers = Object.fromEntries(fields.map(([key, field]) => [key, readField(key, field, wire)]))
  const isMoot = (field: Field) =>
    !isAsked(field, raw) || (field.requiredUnless !== undefined && raw[field.requiredUnless] !== null)
  return Object.fromEntries(fields.map(([key, field]) => [key, isMoot(field) ? null : raw[key]]))
}

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
