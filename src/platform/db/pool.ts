import { Pool, type PoolClient, type PoolConfig } from 'pg'

type Taken = (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void

/**
 * A pool with two patiences, where pg-pool has one: who finds all connections taken is soon told so, and one that is being
 * opened has more time. Were both cut off alike, a server that is too busy to open any would open and drop them for ever.
 */
export class WaitingPool extends Pool {
  private readonly waitMs: number

  constructor({ waitMs, ...config }: PoolConfig & { max: number; waitMs: number }) {
    super(config)
    this.waitMs = waitMs
  }

  override connect(): Promise<PoolClient>
  override connect(taken: Taken): void
  override connect(taken?: Taken): Promise<PoolClient> | void {
    const { options } = this
    if (this.totalCount < options.max || this.idleCount > 0) return super.connect(taken!)
    const openMs = options.connectionTimeoutMillis
    // pg-pool reads its bound once, where the wait begins.
    options.connectionTimeoutMillis = this.waitMs
    try {
      return super.connect(taken!)
    } finally {
      options.connectionTimeoutMillis = openMs
    }
  }
}
