import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { Client } from 'pg'
import { adoptContents } from '../../src/administration/audit/adopt.commands.ts'
import { sealAudit } from '../../src/administration/audit/chain.commands.ts'
import { verifyChain } from '../../src/administration/audit/chain.queries.ts'
import { cursorAtStart, headDigits } from '../../src/administration/audit/check-cursor.queries.ts'
import { checkNext } from '../../src/administration/audit/check-steps.queries.ts'
import { faultLine } from '../../src/administration/audit/fault.ts'
import { makeBackup } from '../../src/administration/backups/backups.commands.ts'
import { runDrill } from '../../src/administration/backups/drill.ts'
import { workOffDrill } from '../../src/administration/backups/drills.commands.ts'
import { readBackup, restoreBackup } from '../../src/administration/backups/restore.ts'
import { writeBackup } from '../../src/administration/backups/write.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { cast } from '../support/cast.ts'
import { filedTalk } from '../support/makers.ts'
import { inScratch } from '../support/scratch.ts'
import { secrets, site, stoppedClock } from '../support/site.ts'
import { store } from '../support/store.ts'

const key = cipherOf(secrets.data)
const now = new Date('2026-11-24T02:15:00Z')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bos-backup-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function someReports(count: number) {
  const { budi } = await cast(store.db)
  const filed: Awaited<ReturnType<typeof filedTalk>>[] = []
  for (let made = 0; made < count; made += 1) filed.push(await filedTalk(store, budi))
  return filed
}

const write = (secret = secrets.data) => writeBackup({ url: store.url, secret, folder, now })

async function isRefused(file: string, secret = secrets.data): Promise<string> {
  try {
    for await (const frame of readBackup(file, secret)) if (frame.kind === 'end') return 'accepted'
    return 'ended without a word'
  } catch (error) {
    return `refused: ${(error as Error).message}`
  }
}

