import { readTimeFacts } from '../deadlines/index.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { rowOf } from './filing-together.ts'
import { entriesAmong, knownAbout } from './intake.queries.ts'
import { opener } from './opener.ts'
import { parseEnvelope } from './opening.ts'
import { openInto } from './photos.ts'
import { releaseEnvelope } from './quarantine.commands.ts'
import { lockEnvelope, sealedPhotosOf, type UndecidedEnvelope } from './quarantine.queries.ts'
import { entryIdOf, type HoldCode, isNobodys, type Verdict, verdictOn } from './verdict.ts'

/** Why it cannot be filed even so. */
export type Unfit = { code: HoldCode | 'conflict' } | { faults: string[] }

/**
 * Files what was held, by the rules of the moment at which it came; unless its author has not signed it.
 */
export async function release(context: Context, held: UndecidedEnvelope): Promise<{ number: string } | Unfit> {
  const { tx, sealer, requestId, now } = context
  // From here on a photo that comes waits for what becomes of its envelope.
  await lockEnvelope(tx, held.digest)
  const code = held.reasons[0]?.code
  if (code && isNobodys(code)) return { code }
  const carrier = held.carriedBy === null ? {} : { carriedBy: held.carriedBy }
  const arrived = { envelope: parseEnvelope(held.jws)!, requestId, ...carrier }
  const known = await knownAbout(tx, [arrived.envelope])
  if (!known.people.has(arrived.envelope.claims.author)) return { code: 'otherAuthor' }
  const { openAll, contentOf } = opener(tx, sealer)
  const [opened] = await openAll([{ ...arrived, doubt: undefined }], known, held.receivedAt)
  if (typeof opened !== 'object') return { code: opened! }
  const bar = {
    ...{ arrivedAt: held.receivedAt, entries: await entriesAmong(tx, [entryIdOf(opened)]) },
    ...{ times: await readTimeFacts(tx, now), sealer, requestId, standing: known.standing },
  }
  const verdict = verdictOn(opened, bar, rowOf(arrived, known))
  if (verdict.state !== 'filed') return unfit(verdict)
  // Filing awaits the photos anew; those that came are handed in again.
  const photos = await sealedPhotosOf(tx, held.digest)
  const number = await releaseEnvelope(context, { digest: held.digest, filing: verdict.filing })
  const content = await contentOf(arrived.envelope)
  for (const { digest, ordinal, body } of photos) {
    const place = { digest, ordinal, reportId: held.reportId, envelopeState: 'filed' as const, authorId: null }
    await openInto(tx, place, content, Buffer.from(body!), now)
  }
  return { number }
}

function unfit(verdict: Exclude<Verdict, { state: 'filed' }>): Unfit {
  if (verdict.state === 'faulty') return { faults: verdict.reasons.map(({ message }) => message) }
  return { code: 'conflict' }
}
