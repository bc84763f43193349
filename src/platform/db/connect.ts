import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import type { Prisma } from '../../generated/prisma/client.ts'
import { PrismaClient } from '../../generated/prisma/client.ts'

export type Db = PrismaClient
/** The database, or the transaction of the request. */
export type Tx = Db | Prisma.TransactionClient

/** Time is bounded by PostgreSQL itself, never by a client that gives up while the server goes on. */
const bounds =
  '-c statement_timeout=15000 -c lock_timeout=4000 -c idle_in_transaction_session_timeout=10000 -c timezone=UTC'

export interface Connection {
  db: Db
  /** A small pool of its own, so that a full send pool blinds neither health nor sessions. */
  sessionPool: Pool
  close: () => Promise<void>
}

/** `onFault` hears of connections that die while idle; without a listener the process would. */
export function connect(url: string, poolSize: number, onFault: (error: Error) => void): Connection {
  const settings = { connectionString: url, options: bounds, connectionTimeoutMillis: 4000 }
  const pool = new Pool({ ...settings, max: poolSize })
  const sessionPool = new Pool({ ...settings, max: 3 })
  for (const each of [pool, sessionPool]) each.on('error', onFault)
  const db = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { maxWait: 4000, timeout: 20_000 } })
  return {
    db,
    sessionPool,
    close: async () => {
      await db.$disconnect()
      await Promise.all([pool.end(), sessionPool.end()])
    },
  }
}
