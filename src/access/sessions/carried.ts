import type { VisitorContext } from '../../platform/http/endpoint.ts'
import { decryptForm, resubmissionField } from '../../platform/http/form-resubmission.ts'
import type { Sent } from '../../platform/http/sent.ts'
import type { Carried } from './sessions.pages.ts'

export const textOf = (sent: Sent, name: string): string => (typeof sent[name] === 'string' ? sent[name] : '')

/** The form that the page carried, if it can still be opened. */
export function carriedIn({ cipher, now }: VisitorContext, sent: Sent): Carried | undefined {
  const kept = decryptForm(cipher, sent[resubmissionField], now)
  return kept && { form: kept, sealed: textOf(sent, resubmissionField) }
}