describe('a backup', () => {
  it('restores every row, what the triggers guard, the sequences and the chain', async () => {
    await someReports(5)
    await sealAudit(store.db, key, now)
    const { file, manifest } = await write()
    const live = await store.db.report.findMany({ orderBy: { number: 'asc' }, include: { photos: true } })
    const tallies = await store.db.dailyTally.findMany()

    await inScratch(async (url) => {
      await restoreBackup({ file, secret: secrets.data, url })
      const { db, close } = connect(url, 2, () => undefined)
      expect(await db.report.findMany({ orderBy: { number: 'asc' }, include: { photos: true } })).toEqual(live)
      expect(await db.dailyTally.findMany()).toEqual(tallies)
      expect(await db.area.count()).toBe(await store.db.area.count())
      expect(await verifyChain(db, key, manifest.chain)).toMatchObject({ fault: null, unsealed: 0 })
      await expect(db.auditEntry.deleteMany()).rejects.toThrow(/append-only/)
      const [next] = await db.$queryRaw<{ n: bigint }[]>`SELECT nextval('report_number') AS n`
      expect(Number(next!.n)).toBeGreaterThan(5)
      await close()
      await expect(restoreBackup({ file, secret: secrets.data, url })).rejects.toThrow(/not empty/)
    })

    expect(manifest.tables.find(({ name }) => name === 'report')).toMatchObject({ rows: 5 })
    expect(manifest.tables.map(({ name }) => name)).not.toContain('session')
  })

  it('restored into another database is checked there against the head on the morning sheet', async () => {
    const people = await cast(store.db)
    await adoptContents(store.db, key, now, 0)
    const { as } = site(store)
    const [sari, agus, dewi] = [await as(people.sari), await as(people.agus), await as(people.dewi)]
    const [verified, other] = [await filedTalk(store, people.budi, { photos: 2 }), await filedTalk(store, people.budi)]
    await agus.post(`/laporan/${verified.id}/verifikasi`).type('form').send({ versi: '1' }).expect(303)
    const note = { catatanId: '11111111-1111-4111-8111-111111111111', tambahan: 'Peserta membawa anak-anak mereka.' }
    await agus.post(`/laporan/${verified.id}/catatan`).type('form').send(note).expect(303)
    await sari.post('/nihil').expect(303)
    await sealAudit(store.db, key, now)
    const sheet = (await dewi.get('/lembar-pagi/cetak').expect(200)).text
    const head = headDigits(/\d+ · ((?:[0-9a-f]{4} ?){8})/.exec(sheet)![1]!)!
    await sealAudit(store.db, key, now)
    const { file } = await write()

    await inScratch(async (url) => {
      await restoreBackup({ file, secret: secrets.data, url })
      const { db, close } = connect(url, 2, () => undefined)
      const check = async (known: string) => {
        let cursor = await cursorAtStart(db)
        while (cursor.phase !== 'done') cursor = await checkNext({ db, cipher: key, head: known }, cursor)
        return cursor
      }
      const restored = await check(head)
      expect(restored).toMatchObject({ faults: [], faultCount: 0, isKnownSeen: true, isBegun: true })
      expect(restored.done).toMatchObject({ reports: 2, photos: 3, nihil: 1, entries: await db.auditSeal.count() })
      expect((await check('0'.repeat(32))).faults).toEqual([{ kind: 'cutOff' }])

      await db.report.update({ where: { id: other.id }, data: { lateReason: 'sinyal' } })
      expect((await check(head)).faults.map(faultLine)).toEqual([
        `report ${other.number} (${other.id}): columns changed`,
      ])
      await close()
    })
  })

  it('cannot be read without its secret, and holds no word in the clear', async () => {
    await someReports(1)
    const { file } = await write()

    expect(await isRefused(file, 'another secret of thirty-two chars')).toMatch(/refused: the secret is another one/)
    expect((await readFile(file)).includes('Balai')).toBe(false)
    expect(await isRefused(file)).toBe('accepted')
    expect(await readdir(folder)).toEqual([file.slice(folder.length + 1)])
  })

  it('is refused wherever a bit is turned, a byte is cut off or added', async () => {
    await someReports(2)
    const { file } = await write()
    const whole = await readFile(file)
    const damaged = join(folder, 'damaged')
    const verdicts: string[] = []
    const judge = async (bytes: Buffer) => {
      await writeFile(damaged, bytes)
      verdicts.push(await isRefused(damaged))
    }
    const places = Array.from({ length: 12 }, (_, at) => Math.floor((at / 12) * whole.length) + (at % 7))
    for (const place of places) {
      const turned = Buffer.from(whole)
      turned[Math.min(place, whole.length - 1)]! ^= 1 << (place % 8)
      await judge(turned)
      await judge(whole.subarray(0, place))
    }
    await judge(Buffer.concat([whole, Buffer.from([0])]))
    await rm(damaged)

    expect(verdicts).toHaveLength(25)
    expect(verdicts.filter((verdict) => !verdict.startsWith('refused: '))).toEqual([])
  })

  it('that turns out to be damaged half-way leaves nothing behind', async () => {
    await someReports(2)
    await store.db.photo.updateMany({ data: { body: new Uint8Array(randomBytes(400_000)) } })
    const { file } = await write()
    const whole = await readFile(file)
    const cut = join(folder, 'cut')
    await writeFile(cut, whole.subarray(0, whole.length - 20))
    const begun: string[] = []

    await inScratch(async (url) => {
      const broken = restoreBackup({ file: cut, secret: secrets.data, url, onTable: (name) => begun.push(name) })
      await expect(broken).rejects.toThrow(/cut off/)
      await restoreBackup({ file, secret: secrets.data, url })
    })

    expect(begun).toContain('report')
    await rm(cut)
  })
})

const settingsFor = (scratchUrl: string, own = folder) => ({
  url: store.url,
  folder: own,
  secret: secrets.data,
  cipher: key,
  keepDays: 14,
  scratchUrl,
})

