import type { Tx } from '../../platform/db/connect.ts'

const shown = 10

/** The last checks, the newest first. */
export const lastChecks = (tx: Tx) =>
  tx.chainCheck.findMany({ orderBy: { askedAt: 'desc' }, take: shown, include: { asker: true } })

export type Check = Awaited<ReturnType<typeof lastChecks>>[number]
