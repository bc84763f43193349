import { body, type ValidationChain } from 'express-validator'
import type { Sent, Violation } from '../platform/http/endpoint.ts'

export const textOf = (sent: Sent, name: string): string => (typeof sent[name] === 'string' ? sent[name].trim() : '')

/** Text as it is kept: one way to write each letter, one kind of line end. */
export const plain = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n')

const isClean = (text: string) =>
  !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) && !/[\ud800-\udfff]/u.test(text)

/** By what is kept of it: a line end is one sign, whatever the browser sent. */
export const fits = (value: unknown, least: number, most: number): boolean => {
  const length = typeof value === 'string' && isClean(value) ? [...plain(value.trim())].length : 0
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
