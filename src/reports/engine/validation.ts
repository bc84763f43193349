import { body, type ValidationChain } from 'express-validator'
import type { Day } from '../../kernel/days.ts'
import type { Locale, Params } from '../../kernel/locale.ts'
import { type Answers, fieldsTaken, type ReportType } from './definition.ts'
import type { Field } from './fields.ts'
import { type Found, insideSentence, problemsOf, sentenceKey, type Wire } from './judge.ts'
import { answerFault } from './rules.ts'
import { formVersionOf, readAnswers } from './wire.ts'

/** Every rule that the answers break, in the order of the page. */
export const problemsIn = (
  type: ReportType,
  answers: Answers,
  today: Day,
  formVersion = type.version,
): Found<Field>[] => problemsOf(fieldsTaken(type, answers), answers, today, formVersion)

/** The sentence for a problem, in the words of the field's own label. `say` knows the general sentences. */
export function sentenceFor(
  { field, problem }: Found<Field>,
  locale: Locale,
  say: (key: string, params: Params) => string,
): string {
  if (problem.key === 'rule.required' && field.empty) return field.empty[locale]
  if (problem.key === 'rule.refused' && field.refuses) return field.refuses.sentence[locale]
  const label = field.label[locale]
  return say(sentenceKey(problem, field), { ...problem.params, label, what: insideSentence(label) })
}

/** What is wrong with a form, at the control that it is about. */
export interface Fault {
  field: string
  message: string
}

export interface Words {
  locale: Locale
  /** The sentence of a key that travels as data. */
  say: (key: string, params: Params) => string
}

/** What the rules of the type say of these answers, in the order of the page. */
export const answerFaults = (
  type: ReportType,
  wire: Wire,
  answers: Answers,
  today: Day,
  { locale, say }: Words,
): Fault[] =>
  problemsIn(type, answers, today, formVersionOf(type, wire)).map((problem) => ({
    field: problem.name,
    message: sentenceFor(problem, locale, say),
  }))

/** More than any answer may have; how long each may be is a rule. */
const longestAnswer = 20_000

/**
 * The faults of a form as chains of express-validator, over the declared fields: nothing undeclared passes, the validators of
 * the library judge the shape of what was sent, and `faults` says what the rules do. Each value becomes its answer.
 */
export function answerChains(
  type: ReportType,
  wire: Wire,
  faults: readonly Fault[],
  { locale, say }: Words,
): ValidationChain[] {
  const answers = readAnswers(type, wire)
  const found = new Map<string, string>()
  for (const { field, message } of faults) if (!found.has(field)) found.set(field, message)
  const fields = fieldsTaken(type, wire)
  const keys = fields.map(([key]) => key)
  const single = fields.filter(([, { kind }]) => kind !== 'many' && kind !== 'list').map(([key]) => key)
  const entries = fields.filter(([, { kind }]) => kind === 'entry').map(([key]) => key)
  const unreadable = (_value: unknown, { path }: { path: string }) =>
    found.get(path) ?? say('rule.unreadable', { label: type.fields[path]!.label[locale] })
  const others = [...found.keys()].filter((name) => !keys.includes(name))
  return [
    body(single).optional().isString().isLength({ max: longestAnswer }).withMessage(unreadable),
    ...(entries.length > 0
      ? [body(entries).optional({ values: 'falsy' }).isUUID('loose').withMessage(unreadable)]
      : []),
    refusing(keys, found).customSanitizer((_value, { path }) => answers[path]),
    ...others.map((name) => refusing(name.includes('.') ? `["${name}"]` : name, found)),
  ]
}

/** One chain for all names: to build one costs more than to run it. A name with dots is one name here, not a path into an object. */
const refusing = (names: string | string[], found: Map<string, string>): ValidationChain =>
  body(names).custom((_value, { path }) => {
    const message = found.get(path.replace(/^\["|"\]$/g, ''))
    if (message !== undefined) throw new Error(message)
    return true
  })

/** A single question outside of a report, by the same rules. */
export function fieldProblem(
  field: Field,
  value: unknown,
  today: Day,
  locale: Locale,
  say: Words['say'],
): string | undefined {
  const problem = answerFault(field, value, {}, today)
  return problem && sentenceFor({ name: '', field, problem }, locale, say)
}
