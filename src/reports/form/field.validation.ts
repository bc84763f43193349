import { body, type ValidationChain } from 'express-validator'
import type { Context, Handling } from '../../platform/http/endpoint.ts'
import type { Sent } from '../../platform/http/sent.ts'
import { isSureOf } from '../../platform/http/sure.ts'
import { isMessageKey } from '../../sentences/say.ts'
import { type Field, fieldProblem, readForm } from '../engine/index.ts'

/** Says at a field what is wrong with it; '' where nothing is. */
export const refusal = (name: string, fault: string | (() => string | Promise<string>)): ValidationChain =>
  body(name).custom(async () => {
    const message = typeof fault === 'string' ? fault : await fault()
    if (message !== '') throw new Error(message)
  })

/** Asks about a name that is one letter or a title only, until the form is sent once more; '' where there is nothing to ask. */
export const unsure = (
  { t, sent }: Pick<Handling<unknown>, 't' | 'sent'>,
  { format }: Field,
  value: unknown,
): string =>
  format === 'name' && typeof value === 'string' && !isSureOf(sent, value) ? t('rule.nameSure', { name: value }) : ''

/** The chains of a form that is no report, by the rules of its questions. */
export function fieldChains(
  { t, today, locale }: Context,
  fields: Record<string, Field>,
  sent: Sent,
): ValidationChain[] {
  const given = readForm(fields, sent)
  const say = (key: string, params: Record<string, string | number>) => (isMessageKey(key) ? t(key, params) : key)
  return Object.entries(fields).map(([name, field]) =>
    refusal(
      name,
      () => fieldProblem(field, given[name], today, locale, say) ?? unsure({ t, sent }, field, given[name]),
    ),
  )
}
