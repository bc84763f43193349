import {
  countAwaited,
  decryptor,
  decryptPhoto,
  type EnteredIn,
  type EnvelopeContent,
  encryptedPhotosOf,
  entryWithin,
  parseEnvelope,
  type UndecidedEnvelope,
  writingTimeOf,
} from '../../officers/envelopes/index.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { cleanBytes } from '../../reports/drafts/index.ts'
import { type ReportType } from '../../reports/engine/index.ts'
import { type TypedForm, typedForm } from '../../reports/form/index.ts'
import { namesFor } from '../../reports/record/index.ts'
import { briefForm, findReportType } from '../../reports/registry/index.ts'

/** What is inside of an envelope that waits for a decision. */
export interface QuarantinedContent extends TypedForm {
  type: ReportType
  writtenAt: Date
  /** Drawn anew, in their order. */
  photos: Buffer[]
  /** How many it names that have not come, and how many cannot be opened. */
  awaited: number
  unreadable: number
}

/** Decrypts a quarantined envelope for its reviewer, or says why nobody can: encrypted to another key, or no form of ours. */
export async function contentOfQuarantined(
  context: Context,
  held: UndecidedEnvelope,
): Promise<QuarantinedContent | 'sealed' | 'unknownType'> {
  const { tx, cipher, locale } = context
  const envelope = parseEnvelope(held.jws)
  const content = envelope && (await decryptor(tx, cipher).contentOf(envelope))
  if (!content) return 'sealed'
  const type = content.kind === 'brief' ? briefForm : findReportType(content.type)
  if (!type) return 'unknownType'
  const named = await namedIn(context, type, content)
  const names = await namesFor(tx, [named])
  const came = await encryptedPhotosOf(tx, held.digest)
  const awaited = await countAwaited(tx, held.digest)
  const photos: Buffer[] = []
  for (const { ordinal, body } of came) {
    const opened = decryptPhoto(Buffer.from(body!), String(content.photoKeys[ordinal]), held.reportId, ordinal)
    const clean = opened && (await cleanBytes(opened))
    if (clean) photos.push(clean)
  }
  return {
    ...typedForm(type, content.wire, { locale, names }),
    type,
    photos,
    writtenAt: writingTimeOf(content.clock, held.receivedAt).at,
    awaited,
    unreadable: came.length - photos.length,
  }
}

/** What its answers name by code and id. An entry of the register is named only to those who may read it: nobody has checked this form. */
async function namedIn(
  { tx, scope }: Context,
  { entryField }: ReportType,
  { wire }: EnvelopeContent,
): Promise<EnteredIn> {
  const entry = await entryWithin(tx, scope, String(wire[entryField] ?? ''))
  return entry ?? { villageCode: String(wire.wilayah ?? ''), entryId: null }
}
