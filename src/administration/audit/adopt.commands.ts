import type { Cipher } from '../../platform/cipher.ts'
import { tryLockUntilCommit } from '../../platform/db/advisory-locks.ts'
import { appendAudit } from '../../platform/db/audit-entry.ts'
import type { Db, Transaction } from '../../platform/db/connect.ts'

const atOnce = 500
const noUuid = '00000000-0000-0000-0000-000000000000'
/** So long after the last entry without a stamp, no server of an earlier release is still at work. */
const usualQuietMs = 300_000

/**
 * Puts under the chain what was there before it covered content: an entry for each report that has none. Once that is done,
 * an entry says so, and from there on a report or an entry without digests is one that was put in past the application;
 * nothing is ever adopted again. Safe to break off and to call again. Returns whether the chain covers content.
 */
export async function adoptContents(db: Db, cipher: Cipher, now: Date, quietMs = usualQuietMs): Promise<boolean> {
  let after = noUuid
  for (;;) {
    const batch = await db.$transaction((tx) => adoptBatch(tx, cipher, now, after))
    if (batch.length === 0) break
    after = batch.at(-1)!
  }
  return db.$transaction((tx) => begin(tx, cipher, now, quietMs))
}

type Turn = 'mine' | 'others' | 'begun'

async function turnOf(tx: Transaction): Promise<Turn> {
  const isMine = await tryLockUntilCommit(tx, 'auditAdoption')
  const begun = await tx.auditEntry.findFirst({
    where: { subject: 'chain', action: 'chain.begun' },
    select: { id: true },
  })
  if (begun) return 'begun'
  return isMine ? 'mine' : 'others'
}

async function adoptBatch(tx: Transaction, cipher: Cipher, now: Date, after: string): Promise<string[]> {
  if ((await turnOf(tx)) !== 'mine') return []
  const reports = await tx.$queryRaw<{ id: string; number: string; writtenAt: Date }[]>`
    SELECT id, number, written_at AS "writtenAt" FROM report r
    WHERE id > ${after}::uuid
      AND NOT EXISTS (SELECT FROM audit_entry e WHERE e.subject = r.id::text AND e.content IS NOT NULL)
    ORDER BY id LIMIT ${atOnce}`
  const rows = reports.map(({ id: subject, number, writtenAt }) => ({
    at: now,
    action: 'content.adopted' as const,
    subject,
    details: { number, writtenAt: writtenAt.getTime() },
  }))
  if (rows.length > 0) await appendAudit(tx, cipher, rows)
  return reports.map(({ id }) => id)
}

async function begin(tx: Transaction, cipher: Cipher, now: Date, quietMs: number): Promise<boolean> {
  const turn = await turnOf(tx)
  if (turn !== 'mine') return turn === 'begun'
  const [row] = await tx.$queryRaw<{ busy: boolean }[]>`
    SELECT EXISTS (SELECT FROM audit_entry WHERE id > (SELECT coalesce(max(id), 0) - 1000 FROM audit_entry)
      AND stamp IS NULL AND at > ${new Date(now.getTime() - quietMs)}) AS busy`
  if (row!.busy && quietMs > 0) return false
  await appendAudit(tx, cipher, [{ at: now, action: 'chain.begun', subject: 'chain' }])
  return true
}
