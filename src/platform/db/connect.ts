import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { type Prisma, PrismaClient } from '../generated/prisma/client.ts'
import { WaitingPool } from './pool.ts'
import { statementNames } from './statement-names.ts'

/** The database. Several statements that must hold together belong into its `$transaction`. */
export type Db = Omit<PrismaClient, '$transaction'> & {
  /** Commits when `run` resolves, rolls back when it rejects. */
  $transaction: {
    <R>(run: (tx: Transaction) => Promise<R>, options?: TransactionOptions): Promise<R>
    (statements: Prisma.PrismaPromise<unknown>[]): Promise<unknown[]>
  }
}

interface TransactionOptions {
  /** How long it may wait for a connection, and how long it may take, in milliseconds. */
  maxWait?: number
  timeout?: number
  isolationLevel?: Prisma.TransactionIsolationLevel
}

type Models = { [K in keyof Db as K extends `$${string}` | symbol ? never : K]: Db[K] }
type Reading = `find${'Unique' | 'First'}${'' | 'OrThrow'}` | 'findMany' | 'count' | 'aggregate' | 'groupBy' | 'fields'

/** What only reads. Database and transaction are both readers. */
export type Reader = { readonly [K in keyof Models]: Pick<Models[K], Reading & keyof Models[K]> } & Pick<
  Db,
  '$queryRaw'
>

/** For a write of one statement, which is atomic by itself. */
export type Writer = Db | Prisma.TransactionClient

declare const isOpen: unique symbol
/** An open transaction: only `$transaction` makes one, so that the type proves that a command runs inside of one. */
export type Transaction = Prisma.TransactionClient & { readonly [isOpen]: true }

/** In the transaction that is open, or in one of its own. */
export const inTransaction = <R>(on: Db | Transaction, run: (tx: Transaction) => Promise<R>): Promise<R> =>
  isDb(on) ? on.$transaction(run) : run(on)

const isDb = (on: Db | Transaction): on is Db => '$transaction' in on

/** Nobody waits longer for a connection than its holder may wait for a lock: a request waits for either a few times. */
const lockMs = 1000
const openMs = 3000

/**
 * Time is bounded by PostgreSQL itself, never by a client that gives up while the server goes on. The client's own bound
 * lies a second behind: it only acts when the server no longer keeps its word, because it is frozen or unreachable.
 * Questions that many share are planned for a hundred; to compile them for so many would take longer than they do.
 */
const bounded = (url: string, statementMs: number, waitMs: number) => ({
  connectionString: url,
  options: `-c statement_timeout=${statementMs} -c lock_timeout=${lockMs} -c idle_in_transaction_session_timeout=10000 -c timezone=UTC -c jit=off`,
  query_timeout: statementMs + 1000,
  connectionTimeoutMillis: Math.max(openMs, waitMs),
  keepAlive: true,
})

export interface Connection {
  db: Db
  /** For figures, files and the work of the night: few connections that may take longer, apart from those that sends need. */
  patient: Db
  /** A small pool of its own, so that a full send pool blinds neither health nor sessions. */
  sessionPool: Pool
  close: () => Promise<void>
}

/**
 * `onFault` hears of connections that die while idle; without a listener the process would. `waitMs` is how long one
 * waits where all connections are taken: longer only where nobody waits for the answer.
 */
export function connect(url: string, poolSize: number, onFault: (error: Error) => void, waitMs = lockMs): Connection {
  const pool = new WaitingPool({ ...bounded(url, 5000, waitMs), max: poolSize, waitMs })
  const patientPool = new Pool({ ...bounded(url, 30_000, waitMs), max: 3 })
  const sessionPool = new WaitingPool({ ...bounded(url, 5000, waitMs), max: 3, waitMs })
  const pools = [pool, patientPool, sessionPool]
  for (const each of pools) each.on('error', onFault)
  const [db, patient] = [clientOver(pool, 20_000), clientOver(patientPool, 60_000)]
  return {
    db,
    patient,
    sessionPool,
    close: async () => {
      await Promise.all([db.$disconnect(), patient.$disconnect()])
      await Promise.all(pools.map((each) => each.end()))
    },
  }
}

const clientOver = (pool: Pool, timeout: number, maxWait = 3000): Db =>
  new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }),
    transactionOptions: { maxWait, timeout },
  }) as unknown as Db

/** The longest that a timer of Node can wait: some 24 days. */
const longest = 2 ** 31 - 1

export const unboundedTransaction = { maxWait: longest, timeout: longest }

/**
 * For what a process does before it serves anybody: no statement, lock or transaction has a time limit, because a busy
 * machine must start slowly rather than not at all.
 */
export async function withoutLimits<T>(url: string, use: (db: Db) => Promise<T>): Promise<T> {
  const zero = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'].map(
    (name) => `-c ${name}=0`,
  )
  const pool = new Pool({ connectionString: url, options: `${zero.join(' ')} -c timezone=UTC -c jit=off`, max: 4 })
  pool.on('error', () => undefined)
  const db = clientOver(pool, longest, longest)
  try {
    return await use(db)
  } finally {
    await db.$disconnect()
    await pool.end()
  }
}
