import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Cluster, openCluster } from './cluster.ts'
import { Fleet, type FleetSettings } from './fleet.ts'
import { Journal } from './journal.ts'
import { makeWorld, type Officer } from './world.ts'

/** The built application over a database of its own, officers, and the journal of what they press. */
export interface Service {
  cluster: Cluster
  client: Client
  fleet: Fleet
  officers: Officer[]
  journal: Journal
  /** A folder that goes with it. */
  folder: string
  /** The reports that the database holds. */
  standing: () => Promise<Set<string>>
}

interface Settings extends Partial<FleetSettings> {
  officerCount?: number
}

export async function inService<T>(
  use: (service: Service) => Promise<T>,
  { officerCount = 1, ...settings }: Settings = {},
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bos-service-'))
  const cluster = await openCluster()
  const client = new Client({ connectionString: cluster.url })
  client.on('error', () => undefined)
  const { officers } = await makeWorld(cluster.url, officerCount)
  const fleet = new Fleet({ url: cluster.url, publicUrl: 'http://localhost', ...settings })
  try {
    await client.connect()
    await fleet.ready()
    const standing = async () =>
      new Set((await client.query<{ id: string }>('SELECT id FROM report')).rows.map(({ id }) => id))
    const journal = new Journal(join(folder, 'journal.jsonl'))
    return await use({ cluster, client, fleet, officers, journal, folder, standing })
  } finally {
    await fleet.close()
    await client.end().catch(() => undefined)
    await cluster.remove()
    await rm(folder, { recursive: true, force: true })
  }
}
