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

export interface ValidationInput {
  today: Day
  locale: Locale
  say: (key: string, params: Params) => string
  wire: Wire
  /** Only these fields are judged; all are read. A correction is not asked again about what nobody asked to change. */
  only?: ReadonlySet<string>
}

/**
 * The server's edge: a chain over the declared fields. express-validator owns where a value comes from and that nothing
 * undeclared passes; the rules own what it means. The value of each field becomes its coerced answer.
 */
export function answerChains(type: ReportType, { today, locale, say, wire, only }: ValidationInput): ValidationChain[] {
  const answers = readAnswers(type, wire)
  const judged = problemsIn(type, answers, today, formVersionOf(type, wire)).filter(
    ({ name }) => !only || only.has(name.split('.')[0]!),
  )
  const found = new Map(judged.map((one) => [one.name, sentenceFor(one, locale, say)]))
  const itemChains = [...found.keys()]
    .filter((name) => name.includes('.'))
    .map((name) => refusing(`["${name}"]`, found))
  const keys = fieldsTaken(type, wire).map(([key]) => key)
  return [refusing(keys, found).customSanitizer((_value, { path }) => answers[path]), ...itemChains]
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
  say: ValidationInput['say'],
): string | undefined {
  const problem = answerFault(field, value, {}, today)
  return problem && sentenceFor({ name: '', field, problem }, locale, say)
}
