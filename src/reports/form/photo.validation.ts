import { isHash } from '../../kernel/ids.ts'
import type { Context, Handling, StatementHandling } from '../../platform/http/endpoint.ts'
import type { Sent } from '../../platform/http/sent.ts'
import {
  type CleanPhoto,
  cleanPhoto,
  type PhotoFault,
  parkedPhotos,
  parkPhotos,
  photoQuotaFault,
} from '../drafts/index.ts'
import { type ReportType, readAnswers, type Wire } from '../engine/index.ts'
import type { FoundReport } from '../record/index.ts'
import { tooFewPhotos, tooManyPhotos } from './judging.ts'

const hashesSent = (sent: Sent): string[] => [...new Set([sent.fotoHash].flat().filter(isHash))]

/**
 * Cleans the photos that came with a form and lays them under its id, right or wrong as the rest may be. From then on
 * the form names them by their hash, as the page that is shown next would. Returns what is wrong with the others.
 */
export async function parkUploads(
  { tx, actor, files, sent, now, t }: StatementHandling<unknown>,
  id: string,
): Promise<string> {
  const results = await Promise.all(files.map(({ body, path }) => cleanPhoto(path ?? body)))
  const clean = results.filter((one): one is CleanPhoto => typeof one !== 'string')
  const full = clean.length > 0 ? await photoQuotaFault(tx, actor.id, clean.length) : undefined
  if (full) return t(full)
  if (clean.length > 0) await parkPhotos(tx, actor.id, id, clean, now)
  sent.fotoHash = [...hashesSent(sent), ...clean.map(({ hash }) => hash)]
  return results
    .flatMap((one, index) => (typeof one === 'string' ? [faultOf(t, one, files[index]!.name)] : []))
    .join('. ')
}

/** Names the file: its sender chose several, and knows them by nothing else. */
const faultOf = (t: Context['t'], fault: PhotoFault, name = ''): string =>
  name === '' ? t(fault) : t('rule.photoOf', { name: name.slice(-60), sentence: t(fault) })

/** The photos of a report that is about to be filed: those that its form names. */
export const photosOf = ({ sent }: { sent: Sent }): string[] => hashesSent(sent)

export async function photosFault(
  context: Handling<ReportType>,
  type: ReportType,
  id: string,
  fault: string,
): Promise<string> {
  const { t, tx, actor } = context
  if (fault) return fault
  const parked = new Set((await parkedPhotos(tx, actor.id, id)).map(({ hash }) => hash))
  const named = photosOf(context)
  if (named.some((hash) => !parked.has(hash))) return t('rule.photosNone')
  return (
    tooFewPhotos(type, readAnswers(type, context.sent), named.length, context) ||
    tooManyPhotos(type, named.length, context)
  )
}

/** The same for a correction, where new photos take the place of all that there were. */
export function correctedPhotosFault(
  context: Context,
  type: ReportType,
  { photos: before, photosAwaited }: FoundReport,
  wire: Wire,
  photos: readonly unknown[],
): string {
  const count = photos.length || before.length + photosAwaited
  return tooFewPhotos(type, readAnswers(type, wire), count, context) || tooManyPhotos(type, photos.length, context)
}
