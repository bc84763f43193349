import type { Reader } from '../../platform/db/connect.ts'
import { peopleThen } from '../../platform/db/facts.ts'

const shown = 10

/** The last checks, the newest first, each with who asked for it as they were called on that day. */
export async function lastChecks(tx: Reader) {
  const checks = await tx.chainCheck.findMany({
    orderBy: { askedAt: 'desc' },
    take: shown,
    include: { asker: { select: { id: true, unitId: true } } },
  })
  const asked = checks.flatMap(({ asker, askedAt }) => (asker ? [{ personId: asker.id, at: askedAt }] : []))
  const then = await peopleThen(tx, asked)
  return checks.map(({ asker, ...check }) => ({
    ...check,
    asker: asker && { unitId: asker.unitId, ...then(asker.id, check.askedAt) },
  }))
}

export type IntegrityCheck = Awaited<ReturnType<typeof lastChecks>>[number]
