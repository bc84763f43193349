import { Prisma } from '../generated/prisma/client.ts'
import type { Transaction } from './connect.ts'

const tables = {
  person: Prisma.sql`person`,
  unit: Prisma.sql`unit`,
  report: Prisma.sql`report`,
  accountRequest: Prisma.sql`account_request`,
}

/**
 * Locks these rows until the commit, so that what is read next is what the commit before has left. They are locked in the
 * order of their ids: two transactions that lock the same rows never wait for each other. Raw SQL: Prisma has no FOR UPDATE.
 */
export const lockRows = (tx: Transaction, table: keyof typeof tables, ids: readonly string[]) =>
  tx.$queryRaw`SELECT id FROM ${tables[table]} WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`
