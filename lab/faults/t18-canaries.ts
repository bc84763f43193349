import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../src/platform/config/config.ts'
import { reportData } from '../../test/support/report-data.ts'
import { Chance } from './chance.ts'
import { openCluster } from './cluster.ts'
import type { Fault } from './faults.ts'
import { Fleet, secrets } from './fleet.ts'
import { formBody } from './http.ts'
import { Journal } from './journal.ts'
import { Patience, type PhoneSettings } from './patience.ts'
import { FormPhone } from './phone.ts'
import { scaled } from './scale.ts'
import { SealedPhone } from './sealed-phone.ts'
import { makeWorld, type Officer } from './world.ts'
import type { Report } from './writing.ts'

const each = scaled(50)

/** Words that nothing else holds: what an officer writes, and who told him. */
interface Canary {
  said: string
  source: string
}

const canary = (chance: Chance): Canary => ({
  said: `kenari${chance.words(3).replaceAll(' ', '')}`,
  source: `sumber${chance.words(3).replaceAll(' ', '')}`,
})

function information({ villages }: Officer, { said, source }: Canary): Report {
  const id = randomUUID()
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  const named = { namaNarasumber: source, hubunganNarasumber: `Paman ${source}`, kontakNarasumber: `Warung ${source}` }
  const when = { tanggal: today, diperolehPada: today, pukul: '00:01', wilayah: villages[0]! }
  const fields = { ...(reportData['laporan-informasi'] as Record<string, string>), ...when, ...named }
  return {
    id,
    type: 'laporan-informasi',
    photos: [],
    fields: { laporanId: id, ...fields, fakta: `Tangkapan layar ajakan ${said} beredar sejak Minggu.`, aksi: 'kirim' },
  }
}

/** T18: what was written and who told it, looked for where neither may be. */
export const canaries: Fault = {
  name: 'T18',
  what: 'marked words in logs, error pages, backups and the files of the database',
  run: async () => {
    const home = await mkdtemp(join(tmpdir(), 'bos-canaries-'))
    const cluster = await openCluster()
    const log: string[] = []
    const { officers } = await makeWorld(cluster.url, 2)
    const settings = { url: cluster.url, publicUrl: 'http://localhost', env: { LOG_LEVEL: 'debug', WORKER: 'inline' } }
    const fleet = new Fleet({ ...settings, onLine: (line) => log.push(line) })
    try {
      await fleet.ready()
      const [author, other] = officers as [Officer, Officer]
      const chance = new Chance(18)
      const phone: PhoneSettings = {
        port: () => fleet.port,
        journal: new Journal(join(home, 'journal.jsonl')),
        chance,
        doubleTaps: 0,
        until: () => Number.POSITIVE_INFINITY,
      }
      const marks = Array.from({ length: each * 2 }, () => canary(chance))
      const reports = marks.map((mark) => information(author, mark))
      const ways = [new FormPhone(author, phone), new SealedPhone(author, phone)]
      for (const [at, report] of reports.entries()) await ways[at % 2]!.send(report)

      const backup = await backedUp(cluster.url, join(home, 'backups'))
      const [mine, theirs] = [new Patience(author, phone), new Patience(other, phone)]
      const pages: (string | undefined)[] = []
      await mine.askSignedIn({ path: '/' })
      for (const { id } of reports) pages.push((await theirs.askSignedIn({ path: `/laporan/${id}` }))?.text)

      await cluster.stop()
      const files = await filesUnder(cluster.folder)
      pages.push(...(await withoutDatabase(mine, reports)))

      const said = marks.map((mark) => mark.said)
      const sources = marks.map((mark) => mark.source)
      const all = [...said, ...sources]
      const stored = said.filter((word) => files.some((file) => file.includes(word))).length
      const found = {
        'log lines': hits(all, [log.join('\n')]),
        'error pages': hits(
          all,
          pages.filter((page) => page !== undefined),
        ),
        'the backup': hits(all, [backup]),
        'files of the database': hits(sources, files),
      }
      const violations = Object.entries(found).flatMap(([place, words]) => words.map((word) => `${word} in ${place}`))
      // A scan that does not find what must be there would find nothing at all.
      if (stored < said.length) violations.push(`only ${stored} of ${said.length} answers are seen in the files`)
      if (log.length < reports.length) violations.push(`only ${log.length} lines of log`)
      return {
        figure: `${all.length} canaries: ${violations.length} hits in ${log.length} log lines, ${pages.length} error pages, the backup and ${files.length} files of the database (where all ${stored} open answers are found)`,
        violations,
      }
    } finally {
      await fleet.close()
      await cluster.remove()
      await rm(home, { recursive: true, force: true })
    }
  },
}

/** The pages that say so. What a form is answered brings its words back to their author; of it only the log is looked at. */
async function withoutDatabase(mine: Patience, reports: Report[]): Promise<string[]> {
  const pages: string[] = []
  for (const { id, type, fields } of reports) {
    pages.push((await mine.askOnce({ path: `/laporan/${id}` })).text)
    await mine.askOnce({ method: 'POST', path: `/laporan/${type}`, ...(await formBody(fields)) })
    const cut = { 'Content-Type': 'application/json' }
    const broken = JSON.stringify(fields).slice(0, -1)
    pages.push((await mine.askOnce({ method: 'POST', path: '/perangkat', headers: cut, body: broken })).text)
  }
  return pages
}

const hits = (words: string[], texts: (string | Buffer)[]) =>
  words.filter((word) => texts.some((text) => text.includes(word)))

async function backedUp(url: string, folder: string): Promise<Buffer> {
  const env = { ...process.env, ...secrets, DATABASE_URL: url, BACKUP_FOLDER: folder, PUBLIC_URL: 'http://localhost' }
  await promisify(execFile)(process.execPath, [`${root}dist/processes/backup.js`, 'backup'], { env })
  const files = await filesUnder(folder)
  if (files.length === 0) throw new Error('There is no backup')
  return Buffer.concat(files)
}

async function filesUnder(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => readFile(join(parentPath, name))),
  )
}
