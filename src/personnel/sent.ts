import type { Sent } from '../platform/http/endpoint.ts'

/** What was typed in a field, without the spaces around it; nothing when the name came twice or not at all. */
export const textOf = (sent: Sent, name: string): string => {
  const value = sent[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** What was ticked. */
export const textsOf = (sent: Sent, name: string): string[] =>
  [sent[name]].flat().filter((value): value is string => typeof value === 'string' && value !== '')

/** Signs without a shape: control characters and halves of characters, which no database keeps. */
export const isReadable = (text: string): boolean => !/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(text)
