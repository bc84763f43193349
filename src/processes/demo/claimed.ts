import { sealingKeyNow } from '../../access/devices/index.ts'
import { addDays, type Day } from '../../kernel/days.ts'
import { parseEnvelope, unknownEnvelope } from '../../officers/envelopes/index.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import { type Answers, wireOf } from '../../reports/engine/index.ts'
import { type Filing } from '../../reports/record/index.ts'
import { reportType } from '../../reports/registry/index.ts'
import { cast } from './cast.ts'
import { askAuthor } from './claimed.commands.ts'
import type { PlannedReport, World } from './plan.ts'
import { idOf } from './random.ts'

/** How long after it came the Kasat has released it. */
const releasedAfterMs = 40 * 60_000

/** The report of yesterday that came in Budi's name from a phone that nobody knows. */
export const isClaimed = ({ today }: World, { officer }: PlannedReport, day: Day, ordinal: number): boolean =>
  officer.nrp === cast.budi.nrp && day === addDays(today, -1) && ordinal === 0

/** Nothing vouches for when it was written: it counts as written when it came. */
export const claimedFiling = (filing: Filing): Filing => ({
  ...filing,
  state: 'unacknowledged',
  authorship: 'awaited',
  writtenAt: filing.arrivedAt,
})

interface Claiming {
  filing: Filing
  answers: Answers
  kasatId: string
  cipher: Cipher
  seed: number
}

/** Leaves behind what the intake and the release by the Kasat leave: the envelope, and the question to the author. */
export async function claim(tx: Transaction, { filing, answers, kasatId, cipher, seed }: Claiming): Promise<void> {
  const { id, authorId: author, typeKey: type, arrivedAt } = filing
  const written = arrivedAt.toISOString()
  const jws = unknownEnvelope({
    sealingKey: await sealingKeyNow(tx, cipher, arrivedAt),
    device: idOf(seed, 'unknown-device', id),
    claims: { v: 1, id, author, sequence: 1, release: '2.0.0', photos: [] },
    content: {
      v: 1,
      kind: 'report',
      type,
      wire: wireOf(reportType(type), answers) as Record<string, string>,
      photoKeys: [],
      clock: { written, offset: null, measured: null },
      locale: 'id',
    },
  })
  const { digest } = parseEnvelope(jws)!
  const askedAt = new Date(arrivedAt.getTime() + releasedAfterMs)
  await askAuthor(tx, { filing, envelope: { jws, digest, kid: idOf(seed, 'unknown-device', id) }, askedAt, kasatId })
}