describe('a drill', () => {
  it('says how much it found whole', async () => {
    await someReports(3)
    await sealAudit(store.db, key, now)
    const { file } = await write()

    const { figures, faults } = await inScratch((url) => runDrill({ file, settings: settingsFor(url) }))

    expect(faults).toEqual([])
    expect(figures).toMatchObject({ reports: 3, photos: await store.db.photo.count() })
    expect(figures.sealed).toBe(await store.db.auditEntry.count())
  })

  it('finds a photo that is another, an audit that was changed, and a value that no longer opens', async () => {
    const [report] = await someReports(2)
    await sealAudit(store.db, key, now)
    await store.db.photo.updateMany({ where: { reportId: report!.id }, data: { body: new Uint8Array([1, 2, 3]) } })
    await store.db.sealedAnswers.create({ data: { reportId: report!.id, version: 1, body: new Uint8Array(40) } })
    await store.db.$executeRawUnsafe(
      "SET session_replication_role = replica; UPDATE audit_entry SET subject = 'x' WHERE id = (SELECT min(id) FROM audit_entry); RESET session_replication_role",
    )
    const { file } = await write()

    const { faults } = await inScratch((url) => runDrill({ file, settings: settingsFor(url) }))

    expect(faults).toEqual([
      expect.stringMatching(/reports have no trace/),
      expect.stringMatching(/photos are not what their hash says/),
      expect.stringMatching(/audit: entry \d+ \(1\) is changed/),
      expect.stringMatching(/1 of 1 sealed values do not open/),
    ])
  })

  it('is asked for by the admin, runs once, and is told with its figures', async () => {
    const { ratna, budi } = await cast(store.db)
    await filedTalk(store, budi)
    const clock = stoppedClock()
    const { as } = site(store)
    const admin = await as(ratna)
    const own = await mkdtemp(join(tmpdir(), 'bos-backup-'))
    expect((await admin.get('/cadangan').expect(200)).text).toContain('Belum ada cadangan.')
    await makeBackup(store.db, settingsFor('', own), clock)

    await admin.post('/cadangan/uji').expect(303)
    await admin.post('/cadangan/uji').expect(303)
    expect((await admin.get('/cadangan')).text).toContain('Uji pulih menunggu giliran')
    await inScratch((url) =>
      workOffDrill({ db: store.db, settings: settingsFor(url, own), clock, signal: new AbortController().signal }),
    )

    const { text } = await admin.get('/cadangan').expect(200)
    expect(text).toContain('Lulus')
    expect(text).toMatch(/\d+ foto utuh/)
    expect(text).toContain('Jalankan uji pulih sekarang')
    expect(await store.db.drill.findMany()).toMatchObject([{ state: 'passed', askedBy: ratna.id, faults: [] }])
    expect(await store.db.auditEntry.count({ where: { action: 'drill.asked', actorId: ratna.id } })).toBe(1)
    await (await as(budi)).get('/cadangan').expect(403)
    await rm(own, { recursive: true })
  })

  it('that fails is told with its reason, and an old backup is warned of', async () => {
    const { ratna } = await cast(store.db)
    const clock = stoppedClock('2026-11-10T09:00:00+07:00')
    const own = await mkdtemp(join(tmpdir(), 'bos-backup-'))
    const file = await makeBackup(store.db, settingsFor('', own), clock)
    await writeFile(file, (await readFile(file)).subarray(0, 200))
    const admin = await site(store).as(ratna)
    await admin.post('/cadangan/uji').expect(303)

    await inScratch((url) =>
      workOffDrill({ db: store.db, settings: settingsFor(url, own), clock, signal: new AbortController().signal }),
    )

    const { text } = await admin.get('/cadangan').expect(200)
    expect(text).toContain('Uji pulih terakhir gagal')
    expect(text).toContain('the file is cut off')
    expect(text).toContain('Cadangan terbaru sudah 14 hari')
    await rm(own, { recursive: true })
  })
})

