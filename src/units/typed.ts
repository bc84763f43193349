import type { Sent } from '../platform/http/endpoint.ts'

/** What was typed in a field, without the spaces around it; nothing when the name came twice or not at all. */
export const typed = (sent: Sent, name: string): string => {
  const value = sent[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** A form as it was last sent, and what is wrong with it. */
export interface Filled {
  sent: Sent
  violations: { field: string; message: string }[]
}

export const untouched = (sent: Sent = {}): Filled => ({ sent, violations: [] })
