import type { VisitorContext } from '../../platform/http/endpoint.ts'
import { keptName, openForm } from '../../platform/http/kept-form.ts'
import type { Sent } from '../../platform/http/sent.ts'
import type { Carried } from './sessions.pages.ts'

export const textOf = (sent: Sent, name: string): string => (typeof sent[name] === 'string' ? sent[name] : '')

/** The form that the page carried, if it can still be opened. */
export function carriedIn({ sealer, now }: VisitorContext, sent: Sent): Carried | undefined {
  const kept = openForm(sealer, sent[keptName], now)
  return kept && { form: kept, sealed: textOf(sent, keptName) }
}
