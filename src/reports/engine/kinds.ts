import { type Length, showDay, showNumber, showRt } from '../../kernel/format.ts'
import type { Locale, Text } from '../../kernel/locale.ts'
import { sayIn } from '../../sentences/say.ts'
import type { KindName } from './coerce.ts'
import type { Answers, Fields } from './definition.ts'
import type { Field } from './fields.ts'
import { unknownKey } from './unknowns.ts'

/** Names of things that an answer holds by code or id. */
export interface Names {
  village: (code: string) => string
  entry: (id: string) => string
  /** A word of a vocabulary; undefined when it is as its definition says. */
  term: (vocabulary: string, key: string) => Text | undefined
}

export interface Showing {
  locale: Locale
  names: Names
  /** How months are written; short unless said otherwise. */
  months?: Length
}

interface Kind {
  /** As people read it. */
  show: (value: never, field: Field, showing: Showing) => string
  /** As a cell of an export; the same unless said otherwise. */
  cell?: (value: never, field: Field, showing: Showing) => string | number
}

function optionLabel(value: string, { vocabulary, options }: Field, { locale, names }: Showing): string {
  const kept = vocabulary && names.term(vocabulary, value)
  return (kept || options?.[value])?.[locale] ?? value
}

const itself = (value: string) => value

/** Why an answer is missing is said with the question: beside the other answers it would not tell which one. */
const showItem = (item: Answers, { items = {} }: Field, showing: Showing): string =>
  Object.entries(items)
    .filter(([key]) => item[key] !== null && item[key] !== undefined)
    .map(([key, one]) => {
      const shown = show(one, item[key], showing)
      return one.insteadOf ? `${items[one.insteadOf]!.label[showing.locale]}: ${shown}` : shown
    })
    .join(' · ')

const kinds: Record<KindName, Kind> = {
  text: { show: itself },
  long: { show: itself },
  phone: { show: (value: string) => value.replace(/^\+62/, '0') },
  time: {
    show: (value: string, _: Field, { locale }: Showing) => (locale === 'id' ? value.replace(':', '.') : value),
    cell: itself,
  },
  date: {
    show: (value: string, _: Field, { locale, months }: Showing) => showDay(value, locale, months),
    cell: itself,
  },
  choice: { show: optionLabel },
  many: {
    show: (value: string[], field: Field, showing: Showing) =>
      value.map((one) => optionLabel(one, field, showing)).join(', '),
  },
  integer: {
    show: (value: number, field: Field, { locale }: Showing) =>
      field.padded ? showRt(value) : showNumber(value, locale),
    cell: (value: number, field: Field) => (field.padded ? showRt(value) : value),
  },
  village: { show: (code: string, _: Field, { names }: Showing) => names.village(code), cell: itself },
  entry: { show: (id: string, _: Field, { names }: Showing) => names.entry(id) },
  position: {
    show: (value: string, _: Field, { locale }: Showing) => {
      const [latitude, longitude, metres] = value.split(',')
      const t = sayIn(locale)
      return [
        t('component.positionRecorded', { metres: showNumber(Number(metres), locale) }),
        t('component.positionCoordinates', { place: `${latitude}, ${longitude}` }),
      ].join('\n')
    },
    cell: itself,
  },
  list: {
    show: (value: Answers[], field: Field, showing: Showing) =>
      value.map((item) => showItem(item, field, showing)).join('\n'),
    cell: (value: Answers[], field: Field, showing: Showing) =>
      value.map((item) => showItem(item, field, showing)).join('; '),
  },
}

/** The answer as a page or a print shows it; an answer not given is ''. */
export const show = (field: Field, value: unknown, showing: Showing): string =>
  value === null || value === undefined ? '' : kinds[field.kind].show(value as never, field, showing)

/** The answer, or why there is none. */
export const showAnswer = (fields: Fields, key: string, answers: Answers, showing: Showing): string =>
  show(fields[key]!, answers[key], showing) || showUnknown(fields, key, answers, showing)

function showUnknown(fields: Fields, key: string, answers: Answers, showing: Showing): string {
  const why = fields[key]!.unknowns ? fields[unknownKey(key)] : undefined
  return why ? show(why, answers[unknownKey(key)], showing) : ''
}

/** The same for an export: of an answer that is not there, why. */
export const cellOfAnswer = (fields: Fields, key: string, answers: Answers, showing: Showing): string | number => {
  const given = cell(fields[key]!, answers[key], showing)
  return given === '' ? showUnknown(fields, key, answers, showing) : given
}

/** The answer as a cell of an export: codes and days as they are stored, numbers as numbers. */
export function cell(field: Field, value: unknown, showing: Showing): string | number {
  if (value === null || value === undefined) return ''
  const { cell: own, show: shown } = kinds[field.kind]
  return (own ?? shown)(value as never, field, showing)
}
