import type { Sent } from '../../platform/http/sent.ts'

export { lineOf as typed } from '../../platform/http/form-text.ts'

/** A form as it was last sent, and what is wrong with it. */
export interface Filled {
  sent: Sent
  violations: { field: string; message: string }[]
}

export const untouched = (sent: Sent = {}): Filled => ({ sent, violations: [] })
