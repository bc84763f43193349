import { decryptedOrLogged } from '../../platform/cipher.ts'
import type { Draft } from '../../platform/generated/prisma/client.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { fieldsRefused, parkedPhotos, wireOfDraft } from '../drafts/index.ts'
import { type ReportType, readAnswers, type Wire } from '../engine/index.ts'
import { placesOf } from './filing.validation.ts'
import { faultsIn } from './judging.ts'

/** Everything that is wrong with a draft as it stands: the first fault of each field. */
export async function faultsOf(
  context: Context,
  type: ReportType,
  id: string,
  wire: Wire,
): Promise<Map<string, string>> {
  const { tx, actor, now, locale, t } = context
  const answers = readAnswers(type, wire)
  const photos = (await parkedPhotos(tx, actor.id, id)).length
  const places = await placesOf(context, type, answers)
  const judging = { ...places, now, timeZone: actor.timeZone, locale, t }
  const faults = faultsIn(type, { wire, answers, photos }, judging)
  return new Map(faults.toReversed().map(({ field, message }) => [field, message]))
}

/** What was wrong with a form when it came from a phone, as far as it still is. */
export async function faultsOfDraft(
  context: Context,
  type: ReportType,
  id: string,
  wire: Wire,
): Promise<Map<string, string>> {
  const refused = await fieldsRefused(context.tx, context.actor.id, id)
  if (refused.size === 0) return new Map()
  return new Map([...(await faultsOf(context, type, id, wire))].filter(([field]) => refused.has(field)))
}

/** A draft as its form was left; of one whose confidential part does not open the rest, and which answers are lost. */
export function readDraft(
  { cipher, log, requestId, t }: Context,
  type: ReportType,
  draft: Draft,
): { wire: Wire; lost: Map<string, string> } {
  const whole = decryptedOrLogged(log, () => wireOfDraft(cipher, draft))
  if (whole) return { wire: whole, lost: new Map() }
  const confidential = Object.keys(type.fields).filter((key) => type.fields[key]!.confidential === true)
  const sentence = t('report.sealedLost', { reference: requestId })
  return { wire: draft.answers as Wire, lost: new Map(confidential.map((key) => [key, sentence])) }
}
