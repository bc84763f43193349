import { advisoryLocks } from './advisory-locks.ts'

export interface Migration {
  name: string
  sql: string
}

/**
 * The script as one transaction that also marks itself as done in Prisma's book: whoever dies beside it leaves all of it
 * or nothing. The first script of all makes the book.
 */
export const selfMarking = (script: string): string => `SELECT pg_advisory_xact_lock(${advisoryLocks.migrationScript});
${script}
;UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`
