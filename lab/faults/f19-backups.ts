import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { root } from '../../src/platform/config/config.ts'
import { Chance } from './chance.ts'
import type { Fault, Found } from './faults.ts'
import { secrets } from './fleet.ts'
import { FormPhone } from './phone.ts'
import { scaled } from './scale.ts'
import { inService, type Service } from './service.ts'
import { written } from './writing.ts'

const [flips, cuts, wrongKeys] = [scaled(100), scaled(25), scaled(5)]

interface Damage {
  what: string
  bytes: Buffer
  secret: string
}

/** One bit anywhere, the end missing from anywhere on, another key. */
function damages(whole: Buffer, chance: Chance): Damage[] {
  const secret = secrets.DATA_SECRET
  const flipped = Array.from({ length: flips }, () => {
    const [bytes, at, bit] = [Buffer.from(whole), chance.whole(0, whole.length - 1), chance.whole(0, 7)]
    bytes[at]! ^= 1 << bit
    return { what: `bit ${bit} of byte ${at} of ${whole.length}`, bytes, secret }
  })
  const cut = Array.from({ length: cuts }, (_, at) => {
    // Also without its last byte, and without anything.
    const end = at === 0 ? whole.length - 1 : at === 1 ? 0 : chance.whole(1, whole.length - 2)
    return { what: `cut after ${end} of ${whole.length} bytes`, bytes: whole.subarray(0, end), secret }
  })
  const locked = Array.from({ length: wrongKeys }, (_, at) => ({
    what: `another key (${at})`,
    bytes: whole,
    secret: `another secret that is long enough ${at}`,
  }))
  return [...flipped, ...cut, ...locked]
}

interface Place {
  restorer: ChildProcess
  file: string
  url: string
}

/** The delivered restore, into a database that is empty, and must be empty again when it refuses. */
async function refused({ restorer, file, url }: Place, { what, bytes, secret }: Damage): Promise<string[]> {
  await writeFile(file, bytes)
  restorer.send({ file, secret, url })
  const [{ refusal }] = (await once(restorer, 'message')) as [{ refusal: string | null }]
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query(`SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`)
  await client.end()
  if (refusal === null) return [`${what} was taken for whole`]
  return rowCount === 0 ? [] : [`${what} was refused (${refusal}) and left ${rowCount} tables behind`]
}

async function damaged({ cluster, client, fleet, officers, journal, folder }: Service): Promise<Found> {
  const chance = new Chance(19)
  const settings = { port: () => fleet.port, journal, chance, doubleTaps: 0, until: () => Number.POSITIVE_INFINITY }
  const phone = new FormPhone(officers[0]!, settings)
  for (let at = 0; at < 10; at += 1) await phone.send(await written(officers[0]!, chance, { talks: 0.5, photos: 1 }))
  const backups = join(folder, 'backups')
  const env = {
    ...process.env,
    ...secrets,
    DATABASE_URL: cluster.url,
    BACKUP_FOLDER: backups,
    PUBLIC_URL: 'http://localhost',
  }
  await promisify(execFile)(process.execPath, [`${root}dist/processes/backup.js`, 'backup'], { env })
  const [name] = await readdir(backups)
  const whole = await readFile(join(backups, name!))
  await client.query('CREATE DATABASE bos_scratch')
  const url = cluster.url.replace(/\w+$/, 'bos_scratch')
  const all = damages(whole, chance)
  const violations: string[] = []
  // In a process of its own: Prisma's engine of the sources and that of the build would share one memory.
  const restorer = fork(`${root}lab/faults/preload/restoring.mjs`, { execArgv: [] })
  const place = { restorer, file: join(folder, 'copy'), url }
  for (const one of all) violations.push(...(await refused(place, one)))
  const sound = await refused(place, { what: 'sound', bytes: whole, secret: secrets.DATA_SECRET })
  restorer.kill()
  // Who refuses everything has shown nothing.
  if (sound[0] !== 'sound was taken for whole') violations.push('a sound one is refused')
  return {
    figure: `${all.length} damaged copies (${flips} × one bit, ${cuts} × cut off, ${wrongKeys} × another key): ${all.length - violations.length} refused with nothing left behind; a sound one restored`,
    violations,
  }
}

/** F19: a copy that is not as it was written is refused, loudly. */
export const damagedBackups: Fault = {
  name: 'F19',
  what: 'backups with a changed bit, cut off, under another key',
  run: () => inService(damaged),
}
