import { randomUUID } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import { Client } from 'pg'
import { password } from '../../test/support/cast.ts'
import { Chance } from './chance.ts'
import { type Cluster, openCluster } from './cluster.ts'
import type { Fault, Found } from './faults.ts'
import { Fleet } from './fleet.ts'
import { type Answer, ask, formBody, urlencoded } from './http.ts'
import { scaled } from './scale.ts'
import { makeWorld } from './world.ts'

interface Desk {
  cluster: Cluster
  client: Client
  post: (id: string, line: string) => Promise<Answer>
}

/** One officer who is signed in, and a way to send brief reports without any patience. */
async function atDesk(run: (desk: Desk) => Promise<Found>): Promise<Found> {
  const cluster = await openCluster()
  const { officers } = await makeWorld(cluster.url, 1)
  const fleet = new Fleet({ url: cluster.url, publicUrl: 'http://localhost' })
  const client = new Client({ connectionString: cluster.url })
  try {
    await fleet.ready()
    await client.connect()
    const entered = await ask(fleet.port, {
      method: 'POST',
      path: '/masuk',
      ...urlencoded({ nrp: officers[0]!.nrp, sandi: password }),
    })
    const cookie = [entered.headers['set-cookie'] ?? []]
      .flat()
      .map((one) => one.split(';')[0]!)
      .join('; ')
    const tanggal = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    const head = { tanggal, pukul: '00:01', wilayah: officers[0]!.villages[0]!, jenis: 'penyuluhan', aksi: 'kirim' }
    const post = async (id: string, line: string) => {
      const { body, headers } = await formBody({ ...head, laporanId: id, kilat: line })
      return ask(fleet.port, {
        method: 'POST',
        path: '/laporan/kilat',
        body,
        headers: { ...headers, Cookie: cookie },
        patience: 60_000,
      })
    }
    return await run({ cluster, client, post })
  } finally {
    await client.end()
    await fleet.close()
    await cluster.remove()
  }
}

const countReports = async (client: Client) =>
  (await client.query<{ count: number }>('SELECT count(*)::int FROM report')).rows[0]!.count

/** F5: the same send fifty times at once. */
export const together: Fault = {
  name: 'F5',
  what: 'the same send 50 times at once',
  run: () =>
    atDesk(async ({ client, post }) => {
      const [ids, times, chance] = [scaled(200), 50, new Chance(5)]
      const answers = new Map<number, number>()
      for (let at = 0; at < ids; at += 1) {
        const [id, line] = [randomUUID(), chance.words(8)]
        const all = await Promise.all(Array.from({ length: times }, () => post(id, line)))
        for (const { status } of all) answers.set(status, (answers.get(status) ?? 0) + 1)
        while ((await post(id, line)).status !== 303) await rest(200)
      }
      const rows = await countReports(client)
      const told = [...answers].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`)
      return {
        figure: `${ids} ids × ${times} = ${ids * times} requests: ${rows} reports (answers ${told.join(', ')})`,
        violations: rows === ids ? [] : [`${rows} reports of ${ids} ids`],
      }
    }),
}

const heldFor = 8000

/** F6: every connection waits for a lock that somebody holds. */
export const stuck: Fault = {
  name: 'F6',
  what: 'all connections taken',
  run: () =>
    atDesk(async ({ client, post }) => {
      const chance = new Chance(6)
      await client.query('BEGIN')
      await client.query('LOCK TABLE report IN ACCESS EXCLUSIVE MODE')
      const began = performance.now()
      const waiting = Array.from({ length: 40 }, async () => {
        const { status, headers } = await post(randomUUID(), chance.words(8))
        return { status, retryAfter: headers['retry-after'], ms: performance.now() - began }
      })
      await rest(heldFor)
      await client.query('ROLLBACK')
      const released = performance.now()
      const answers = await Promise.all(waiting)
      while ((await post(randomUUID(), chance.words(8))).status !== 303) await rest(20)
      const recovered = Math.round(performance.now() - released)
      const odd = answers.filter(
        ({ status, retryAfter }) => status !== 303 && !(status === 503 && retryAfter !== undefined),
      )
      const slowest = Math.round(Math.max(...answers.map(({ ms }) => ms)) / 100) / 10
      return {
        figure: `${answers.filter(({ status }) => status === 503).length} of 40 answered 503 with Retry-After, the last after ${slowest} s, 0 hung; sends again ${recovered} ms after the release`,
        violations: [
          ...odd.map(({ status }) => `an answer of ${status}, or without Retry-After`),
          ...(slowest > 3 ? [`an answer after ${slowest} s`] : []),
        ],
      }
    }),
}
