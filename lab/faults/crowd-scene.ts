import { Client } from 'pg'
import { dayIn } from '../../src/kernel/days.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { envelopeOf, makeWorld } from '../bench/submit-world.ts'
import { openCluster } from './cluster.ts'
import type { Found } from './faults.ts'
import { Fleet, secrets } from './fleet.ts'
import { ask } from './http.ts'

export interface Scene {
  fleet: Fleet
  client: Client
  /** New ones at every call. */
  envelopes: (count: number) => string[]
}

/** The built application alone with two thousand officers and their phones. */
export async function onScene(use: (scene: Scene) => Promise<Found>, own: Record<string, string> = {}): Promise<Found> {
  const cluster = await openCluster()
  const client = new Client({ connectionString: cluster.url })
  try {
    await migrate(cluster.url)
    await client.connect()
    const { db, close } = connect(cluster.url, 4, () => undefined)
    const now = new Date()
    const world = await makeWorld(db, cipherOf(secrets.DATA_SECRET), now, dayIn('Asia/Jakarta', now)).finally(
      () => void close(),
    )
    let made = 0
    const envelopes = (count: number) =>
      Array.from({ length: count }, () => {
        const officer = world.officers[made % world.officers.length]!
        made += 1
        return envelopeOf(world, officer, Math.ceil(made / world.officers.length), now)
      })
    const env = { WORKER: 'separate', HEALTH_PORT: '0', ...own }
    const fleet = new Fleet({ url: cluster.url, publicUrl: 'http://localhost', env })
    try {
      await fleet.ready()
      return await use({ fleet, client, envelopes })
    } finally {
      await fleet.close()
    }
  } finally {
    await client.end().catch(() => undefined)
    await cluster.remove()
  }
}

/** Until ten pages in a row come within 100 ms. */
export async function untilCalm(port: number): Promise<number> {
  const begun = performance.now()
  for (let calm = 0; calm < 10; ) {
    const asked = performance.now()
    const { status } = await ask(port, { path: '/masuk' }).catch(() => ({ status: 0 }))
    calm = status === 200 && performance.now() - asked < 100 ? calm + 1 : 0
    if (performance.now() - begun > 60_000) throw new Error('The server did not come to rest')
  }
  return performance.now() - begun
}
