import { WaitingPool } from '../../src/platform/db/pool.ts'
import { store } from '../support/store.ts'

/** Pins what the pool leans on inside of pg-pool: its bound is read where the wait begins. */
describe('a pool whose connections are all in use', () => {
  it('rejects after its own wait, however long a connection may take to open', async () => {
    const pool = new WaitingPool({
      connectionString: store.url,
      max: 1,
      waitMs: 50,
      connectionTimeoutMillis: 3_600_000,
    })
    const taken = await pool.connect()

    await expect(pool.connect()).rejects.toThrow('timeout exceeded when trying to connect')

    taken.release()
    const free = await pool.connect()
    free.release()
    await pool.end()
  })

  it('opens a connection with the bound for opening, while there is one to open', async () => {
    const pool = new WaitingPool({ connectionString: store.url, max: 2, waitMs: 1, connectionTimeoutMillis: 3_600_000 })
    const [one, other] = [await pool.connect(), await pool.connect()]

    expect((await other.query<{ n: number }>('SELECT 1 AS n')).rows).toEqual([{ n: 1 }])

    one.release()
    other.release()
    await pool.end()
  })
})
