import type { Reader } from '../../platform/db/connect.ts'

const shown = 10

/** The last checks, the newest first. */
export const lastChecks = (tx: Reader) =>
  tx.chainCheck.findMany({ orderBy: { askedAt: 'desc' }, take: shown, include: { asker: true } })

export type IntegrityCheck = Awaited<ReturnType<typeof lastChecks>>[number]
