import { writeFileSync } from 'node:fs'
import { setTimeout as rest } from 'node:timers/promises'
import type { Client } from 'pg'
import { seal } from '../../test/support/phone.ts'
import { Chance } from './chance.ts'
import { day, localDay, minute, rowsOf, zones } from './clock-cases.ts'
import { carriedOnce } from './envelopes.ts'
import type { Found } from './faults.ts'
import { ask, urlencoded } from './http.ts'
import { scaled } from './scale.ts'
import { SealedPhone } from './sealed-phone.ts'
import type { Service } from './service.ts'
import type { Officer } from './world.ts'
import { written } from './writing.ts'

const perClock = scaled(10)
const longestWaitMinutes = 15

const signInWith = (port: number, { nrp }: Officer, sandi: string) => {
  const { body, headers } = urlencoded({ nrp, sandi })
  return ask(port, { method: 'POST', path: '/masuk', body, headers })
}

/** What a clock that ran ahead may have left in days to come. */
async function leftAhead(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ what: string; count: number }>(
    `SELECT 'nights claimed' AS what, count(*)::int FROM night WHERE begun_at > now() + interval '5 minutes'
     UNION ALL SELECT 'outages', count(*)::int FROM outage WHERE until > now() + interval '1 minute'
     UNION ALL SELECT 'outages told', count(*)::int FROM outage
     UNION ALL SELECT 'beats', count(*)::int FROM heartbeat WHERE at > now() + interval '1 minute'
     UNION ALL SELECT 'events', count(*)::int FROM outbox_event WHERE done_at IS NULL AND next_at > now() + interval '15 minutes'
     UNION ALL SELECT 'reports', count(*)::int FROM report WHERE arrived_at > now() + interval '1 minute' OR arrived_at < now() - interval '1 hour'
     UNION ALL SELECT 'sessions that grew', count(*)::int FROM session WHERE expire > now() + interval '12 hours 1 minute'`,
  )
  return rows.filter(({ count }) => count > 0).map(({ what, count }) => `${count} ${what} in days to come`)
}

/** Our own clock jumps ahead and back while phones send and somebody guesses at a password; nobody is to notice. */
export const serverWrong =
  (clockFile: string) =>
  async ({ fleet, officers, client, journal }: Service): Promise<Found> => {
    const chance = new Chance(142)
    const violations: string[] = []
    const wrongs = [0, -5 * day, 0, 3 * day, 0]
    for (const [at, wrong] of wrongs.entries()) {
      writeFileSync(clockFile, String(wrong))
      await rest(300)
      const officer = officers[at]!
      const settings = { port: () => fleet.port, journal, chance, doubleTaps: 0, until: () => Number.POSITIVE_INFINITY }
      const keys = (await new SealedPhone(officer, settings).enrolled())!
      for (let nth = 0; nth < perClock; nth += 1) {
        const { id, fields } = await written(officer, chance, { talks: 0, photos: 0 })
        const tanggal = localDay(Date.now() - 2 * minute, zones['Asia/Jakarta'])
        const now = new Date().toISOString()
        const sealed = await seal(keys, {
          id,
          kind: 'brief',
          type: 'penyuluhan',
          wire: { ...fields, tanggal, pukul: '00:00' },
          clock: { written: now, offset: 0, measured: now },
        })
        const { status, state } = await carriedOnce(fleet.port, sealed)
        if (status !== 200 || state !== 'filed') violations.push(`at ${wrong / day} days: ${status} ${state}`)
      }
      for (let tries = 0; tries < 8; tries += 1) await signInWith(fleet.port, officers[0]!, 'salah sama sekali')
    }
    const [{ size }, sends] = [await rowsOf(client), wrongs.length * perClock]
    if (size !== sends) violations.push(`${size} reports of ${sends}`)
    violations.push(...(await leftAhead(client)))
    const { text } = await signInWith(fleet.port, officers[0]!, 'salah sama sekali')
    const waits = [...text.matchAll(/dalam (\d+) menit/g)].map(([, minutes]) => Number(minutes))
    const longest = Math.max(0, ...waits)
    if (longest > longestWaitMinutes) violations.push(`a sign-in waits ${longest} minutes`)
    const figure = `our own clock wrong by -5 and 3 days: ${size} of ${sends} taken, longest wait ${longest} minutes`
    return { figure, violations }
  }
