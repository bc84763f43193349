import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { Client } from 'pg'
import { countUnsealed } from './chain.ts'
import { Chance } from './chance.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { Fleet } from './fleet.ts'
import { Journal } from './journal.ts'
import { judge, type Verdict } from './oracle.ts'
import type { PhoneSettings } from './patience.ts'
import { FormPhone, type Phone } from './phone.ts'
import { openProxy, type Weather } from './proxy.ts'
import { SealedPhone } from './sealed-phone.ts'
import { makeWorld, type Officer } from './world.ts'
import { written } from './writing.ts'

interface Parts {
  cluster: Cluster
  fleet: Fleet
  journal: Journal
}

export interface Campaign {
  sends: number
  /** The form, where nothing else is said. */
  way?: 'form' | 'intake'
  appKills: number
  databaseKills: number
  officers?: number
  doubleTaps?: number
  /** Of all connections, how many get no answer although all arrives. */
  cutAnswers?: number
  /** Of all reports, how many are talks and not brief ones; of the brief ones, how many have a photo. */
  talks?: number
  photos?: number
  ballast?: number
  seed?: number
  preload?: string[]
  /** The server of another release, which serves by turns with this one. */
  next?: string
  env?: Record<string, string>
  /** What the network is like for each connection, beside the answers that are cut. */
  weather?: (chance: Chance) => Weather
  /** Done once, when half of it is sent. */
  midway?: (parts: Parts) => Promise<void>
  /** Waits at the end until all of the audit is sealed. */
  isSealedAfter?: boolean
  /** Another database than the usual one. */
  cluster?: Cluster
  /** Done to the database before anything is sent. */
  prepare?: (url: string) => Promise<void>
}

export interface Outcome extends Verdict {
  kills: number
  ownExits: number
  deaths: number
  /** Bytes that phones have sent for each byte that the reports have. */
  waste: number
  cutAnswers: number
  seconds: number
}

/** Officers send, while the application and the database are killed under them; then the oracle looks. */
export async function campaign(plan: Campaign): Promise<Outcome> {
  const started = performance.now()
  const folder = await mkdtemp(join(tmpdir(), 'bos-journal-'))
  const cluster = plan.cluster ?? (await openCluster())
  try {
    const { officers } = await makeWorld(cluster.url, plan.officers ?? 12)
    await plan.prepare?.(cluster.url)
    const chance = new Chance(plan.seed ?? 20261124)
    const weather = (): Weather =>
      chance.is(plan.cutAnswers ?? 0) ? { cutAnswer: true } : (plan.weather?.(chance) ?? {})
    const proxy = await openProxy(() => fleet.port, weather)
    const { preload = [], env = {}, next } = plan
    const fleet = new Fleet({
      url: cluster.url,
      publicUrl: `http://localhost:${proxy.port}`,
      preload,
      env,
      ...(next ? { next } : {}),
    })
    const journal = new Journal(join(folder, 'journal.jsonl'))
    try {
      await fleet.ready()
      const state: Progress = { begun: 0, done: 0, deadline: Number.POSITIVE_INFINITY }
      const settings: PhoneSettings = {
        port: () => proxy.port,
        journal,
        chance,
        doubleTaps: plan.doubleTaps ?? 0,
        until: () => state.deadline,
      }
      const make = plan.way === 'intake' ? SealedPhone : FormPhone
      const phones = officers.map((officer) => new make(officer, settings))
      const sending = Promise.all(
        phones.map((phone, at) => sendAll(phone, { officer: officers[at]!, chance, state, plan })),
      )
      const middle = inTheMiddle(plan, { fleet, cluster, journal }, state)
      await Promise.race([Promise.all([killAll(plan, fleet, cluster, chance, state), middle]), sending])
      while (state.begun < plan.sends) await rest(10)
      // What is still open then, or was left open by the last kill, may arrive as long as any does.
      state.deadline = Date.now() + graceMs
      await Promise.all([sending, middle])
      if (plan.isSealedAfter) await untilSealed(cluster.url)
      const verdict = await judge(cluster.url, journal.lines)
      const { kills, ownExits, deaths } = fleet
      const seconds = Math.round((performance.now() - started) / 1000)
      const needed = phones.reduce((sum, phone) => sum + phone.needed, 0)
      return {
        ...verdict,
        deaths,
        waste: proxy.sent / needed,
        kills: kills + plan.databaseKills,
        ownExits,
        cutAnswers: proxy.cut,
        seconds,
      }
    } finally {
      await fleet.close()
      await proxy.close()
    }
  } finally {
    await cluster.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

const graceMs = 60_000

interface Progress {
  begun: number
  done: number
  deadline: number
}

interface Shift {
  officer: Officer
  chance: Chance
  state: Progress
  plan: Campaign
}

async function sendAll(phone: Phone, { officer, chance, state, plan }: Shift): Promise<void> {
  const { sends, talks = 0.15, photos = 0.3, ballast = 0 } = plan
  while (state.begun < sends) {
    state.begun += 1
    await phone.send(await written(officer, chance, { talks, photos, ballast }))
    state.done += 1
    if (state.deadline < Number.POSITIVE_INFINITY) state.deadline = Date.now() + graceMs
  }
}

async function untilSealed(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    // A slow machine seals slowly: only a chain that does not grow at all for so many looks is broken.
    for (let [left, stuck] = [await countUnsealed(client), 0]; left > 0; ) {
      if (stuck > 600) throw new Error('The audit is not sealed')
      await rest(500)
      const now = await countUnsealed(client)
      stuck = now < left ? 0 : stuck + 1
      left = now
    }
  } finally {
    await client.end()
  }
}

async function inTheMiddle(plan: Campaign, parts: Parts, state: Progress): Promise<void> {
  if (!plan.midway) return
  while (state.done < plan.sends / 2) await rest(10)
  await plan.midway(parts)
}

/** Spreads the kills over the sends, at moments that nobody can foresee: none comes before or after all the work. */
async function killAll(plan: Campaign, fleet: Fleet, cluster: Cluster, chance: Chance, state: Progress): Promise<void> {
  const kills = plan.appKills + plan.databaseKills
  let ofDatabase = plan.databaseKills
  for (let left = kills; left > 0; left -= 1) {
    const due = ((kills - left + chance.next()) / kills) * (plan.sends - 12)
    while (state.done < due) await rest(10)
    await rest(chance.whole(0, 60))
    if (chance.next() < ofDatabase / left) {
      ofDatabase -= 1
      await cluster.kill()
      await cluster.start()
    } else await fleet.kill()
  }
}
