import type { Text } from '../../kernel/locale.ts'
import { type Field, isOptional } from './fields.ts'
import { evidence, head, place } from './header.ts'
import type { PhotosNeeded } from './judge.ts'
import type { When } from './rules.ts'
import { unknownKey, withUnknowns } from './unknowns.ts'

export type Answers = Record<string, unknown>
export type Fields = Record<string, Field>

export interface Section<K extends string = string> {
  title: Text
  fields: readonly K[]
}

/** The data of a report type. Everything that a report can do is read from it. */
export interface Definition<F extends Fields> {
  key: string
  /** The first part of a report's number. */
  code: string
  title: Text
  /** For columns and tabs. */
  short: Text
  hint: Text
  version: number
  /** Its place among the types, on every screen. */
  order: number
  /** A place is asked, or it is that of the register's entry in this field. */
  place: 'asked' | { entryIn: keyof F & string }
  fields: F
  sections: readonly Section<keyof F & string>[]
  /** The one line that tells a report from its neighbours; `{key}` is the answer as it is shown. */
  headline: Text
  photos: { label: Text; hint: Text; max: number } & PhotosNeeded<Text>
  /** A letter that the parties sign, when an answer says so: which answers are its matter, its people and its points. */
  agreement?: {
    when: When
    matter: keyof F & string
    parties: keyof F & string
    witnesses: keyof F & string
    points: keyof F & string
  }
  /** Where the print-out is not that of the other types: the word at its head and foot, and the parts that it is set out in. */
  print?: { classification: Text; parts: readonly Section<keyof F & string>[] }
  /** Routine: without marks it may be verified together with others, or sampled. */
  lowRisk?: boolean
  /** What is expected of one officer until the polres sets its own target. */
  target: { count: number; per: 'hari' | 'minggu' }
}

export interface ReportType extends Omit<Definition<Fields>, 'place' | 'sections'> {
  sections: readonly Section[]
  /** The answer that names an entry of the register, or '' where a place is asked. */
  entryField: string
}

const where: Text = { id: 'Waktu dan tempat', en: 'Time and place' }
const proof: Text = { id: 'Bukti dan tindak lanjut', en: 'Evidence and follow-up' }

/** Puts the common header around a type's own fields; refuses, at boot, what would go wrong later. */
export function defineReportType<const F extends Fields>(definition: Definition<F>): ReportType {
  const { place: placed, fields: own, sections, ...rest } = definition
  const asked = placed === 'asked' ? place : {}
  const fields: Fields = withUnknowns({ ...head, ...asked, ...own, ...evidence })
  const withCompanions = (keys: readonly string[]) =>
    keys.flatMap((key) => (fields[key]?.unknowns ? [key, unknownKey(key)] : [key]))
  const type: ReportType = {
    ...rest,
    fields,
    entryField: placed === 'asked' ? '' : placed.entryIn,
    sections: [
      { title: where, fields: [...Object.keys(head), ...Object.keys(asked)] },
      ...sections,
      { title: proof, fields: Object.keys(evidence) },
    ].map(({ title, fields: keys }) => ({ title, fields: withCompanions(keys) })),
  }
  assertSound(type)
  assertConfidentialWhole(type)
  assertPrintedWhole(type)
  return type
}

/** A section is confidential as a whole: its form says so once, above its questions. */
function assertConfidentialWhole({ key, sections, fields }: ReportType): void {
  for (const section of sections) {
    const kinds = new Set(section.fields.map((one) => fields[one]!.confidential === true))
    if (kinds.size > 1) throw new Error(`Report type ${key}: ${section.title.en} is sealed in part`)
  }
}

/** Every question of the type's own stands in one part of its print-out, and what is confidential in none. */
function assertPrintedWhole({ key, sections, fields, print }: ReportType): void {
  if (!print) return
  const open = sections.slice(1, -1).flatMap((section) => section.fields.filter((one) => !fields[one]!.confidential))
  const printed = print.parts.flatMap((part) => part.fields)
  const isOwn = (one: string) => !fields[one]!.insteadOf
  if (open.filter(isOwn).sort().join() !== [...printed].sort().join())
    throw new Error(`Report type ${key}: its parts in print are not its open questions, each once`)
}

function assertSound(type: ReportType): void {
  const placed = type.sections.flatMap(({ fields }) => fields)
  const fault = (what: string) => {
    throw new Error(`Report type ${type.key}: ${what}`)
  }
  const assertChoice = (key: string, { field, is }: When) => {
    const options = type.fields[field]?.kind === 'choice' ? type.fields[field].options : undefined
    for (const value of [is].flat())
      if (!options?.[value]) fault(`${key} depends on ${field} being ${value}, which is no option of a choice`)
  }
  if ('kilat' in type.fields) fault('a field is called kilat, as the line of a brief report is')
  for (const key of Object.keys(type.fields)) {
    const times = placed.filter((one) => one === key).length
    if (times !== 1) fault(`field ${key} stands in ${times} sections`)
    const { unknowns, kind } = type.fields[key]!
    if (unknowns && (kind === 'list' || !isOptional(type.fields[key]!)))
      fault(`${key} is needed, so it is never unknown`)
    for (const when of [type.fields[key]!.requiredWhen, type.fields[key]!.refuses?.unless])
      if (when) assertChoice(key, when)
  }
  if (type.photos.minWhen) assertChoice('photos', type.photos.minWhen)
  for (const sentence of [type.headline.id, type.headline.en]) {
    for (const [, key] of sentence.matchAll(/\{(\w+)\}/g)) if (!type.fields[key!]) fault(`the headline names ${key}`)
  }
}

/** The fields that are asked, and those that were and have an answer: an older form may still send it. */
export const fieldsTaken = (type: ReportType, given: Record<string, unknown>): [string, Field][] =>
  type.sections
    .flatMap(({ fields }) => fields.map((key): [string, Field] => [key, type.fields[key]!]))
    .filter(([key, field]) => !field.retired || (given[key] ?? '') !== '')

/** The fields that are still asked, in the order of the page. */
export const askedFields = (type: ReportType): [string, Field][] =>
  type.sections
    .flatMap(({ fields }) => fields.map((key): [string, Field] => [key, type.fields[key]!]))
    .filter(([, field]) => !field.retired)
