// Runs on the server and in the browser: no side effects, and no imports that have any.
import { isPlaceholder, nameProblem } from '../../kernel/names.ts'
import { isMobile, isTelephone, twoNumbers } from '../../kernel/phone-number.ts'

/** Another answer (a choice) is this one, or one of these. */
export interface When {
  field: string
  is: string | readonly string[]
}

/** What an answer must keep to. The vocabulary is closed: a new word is unit-tested and works on both sides at once. */
export interface Rules {
  required?: boolean
  /** Asked, and then needed, only when another answer calls for it. */
  requiredWhen?: When
  /** Needed when the other answer was not given. */
  requiredUnless?: string
  /** Says why that other answer is not there: moot as soon as it is. */
  insteadOf?: string
  /** The answer may be missing for a reason, which is then chosen from a list. */
  unknowns?: boolean
  min?: number
  max?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  options?: Record<string, unknown>
  /** Options that are listed, so that they are found, and yet not taken: the sentence says where to go instead. */
  refuses?: { values: readonly string[]; unless?: When }
  /** The question of a list's items that no two of them may answer alike. */
  distinct?: string
  notInFuture?: boolean
  notInPast?: boolean
  /** `phone` is a mobile number; `telephone` may also be a landline. */
  format?: 'name' | 'phone' | 'telephone'
  /** The first version of the type's form that asks this. */
  since?: number
}

export interface Problem {
  key: string
  params: Record<string, string | number>
}

const problem = (key: string, params: Record<string, string | number> = {}): Problem => ({ key, params })

export const holds = ({ field, is }: When, answers: Record<string, unknown>): boolean =>
  [is].flat().includes(answers[field] as string)

/** A dependent question is only asked when its parent's answer calls for it. */
export const isAsked = (rules: Rules, answers: Record<string, unknown>): boolean =>
  rules.requiredWhen === undefined || holds(rules.requiredWhen, answers)

const isNeeded = (rules: Rules, answers: Record<string, unknown>): boolean =>
  rules.required === true ||
  (rules.requiredWhen !== undefined && isAsked(rules, answers)) ||
  (rules.requiredUnless !== undefined && answers[rules.requiredUnless] == null)

function checkPhone(format: 'phone' | 'telephone', value: string): Problem | undefined {
  if (value === twoNumbers) return problem('rule.twoNumbers')
  return (format === 'phone' ? isMobile(value) : isTelephone(value)) ? undefined : problem(`rule.${format}`)
}

function checkName(value: string): Problem | undefined {
  const fault = nameProblem(value)
  return fault && problem(fault === 'letters' ? 'rule.name' : 'rule.placeholder')
}

function checkText(rules: Rules, value: string): Problem | undefined {
  const { format, options, maxLength, minLength } = rules
  const length = [...value].length
  if (options) return Object.hasOwn(options, value) ? undefined : problem('rule.option')
  if (format === 'phone' || format === 'telephone') return checkPhone(format, value)
  if (maxLength !== undefined && length > maxLength)
    return problem('rule.maxLength', { max: maxLength, over: length - maxLength })
  if (format === 'name') return checkName(value)
  if (maxLength !== undefined && isPlaceholder(value)) return problem('rule.placeholder')
  if (minLength !== undefined && length < minLength) return problem('rule.minLength', { min: minLength, length })
  return undefined
}

function checkRefused({ refuses }: Rules, value: string, answers: Record<string, unknown>): Problem | undefined {
  if (!refuses?.values.includes(value) || (refuses.unless && holds(refuses.unless, answers))) return undefined
  return problem('rule.refused')
}

function checkDay(rules: Rules, value: string, today: string): Problem | undefined {
  if (rules.notInFuture && value > today) return problem('rule.notInFuture')
  if (rules.notInPast && value < today) return problem('rule.notInPast')
  return undefined
}

function checkNumber(rules: Rules, value: number): Problem | undefined {
  if (rules.min !== undefined && value < rules.min) return problem('rule.min', { min: rules.min, max: rules.max ?? '' })
  if (rules.max !== undefined && value > rules.max) return problem('rule.max', { min: rules.min ?? '', max: rules.max })
  return undefined
}

function checkMany(rules: Rules, value: readonly unknown[]): Problem | undefined {
  if (rules.minItems !== undefined && value.length < rules.minItems)
    return problem('rule.minItems', { min: rules.minItems })
  if (rules.maxItems !== undefined && value.length > rules.maxItems)
    return problem('rule.maxItems', { max: rules.maxItems })
  const { options } = rules
  if (options && value.some((one) => !Object.hasOwn(options, String(one)))) return problem('rule.option')
  return undefined
}

/**
 * The first rule that the value breaks, or undefined. `value` is coerced: null means nothing was given, NaN that what
 * was given cannot be read. `answers` are the coerced answers beside it, `today` the day it is where the officer serves.
 */
export function answerFault(
  rules: Rules,
  value: unknown,
  answers: Record<string, unknown>,
  today: string,
): Problem | undefined {
  if (!isAsked(rules, answers)) return undefined
  if (value === null || value === undefined) return isNeeded(rules, answers) ? problem('rule.required') : undefined
  if (Number.isNaN(value)) return problem('rule.unreadable')
  if (Array.isArray(value)) return checkMany(rules, value)
  if (typeof value === 'number') return checkNumber(rules, value)
  const text = String(value)
  return checkText(rules, text) ?? checkRefused(rules, text, answers) ?? checkDay(rules, text, today)
}

const likeness = (value: unknown): string => String(value).toLocaleLowerCase('id')

/** Whether an earlier item of the list gave this answer too. */
export function distinctFault(
  items: readonly Record<string, unknown>[],
  index: number,
  key: string,
): Problem | undefined {
  const value = items[index]![key]
  if (value === null || value === undefined) return undefined
  const first = items.findIndex((item) => likeness(item[key]) === likeness(value))
  return first < index ? problem('rule.distinct', { number: first + 1 }) : undefined
}
