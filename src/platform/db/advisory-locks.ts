import { Prisma } from '../generated/prisma/client.ts'
import type { Transaction } from './connect.ts'

/**
 * Every PostgreSQL advisory lock of the application, each with a number of its own: two uses of one number would wait for
 * each other for no reason. Numbers are never reused; processes of two releases must agree on them.
 */
export const advisoryLocks = {
  /** Held by the process that applies migrations. */
  migrations: 7_302_026,
  /** Held by one migration script for as long as the database works on it, whether or not its process still lives. */
  migrationScript: 7_302_027,
  /** Held by the process that writes the nightly backup. */
  backup: 7_302_028,
  /** Held while the demonstration is loaded. */
  demonstration: 7_302_029,
  /** Held while new audit entries are sealed. */
  auditSeal: 7_302_030,
  /** Held while the official list of areas is imported. */
  areas: 7_302_031,
  /** Held while reports from before come under the audit's chain. */
  auditAdoption: 7_302_041,
} as const

/**
 * The first key of locks with two keys, whose second key is a hash of a name. PostgreSQL keeps locks with two keys apart
 * from those with one.
 */
export const namedLocks = { reportingWindow: 1, vocabulary: 2, toldKnown: 5 } as const

/** Waits for the lock and holds it until the transaction ends. */
export const lockUntilCommit = (tx: Transaction, lock: keyof typeof advisoryLocks) =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(${advisoryLocks[lock]})::text`

/** The same for one name of a kind. */
export const lockNameUntilCommit = (tx: Transaction, kind: keyof typeof namedLocks, name: string) =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(${namedLocks[kind]}::int, hashtext(${name}))::text`

/** Takes the lock if it is free, until the transaction ends. Returns whether it was. */
export async function tryLockUntilCommit(tx: Transaction, lock: keyof typeof advisoryLocks): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ mine: boolean }]>(
    Prisma.sql`SELECT pg_try_advisory_xact_lock(${advisoryLocks[lock]}) AS mine`,
  )
  return row.mine
}
