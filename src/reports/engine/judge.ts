// Runs on the server and in the browser: what a form sent, read and judged by the same rules.
import { coerce, type KindName } from './coerce.ts'
import { answerFault, distinctFault, holds, isAsked, type Problem, type Rules, type When } from './rules.ts'

/** As much of a field as judging needs. */
export interface JudgedField extends Rules {
  kind: KindName
  items?: Record<string, JudgedField>
}

export type Wire = Record<string, unknown>
type Answers = Record<string, unknown>

/** No list is longer than this, whatever was sent. */
const mostItems = 20

export const itemName = (key: string, index: number, itemKey: string): string => `${key}.${index}.${itemKey}`

/** How many items of a list were sent; an item is there when any of its names is. */
export function itemsSent(key: string, wire: Wire): number {
  const pattern = new RegExp(`^${key}\\.(\\d{1,2})\\.\\w+$`)
  const indexes = Object.keys(wire).flatMap((name) => pattern.exec(name)?.[1] ?? [])
  return indexes.length === 0 ? 0 : Math.min(mostItems, Math.max(...indexes.map(Number)) + 1)
}

function readItems(key: string, items: Record<string, JudgedField>, wire: Wire): Answers[] | null {
  const all = Array.from({ length: itemsSent(key, wire) }, (_, index) =>
    readItem(Object.entries(items), (itemKey) => wire[itemName(key, index, itemKey)]),
  )
  // A block in which nothing was filled in is no item: without JavaScript an empty one is always there.
  const filled = all.filter((item) => Object.values(item).some((value) => value !== null))
  return filled.length === 0 ? null : filled
}

/** A block has no key for a missing reason: one that was sent before such reasons were asked stays the same content. */
function readItem(items: [string, JudgedField][], sent: (key: string) => unknown): Answers {
  const raw = Object.fromEntries(items.map(([key, item]) => [key, read(item, sent(key))]))
  const reasons = new Set(items.flatMap(([key, { insteadOf }]) => (insteadOf ? [key] : [])))
  const asked = Object.entries(withoutMoot(items, raw))
  return Object.fromEntries(asked.filter(([key, value]) => value !== null || !reasons.has(key)))
}

const read = (field: JudgedField, raw: unknown): unknown =>
  field.kind === 'list' ? null : coerce(field.kind, raw, field.format)

/**
 * The answers of a form, coerced, by key. A dependent answer whose question does not arise is null, whatever was sent;
 * a location, or any other answer, takes away the reason for having none.
 */
export function readFields(fields: [string, JudgedField][], wire: Wire): Answers {
  const raw: Answers = Object.fromEntries(
    fields.map(([key, field]) => [key, field.items ? readItems(key, field.items, wire) : read(field, wire[key])]),
  )
  return withoutMoot(fields, raw)
}

/** The answers, without those whose question does not arise. */
function withoutMoot(fields: [string, JudgedField][], raw: Answers): Answers {
  const isGiven = (key: string | undefined) => key !== undefined && raw[key] !== null
  const isMoot = (field: JudgedField) =>
    !isAsked(field, raw) || isGiven(field.requiredUnless) || isGiven(field.insteadOf)
  return Object.fromEntries(fields.map(([key, field]) => [key, isMoot(field) ? null : raw[key]]))
}

export interface Found<F extends JudgedField> {
  /** The name of the control: a field's key, or `pendapat.0.uraian`. */
  name: string
  field: F
  problem: Problem
}

/** Every rule that the answers break, in the order of the fields. `formVersion`: of the form that asked. */
export function problemsOf<F extends JudgedField>(
  fields: [string, F][],
  answers: Answers,
  today: string,
  formVersion: number,
): Found<F>[] {
  return fields.flatMap(([key, field]) => {
    const excused = field.since !== undefined && field.since > formVersion && answers[key] === null
    const problem = excused ? undefined : answerFault(field, answers[key], answers, today)
    return [...(problem ? [{ name: key, field, problem }] : []), ...itemProblems(key, field, answers[key], today)]
  })
}

function itemProblems<F extends JudgedField>(key: string, list: F, value: unknown, today: string): Found<F>[] {
  const items = list.items as Record<string, F> | undefined
  if (!items || !Array.isArray(value)) return []
  const all = value as Answers[]
  return all.flatMap((item, index) =>
    Object.entries(items).flatMap(([itemKey, field]) => {
      const twin = list.distinct === itemKey ? distinctFault(all, index, itemKey) : undefined
      const problem = answerFault(field, item[itemKey], item, today) ?? twin
      return problem ? [{ name: itemName(key, index, itemKey), field, problem }] : []
    }),
  )
}

/** Of the questions that need an answer, as the others were answered: how many, and how many have a good one. */
export function answeredOf(fields: [string, JudgedField][], wire: Wire, today: string) {
  const answers = readFields(fields, wire)
  const needed = fields.filter(([, field]) => answerFault(field, null, answers, today) !== undefined)
  const answered = needed.filter(([key, field]) => answerFault(field, answers[key], answers, today) === undefined)
  return { answers, needed: needed.length, answered: answered.length }
}

/** How many photos a report needs: more when an answer calls for proof of its own. */
export interface PhotosNeeded<S> {
  min: number
  minWhen?: When & { min: number; sentence: S }
}

/** Whether these photos are too few for the answers; the sentence when the type has one of its own, else ''. */
export function photosLacking<S>(
  { min, minWhen }: PhotosNeeded<S>,
  answers: Answers,
  count: number,
): S | '' | undefined {
  if (minWhen && holds(minWhen, answers) && count < minWhen.min) return minWhen.sentence
  return count < min ? '' : undefined
}

const chosen: ReadonlySet<KindName> = new Set(['choice', 'many', 'village', 'entry'])
const ownSentence: ReadonlySet<KindName> = new Set(['date', 'time', 'integer', 'phone', 'position'])

/** Which sentence says the problem best for that kind of field. */
export function sentenceKey({ key }: Problem, { kind, unknowns, format }: JudgedField): string {
  if (key === 'rule.placeholder' && unknowns) return 'rule.placeholderOrUnknown'
  if (key === 'rule.required') return chosen.has(kind) ? 'rule.choose' : 'rule.fill'
  return key === 'rule.unreadable' && ownSentence.has(kind) ? `rule.${format ?? kind}` : key
}

/** A label inside a sentence begins small, unless it is an abbreviation: `Isi tempat`, `Isi RT`. */
export const insideSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label
