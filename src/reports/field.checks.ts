import { body, type ValidationChain } from 'express-validator'
import type { Context, Sent } from '../platform/http/endpoint.ts'
import { isMessageKey } from '../platform/i18n/say.ts'
import type { Field } from './engine/fields.ts'
import { fieldProblem } from './engine/validation.ts'
import { readForm } from './engine/wire.ts'

/** Says at a field what is wrong with it; '' where nothing is. */
export const refusal = (name: string, fault: () => string | Promise<string>): ValidationChain =>
  body(name).custom(async () => {
    const message = await fault()
    if (message !== '') throw new Error(message)
  })

/** The chains of a form that is no report, by the rules of its questions. */
export function fieldChains(
  { t, today, locale }: Context,
  fields: Record<string, Field>,
  sent: Sent,
): ValidationChain[] {
  const given = readForm(fields, sent)
  const say = (key: string, params: Record<string, string | number>) => (isMessageKey(key) ? t(key, params) : key)
  return Object.entries(fields).map(([name, field]) =>
    refusal(name, () => fieldProblem(field, given[name], today, locale, say) ?? ''),
  )
}
