import type { Context, StatementHandling } from '../../platform/http/endpoint.ts'
import { intake, photoIntake, type Receipt } from '../envelopes/index.ts'
import type { Carried } from './carried-file.ts'
import { noteCarried } from './carrying.commands.ts'
import { awaitedAmong, hereAmong } from './carrying.queries.ts'

/** What became of an envelope that was carried; without a receipt it must be brought again. */
export interface Brought extends Carried {
  receipt: Receipt | undefined
  /** Whether it had come before, on this way or another. */
  wasHere: boolean
}

/** More than the phones of a whole polsek hold. */
export const mostAtOnce = 500

/**
 * What is handed in at once. Of more than that those first that bring what is not here, so that the same files handed in
 * once more go on where they stopped; `rest` tells how many of these are left.
 */
export async function turnOf({ tx }: Context, carried: Carried[]): Promise<{ turn: Carried[]; rest: number }> {
  if (carried.length <= mostAtOnce) return { turn: carried, rest: 0 }
  const awaited = await awaitedAmong(tx, carried)
  const bringsMore = ({ envelope, photos }: Carried) =>
    awaited.get(envelope.digest)?.some((hash) => photos.has(hash)) ?? true
  const [more, known] = [carried.filter(bringsMore), carried.filter((one) => !bringsMore(one))]
  return { turn: [...more, ...known].slice(0, mostAtOnce), rest: Math.max(0, more.length - mostAtOnce) }
}

/** Hands in what somebody has carried here, as a phone would send it: text first, then photos. Repeating it changes nothing. */
export async function bring(context: StatementHandling<unknown>, carried: readonly Carried[]): Promise<Brought[]> {
  const { tx, actor, requestId, now, cipher, log } = context
  const deps = { db: tx, clock: () => now, cipher, log }
  const sealed = intake(deps)
  const here = await hereAmong(tx, carried)
  const told = await Promise.all(
    carried.map(({ envelope }) => sealed.take({ envelope, requestId, carriedBy: actor.id })),
  )
  const brought = carried.map((one, at): Brought => {
    const answer = told[at]!
    const receipt = 'receipt' in answer ? answer.receipt : undefined
    return { ...one, receipt, wasHere: here.has(one.envelope.digest) }
  })
  const whole: Brought[] = []
  for (const one of brought) whole.push(await withPhotos(photoIntake(deps, sealed), one))
  const digests = carried.map(({ envelope }) => envelope.digest)
  await tx.$transaction((own) => noteCarried({ ...context, tx: own }, { digests }))
  return whole
}

/** One photo after the other: each is redrawn, which takes a while and memory. */
async function withPhotos(takePhoto: ReturnType<typeof photoIntake>, one: Brought): Promise<Brought> {
  let { receipt } = one
  for (const [hash, bytes] of one.photos) {
    if (receipt?.photos[hash] !== 'awaited') continue
    const told = await takePhoto(receipt.id, hash, bytes)
    if (typeof told === 'object' && 'receipt' in told) receipt = told.receipt
  }
  return { ...one, receipt }
}