/** What somebody with all rights over the database might do to the audit. */
const tamperings = [
  'UPDATE audit_entry SET subject = $2 WHERE id = $1',
  "UPDATE audit_entry SET at = at + interval '1 second', details = details WHERE id = $1 AND $2 <> ''",
  "UPDATE audit_entry SET details = details || jsonb_build_object('x', $2::text) WHERE id = $1",
  'UPDATE audit_entry SET actor_id = NULL, action = action || $2 WHERE id = $1',
  "DELETE FROM audit_entry WHERE id = $1 AND $2 <> ''",
  "WITH gone AS (DELETE FROM audit_entry WHERE id = $1 AND $2 <> '') DELETE FROM audit_seal WHERE entry_id = $1",
  "UPDATE audit_seal SET hash = sha256(convert_to($2, 'UTF8')) WHERE entry_id = $1",
  `UPDATE audit_entry a SET subject = b.subject || $2, details = b.details FROM audit_entry b WHERE a.id = $1 AND b.id = a.id % 3 + 1`,
]

describe('the chain of the audit', () => {
  it('names the first bad entry of each tampering, and finds nothing where nothing was done', async () => {
    await someReports(12)
    await sealAudit(store.db, key, now)
    const ids = (await store.db.auditEntry.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(
      ({ id }) => id,
    )
    const clean = await verifyChain(store.db, key)
    const client = new Client({ connectionString: store.url })
    await client.connect()
    const missed: string[] = []
    await client.query(`SET session_replication_role = replica;
      CREATE TABLE kept_entry AS SELECT * FROM audit_entry; CREATE TABLE kept_seal AS SELECT * FROM audit_seal`)
    for (let round = 0; round < 2 * tamperings.length; round += 1) {
      const at = (round * 5) % ids.length
      const sql = tamperings[round % tamperings.length]!
      await client.query(sql, [ids[at], `x${round}`])
      const { fault } = await verifyChain(store.db, key, clean.head)
      if (fault?.ordinal !== at + 1) missed.push(`${sql} at ${at}: ${JSON.stringify(fault)}`)
      await client.query(`TRUNCATE audit_entry, audit_seal;
        INSERT INTO audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM kept_entry; INSERT INTO audit_seal SELECT * FROM kept_seal`)
    }
    await client.query('DROP TABLE kept_entry, kept_seal')
    await client.end()

    expect(clean).toMatchObject({ fault: null, sealed: ids.length, unsealed: 0 })
    expect(missed).toEqual([])
    expect((await verifyChain(store.db, key, clean.head)).fault).toBeNull()
  })

  it('grows by one sealer, however many there are, and takes in who came late', async () => {
    await someReports(3)
    await Promise.all([1, 2, 3].map(() => sealAudit(store.db, key, now)))
    const before = await verifyChain(store.db, key)
    await store.db.auditEntry.create({ data: { at: now, action: 'session.opened', subject: 'late' } })

    expect((await verifyChain(store.db, key)).unsealed).toBe(1)
    await sealAudit(store.db, key, new Date(now.getTime() + 10_000))

    expect(await verifyChain(store.db, key)).toMatchObject({ sealed: before.sealed + 1, unsealed: 0, fault: null })
  })

  it('sees an entry that was put in past the sealer', async () => {
    await someReports(2)
    await sealAudit(store.db, key, now)
    await store.db.$executeRaw`
      INSERT INTO audit_entry (id, at, action, subject) OVERRIDING SYSTEM VALUE VALUES (-20000, ${now}, 'report.verified', 'x')`
    await store.db.auditEntry.create({ data: { at: now, action: 'session.opened', subject: 'x' } })
    await sealAudit(store.db, key, new Date(now.getTime() + 120_000))

    expect((await verifyChain(store.db, key)).fault).toEqual({ ordinal: 0, entry: '-20000', why: 'never sealed' })
  })
})
