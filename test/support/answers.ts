import fc, { type Arbitrary } from 'fast-check'
import { addDays } from '../../src/kernel/days.ts'
import { coerce, type KindName } from '../../src/reports/engine/coerce.ts'
import { type Answers, askedFields, type ReportType } from '../../src/reports/engine/definition.ts'
import type { Field } from '../../src/reports/engine/fields.ts'
import { answerFault, holds } from '../../src/reports/engine/rules.ts'
import { today } from './report-data.ts'

export const villageCodes = ['32.74.05.1001', '32.74.05.1002', '32.09.12.2001'] as const

const digits = (value: number, length: number) => String(value).padStart(length, '0')

/** Words that somebody may type, among them signs of all scripts, quotes and markup. */
const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('Ronda malam', 'Balai RW 07', 'Pak Joko', 'a < b && "c"', "Jum'at", '2+2') },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('<script>', '&amp;', '=1+1', '{materi}', '%00', 'baris\nkedua', '\u202eabc'),
  },
)

const name = fc.constantFrom('Siti Rohmah', "Nur'aini", 'R. Ayu Kencana', 'Joko', 'Ng Wei-Lin')

function prose(field: Field): Arbitrary<unknown> {
  const kind = field.kind as 'text' | 'long'
  const least = field.minLength ?? 1
  const { requiredWhen: _, ...rules } = field
  const typed =
    field.format === 'name' ? fc.array(name, { minLength: 1, maxLength: 3 }) : fc.array(words, { maxLength: 8 })
  return typed
    .map((parts) => coerce(kind, `Warga ${parts.join(' ').padEnd(least, ' dan seterusnya')}`))
    .filter((value) => typeof value === 'string' && answerFault(rules, value, {}, today) === undefined)
}

const day = ({ notInFuture, notInPast }: Field) =>
  fc.integer({ min: notInPast ? 0 : -4000, max: notInFuture ? 0 : 4000 }).map((days) => addDays(today, days))

const degrees = (min: number, max: number) =>
  fc.integer({ min: min * 1e6 + 1, max: max * 1e6 - 1 }).map((millionths) => (millionths / 1e6).toFixed(6))

const kinds: Record<Exclude<KindName, 'list'>, (field: Field) => Arbitrary<unknown>> = {
  text: prose,
  long: prose,
  date: day,
  time: () => fc.nat(1439).map((minute) => `${digits(Math.floor(minute / 60), 2)}:${digits(minute % 60, 2)}`),
  integer: ({ min = -999, max = 999_999 }) => fc.integer({ min, max }),
  choice: ({ options = {} }) => fc.constantFrom(...Object.keys(options)),
  many: ({ options = {}, minItems = 1, maxItems }) =>
    fc.subarray(Object.keys(options), {
      minLength: Math.max(1, minItems),
      ...(maxItems ? { maxLength: maxItems } : {}),
    }),
  village: () => fc.constantFrom(...villageCodes),
  entry: () => fc.uuid(),
  position: () =>
    fc.tuple(degrees(-12, 7), degrees(94, 142), fc.integer({ min: 1, max: 1000 })).map((parts) => parts.join(',')),
  phone: () => fc.integer({ min: 10_000_000, max: 999_999_999 }).map((number) => `+628${number}`),
}

function answerTo(field: Field): Arbitrary<unknown> {
  if (field.kind !== 'list') return kinds[field.kind](field)
  const item = fc
    .record(Object.fromEntries(Object.entries(field.items ?? {}).map(([key, one]) => [key, maybe(one, answerTo(one))])))
    .map((drawn) =>
      Object.fromEntries(
        Object.entries(drawn).filter(([key, value]) => {
          const { insteadOf } = field.items![key]!
          return !insteadOf || (value !== null && drawn[insteadOf] === null)
        }),
      ),
    )
  const size = { minLength: Math.max(1, field.minItems ?? 1), maxLength: field.maxItems ?? 5 }
  const { distinct } = field
  return distinct === undefined
    ? fc.array(item, size)
    : fc.uniqueArray(item, { ...size, selector: (one) => String(one[distinct]).toLowerCase() })
}

/** An option that is always taken, for one that other answers refuse. */
const takenInstead = ({ options = {}, refuses }: Field): string =>
  Object.keys(options).find((value) => !refuses!.values.includes(value))!

const maybe = (field: Field, given: Arbitrary<unknown>) =>
  field.required ? given : fc.option(given, { nil: null, freq: 3 })

/** Every set of answers that the rules of the type allow, as the engine keeps it. */
export function answersTo(type: ReportType): Arbitrary<Answers> {
  const fields = askedFields(type)
  const whole = fc.record(Object.fromEntries(fields.map(([key, field]) => [key, maybe(field, answerTo(field))])))
  // Of dependent questions both are drawn, asked and not: what is drawn in vain is taken away, what lacks is put in.
  const needed = fc.record(Object.fromEntries(fields.map(([key, field]) => [key, answerTo(field)])))
  return fc.tuple(whole, needed).map(([drawn, spare]) => {
    const answers: Answers = { ...drawn }
    for (const [key, field] of fields) {
      if (answerFault(field, answers[key], answers, today)?.key === 'rule.refused') answers[key] = takenInstead(field)
    }
    for (const [key, { requiredWhen, requiredUnless, insteadOf }] of fields) {
      if (insteadOf && answers[insteadOf] !== null) answers[key] = null
      if (requiredWhen) answers[key] = holds(requiredWhen, answers) ? spare[key] : null
      if (requiredUnless) answers[key] = answers[requiredUnless] === null ? spare[key] : null
    }
    return answers
  })
}
