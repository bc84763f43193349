import { adoptContents } from '../../src/administration/audit/adopt.commands.ts'
import { sealAudit } from '../../src/administration/audit/chain.commands.ts'
import { workOffCheck } from '../../src/administration/audit/integrity-checks.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { cast } from '../support/cast.ts'
import { filedTalk } from '../support/makers.ts'
import { type Browser, secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const key = cipherOf(secrets.data)
const now = new Date('2026-11-24T02:45:00Z')

async function worked(batches = 100): Promise<string[]> {
  const told: string[] = []
  const work = { patient: store.db, cipher: key, clock: () => now, onFaults: (lines: string[]) => told.push(...lines) }
  for (let at = 0; at < batches && (await workOffCheck(work)); at += 1);
  return told
}

const pageOf = async (who: Browser) => (await who.get('/keutuhan-data').expect(200)).text
const ask = (who: Browser, sidik = '') => who.post('/keutuhan-data').type('form').send({ sidik })

describe('the page of the integrity of data', () => {
  it('checks everything against the digest on a printed morning sheet, and says what it has found', async () => {
    const people = await cast(store.db)
    const { as } = site(store)
    await adoptContents(store.db, key, now, 0)
    const report = await filedTalk(store, people.budi)
    await sealAudit(store.db, key, now)
    const dewi = await as(people.dewi)
    const sheet = (await dewi.get('/lembar-pagi/cetak').expect(200)).text
    const digest = /Sidik audit (\d+ · [0-9a-f ]+)\./.exec(sheet)![1]!

    await ask(dewi, digest).expect(303)
    expect(await pageOf(dewi)).toContain('Sedang diperiksa')
    await worked()
    expect(await pageOf(dewi)).toContain('Semua cocok, juga dengan sidik dari luar.')

    await store.db.$executeRaw`UPDATE report SET answers = answers || '{"jumlahPeserta": 26}'`
    await ask(dewi, 'ffff ffff ffff ffff').expect(303)
    expect(await worked()).toEqual([expect.stringMatching(/^chain/), expect.stringMatching(/answers changed$/)])
    const page = await pageOf(dewi)
    expect(page).toContain('2 hal tidak seperti yang ditulis')
    expect(page).toContain(`Laporan ${report.number}: isi jawaban diubah.`)
    expect(page).toContain('Sidik dari luar tidak ada di rantai audit')

    const lina = await pageOf(await as(people.lina))
    expect(lina).not.toContain(report.number)
    expect(lina).toContain('isi jawaban diubah')
  })

  it('goes on after a restart, can be cancelled, and refuses a digest that is none', async () => {
    const people = await cast(store.db)
    const { as } = site(store)
    await adoptContents(store.db, key, now, 0)
    await filedTalk(store, people.budi)
    await sealAudit(store.db, key, now)
    const rini = await as(people.rini)

    expect((await ask(rini, 'lembar pagi').expect(422)).text).toContain('paling sedikit 16')
    await ask(rini).expect(303)
    await ask(rini).expect(303)
    await worked(1)
    const check = await store.db.chainCheck.findFirstOrThrow()
    expect(check).toMatchObject({ state: 'running', cursor: { done: { entries: expect.any(Number) } } })
    await rini.post('/keutuhan-data/pembatalan').expect(303)
    expect(await workOffCheck({ patient: store.db, cipher: key, clock: () => now, onFaults: () => undefined })).toBe(
      false,
    )
    expect(await pageOf(rini)).toContain('Dibatalkan sebelum selesai.')
    await rini.post('/keutuhan-data/pembatalan').expect(303)
  })
})
