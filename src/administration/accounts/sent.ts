import type { Sent } from '../../platform/http/sent.ts'

export { lineOf, textOf } from '../../platform/http/form-text.ts'

/** What was ticked. */
export const textsOf = (sent: Sent, name: string): string[] =>
  [sent[name]].flat().filter((value): value is string => typeof value === 'string' && value !== '')

/** Signs without a shape: control characters and halves of characters, which no database keeps. */
export const isReadable = (text: string): boolean => !/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(text)
