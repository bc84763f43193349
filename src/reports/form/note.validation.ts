import { body, type ValidationChain } from 'express-validator'
import { isUnkeepable, tidyText } from '../../kernel/tidy.ts'
import type { Violation } from '../../platform/http/endpoint.ts'

export { textOf } from '../../platform/http/form-text.ts'

/** Measured as it is stored: a line end is one sign, whatever the browser sent, and what nobody sees is none. */
export const fits = (value: unknown, least: number, most: number): boolean => {
  const length = typeof value === 'string' && !isUnkeepable(value) ? [...tidyText(value)].length : 0
  return length >= least && length <= most
}

/** Text of a length, for the notes that go with a decision. */
export const noteChain = (name: string, least: number, most: number, message: string): ValidationChain =>
  body(name).custom((value: unknown) => {
    if (!fits(value, least, most)) throw new Error(message)
    return true
  })

export const errorsOf = (violations: Violation[]): Map<string, string> =>
  new Map(violations.map(({ field, message }) => [field, message]))
