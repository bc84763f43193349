import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { root } from '../../src/platform/config/config.ts'
import { launchBrowser, onlyIn, queueOn, signIn } from './browsing.ts'
import { Chance } from './chance.ts'
import { type Case, day, limit, rowsOf, sealedCase, wrongWith, zones } from './clock-cases.ts'
import { carriedOnce } from './envelopes.ts'
import { serverWrong } from './f14-server-clock.ts'
import type { Fault, Found } from './faults.ts'
import { scaled } from './scale.ts'
import { SealedPhone } from './sealed-phone.ts'
import { inService, type Service } from './service.ts'
import type { Officer } from './world.ts'
import { written } from './writing.ts'

const count = scaled(180)
const inBrowser = scaled(20)

const keysOf = async ({ fleet, journal }: Service, officer: Officer, chance: Chance) => {
  const settings = { port: () => fleet.port, journal, chance, doubleTaps: 0, until: () => Number.POSITIVE_INFINITY }
  return (await new SealedPhone(officer, settings).enrolled())!
}

async function judged(service: Service): Promise<Found> {
  const { fleet, officers, client } = service
  const chance = new Chance(14)
  const officer = officers[0]!
  await client.query(
    `INSERT INTO reporting_rule (unit_id, days, time_of_day, since_on, set_at)
     SELECT unit_id, 0, $2, '2026-01-01', now() FROM person WHERE id = $1`,
    [officer.id, limit],
  )
  const keys = await keysOf(service, officer, chance)
  const cases: Case[] = []
  const refused: string[] = []
  for (const [zone, zoneMs] of Object.entries(zones)) {
    await client.query('UPDATE unit SET time_zone = $2 WHERE id = (SELECT unit_id FROM person WHERE id = $1)', [
      officer.id,
      zone,
    ])
    for (let at = 0; at < count / 3; at += 1) {
      const one = await sealedCase(keys, officer, chance, zoneMs)
      cases.push(one)
      const { status, state } = await carriedOnce(fleet.port, one.sealed)
      if (status !== 200 || state !== 'filed') refused.push(`${one.sealed.id} (${one.kind}) was ${status} ${state}`)
    }
  }
  const rows = await rowsOf(client)
  const sure = cases.filter(({ kind }) => kind === 'right' || kind === 'wrong')
  const byTruth = sure.toSorted((a, b) => a.trueAt - b.trueAt).map(({ sealed }) => sealed.id)
  const byRow = sure.toSorted(
    (a, b) => Number(rows.get(a.sealed.id)?.writtenAt) - Number(rows.get(b.sealed.id)?.writtenAt),
  )
  const isOrdered = byRow.every(({ sealed }, at) => sealed.id === byTruth[at])
  const violations = [
    ...refused,
    ...cases.flatMap((one) => wrongWith(one, rows.get(one.sealed.id))),
    ...(isOrdered ? [] : ['they are not in the order in which they were written']),
  ]
  return { figure: `${cases.length} phones in three time zones: ${refused.length} refused`, violations }
}

/** A real browser, whose clock is wrong by days, and another wrong one by the time it sends. */
async function browsed({ fleet, officers, client }: Service): Promise<Found> {
  const chance = new Chance(141)
  const violations: string[] = []
  const browser = await launchBrowser()
  try {
    for (let at = 0; at < inBrowser; at += 1) {
      const baseURL = `http://localhost:${fleet.port}`
      const context = await browser.newContext({ baseURL, serviceWorkers: 'block' })
      context.setDefaultTimeout(60_000)
      const page = await context.newPage()
      await page.clock.install({ time: Date.now() + chance.whole(-10 * day, 10 * day) })
      await page.clock.resume()
      await signIn(page, officers[0]!)
      await page.waitForResponse(/\/perangkat$/).catch(() => undefined)
      const report = await written(officers[0]!, chance, { talks: 0, photos: 0 })
      const trueAt = Date.now()
      await queueOn(page, report)
      await page.clock.setSystemTime(Date.now() + chance.whole(-10 * day, 10 * day))
      await page.goto('/')
      for (let looks = 0; looks < 100 && (await onlyIn(page, 'queue')).length > 0; looks += 1) await rest(100)
      const row = (await rowsOf(client)).get(report.id)
      const wrongBy = row ? Math.abs(row.writtenAt.getTime() - trueAt) : Number.POSITIVE_INFINITY
      if (wrongBy > 5000) violations.push(`${report.id} is wrong by ${wrongBy} ms`)
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return { figure: `${inBrowser} browsers whose clock is wrong twice: ${violations.length} wrong`, violations }
}

/** F14: clocks that are wrong by days, on phones and here. */
export const clocks: Fault = {
  name: 'F14',
  what: 'clocks wrong by days, set anew while reports wait',
  run: async () => {
    const home = await mkdtemp(join(tmpdir(), 'bos-clock-'))
    const clockFile = join(home, 'wrong-by')
    writeFileSync(clockFile, '0')
    const ours = { preload: [`${root}lab/faults/preload/clock.mjs`], env: { BOS_CLOCK: clockFile }, officerCount: 5 }
    try {
      const all = [await inService(judged), await inService(browsed), await inService(serverWrong(clockFile), ours)]
      return {
        figure: all.map(({ figure }) => figure).join('; '),
        violations: all.flatMap(({ violations }) => violations),
      }
    } finally {
      await rm(home, { recursive: true, force: true })
    }
  },
}
