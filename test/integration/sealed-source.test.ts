import { randomUUID } from 'node:crypto'
import { Prisma } from '../../src/platform/generated/prisma/client.ts'
import { type Cast, cast } from '../support/cast.ts'
import { postForm } from '../support/filing.ts'
import { filedBrief } from '../support/makers.ts'
import { reportData } from '../support/report-data.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const canary = 'Kenari Rahasia'
const path = '/laporan/laporan-informasi'
const reason = 'Diperlukan untuk mendalami rencana tawuran'

const information = (own: Record<string, string> = {}) => ({
  laporanId: randomUUID(),
  ...reportData['laporan-informasi']!,
  namaNarasumber: canary,
  hubunganNarasumber: `Saudara ${canary}`,
  kontakNarasumber: `Rumah ${canary}`,
  ...own,
})

async function filed(asBudi: Browser, own: Record<string, string> = {}): Promise<string> {
  const wire = information({ aksi: 'kirim', ...own })
  await postForm(asBudi, path, wire).expect(303)
  return wire.laporanId
}

async function atWork() {
  const people = await cast(store.db)
  const { as } = site(store)
  const asBudi = await as(people.budi)
  return { people, as, asBudi, asAgus: await as(people.agus) }
}

/** Every row of every table, as text; bytes as the text they may hide. */
async function everything(): Promise<string> {
  const tables = await store.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`
  const rows = await Promise.all(
    tables.map(
      ({ name }) => store.db.$queryRaw<object[]>`SELECT to_jsonb(t)::text AS row FROM ${Prisma.raw(`"${name}"`)} t`,
    ),
  )
  const text = JSON.stringify(rows)
  const bytes = [...text.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1'))
  return [text, ...bytes].join('\n')
}

const reveal = (browser: Browser, id: string, alasan = reason) =>
  browser.post(`/laporan/${id}/pembukaan-sumber`).type('form').send({ alasan })

describe('the source of an information report', () => {
  it('stands nowhere in the database to read: not in reports, drafts, versions or conflicts, not in the audit', async () => {
    const { asBudi } = await atWork()

    await postForm(asBudi, path, information({ aksi: 'simpan' })).expect(303)
    const id = await filed(asBudi)
    await postForm(asBudi, path, information({ aksi: 'kirim', laporanId: id, kontakNarasumber: `Warung ${canary}` }))
    const all = await everything()

    expect(all.includes('Rencana tawuran')).toBe(true)
    expect(all.includes('Kenari')).toBe(false)
    expect(await store.db.sealedAnswers.count()).toBe(1)
    expect(await store.db.draft.findMany()).toMatchObject([{ sealed: expect.any(Uint8Array) }])
    expect(await store.db.reportConflict.findMany()).toMatchObject([{ sealed: expect.any(Uint8Array) }])
  })

  it('comes back to its author in the draft, on the check page and after a wrong answer', async () => {
    const { asBudi } = await atWork()
    const wire = information()

    await postForm(asBudi, path, { ...wire, aksi: 'simpan' }).expect(303)
    const draft = await asBudi.get(`/draf/${wire.laporanId}`).expect(200)
    const check = await postForm(asBudi, path, { ...wire, aksi: 'periksa' }).expect(200)
    const wrong = await postForm(asBudi, path, { ...wire, aksi: 'kirim', masalah: 'Tawur' }).expect(422)

    for (const { text, headers } of [draft, check, wrong]) {
      expect(text).toContain(canary)
      expect(headers['cache-control']).toBe('no-store')
    }
  })

  it('is one report when sent again, and tells another source by its fingerprint', async () => {
    const { asBudi } = await atWork()
    const wire = information({ aksi: 'kirim' })

    await postForm(asBudi, path, wire).expect(303)
    await postForm(asBudi, path, wire).expect(303)
    const same = await store.db.reportConflict.count()
    await postForm(asBudi, path, { ...wire, namaNarasumber: 'Orang Lain' }).expect(303)

    expect(same).toBe(0)
    expect(await store.db.reportConflict.count()).toBe(1)
    expect(await store.db.report.count()).toBe(1)
  })

  it('is on no page, print, list, recap or export of anybody', async () => {
    const { people, as, asBudi, asAgus } = await atWork()
    const id = await filed(asBudi)
    await reveal(asAgus, id).expect(200)
    const pages: [keyof Cast, string[]][] = [
      ['budi', [`/laporan/${id}`, `/laporan/${id}/cetak`, `/laporan/${id}/tanda-terima`, '/laporan', '/', '/mutu']],
      ['agus', [`/laporan/${id}`, `/laporan/${id}/cetak`, '/laporan', '/antrean', '/rekap', '/rekap/unduhan', '/mutu']],
      ['agus', ['/laporan/unduhan?jenis=laporan-informasi']],
      ['dewi', [`/laporan/${id}`, `/laporan/${id}/cetak`, '/rekap/cetak']],
      ['rini', ['/audit', '/audit?aksi=source.revealed']],
    ]

    for (const [name, addresses] of pages) {
      const browser = await as(people[name] as { nrp: string })
      for (const address of addresses) {
        const { text } = await browser.get(address).expect(200)
        expect(`${address} ${text}`).not.toContain('Kenari')
        if (name === 'rini') expect(text).not.toContain(reason)
      }
    }
  })

  it('is left out of the letter, which is marked secret at head and foot and has its three parts', async () => {
    const { asBudi } = await atWork()
    const id = await filed(asBudi)

    const { text } = await asBudi.get(`/laporan/${id}/cetak`).expect(200)

    const parts = [...text.matchAll(/answers__title">([^<]+)</g)].map(([, title]) => title)
    expect(parts).toEqual(['Pendahuluan', 'Fakta-fakta', 'Pendapat pelapor', 'Bukti dan tindak lanjut', 'Pemeriksaan'])
    expect(text.match(/>RAHASIA</g)).toHaveLength(2)
    expect(text).toMatch(
      /<main[^>]*>\s*<div class="sheet-head">\s*<p class="[^"]*">RAHASIA<[\s\S]*<h1>Laporan informasi<\/h1>/,
    )
    expect(text).toMatch(/>RAHASIA<\/p>\s*<\/main>/)
    for (const said of ['Kelurahan Sunyaragi', 'Keamanan', 'Dua kelompok pemuda', 'dapat ditengahi'])
      expect(text).toContain(said)
    expect(text).not.toContain('Nama narasumber')
  })

  it('is opened by the Kasat with a reason, once on one page; the author reads who and why', async () => {
    const { people, as, asBudi, asAgus } = await atWork()
    const id = await filed(asBudi)

    const { text, headers } = await reveal(asAgus, id).expect(200)
    const [author, kapolsek] = [asBudi, await as(people.yusuf)].map((one) => one.get(`/laporan/${id}`).expect(200))

    expect(text).toContain(canary)
    expect(headers['cache-control']).toBe('no-store')
    expect(await store.db.auditEntry.findMany({ where: { action: 'source.revealed' } })).toMatchObject([
      { actorId: people.agus.id, subject: id, details: { type: 'laporan-informasi', reason } },
    ])
    expect((await author!).text).toMatch(new RegExp(`Membuka narasumber[\\s\\S]*${people.agus.name}[\\s\\S]*${reason}`))
    const seen = (await kapolsek!).text
    expect(seen).toContain('Hanya penulis laporan dan Kasat Binmas')
    expect(seen).not.toMatch(/Membuka narasumber|pembukaan-sumber/)
  })

  it('stays closed without a reason, to all others, and where there is none', async () => {
    const { people, as, asBudi, asAgus } = await atWork()
    const id = await filed(asBudi)
    const without = await filed(asBudi, {
      masalah: 'Pencurian sepeda di parkiran masjid',
      apa: 'Dua sepeda hilang saat salat Jumat berlangsung.',
      fakta: 'Rantai terpotong ditemukan di selokan.',
      pendapatPelapor: 'Parkiran butuh penjaga dan kamera.',
      mengapa: '',
      bagaimana: '',
      diMana: 'Masjid Al Ikhlas Drajat',
      caraMendapat: 'pengamatan',
      namaNarasumber: '',
      hubunganNarasumber: '',
      kontakNarasumber: '',
    })

    const short = await reveal(asAgus, id, 'ingin').expect(422)
    await reveal(asAgus, without).expect(404)
    for (const name of ['yusuf', 'hendra', 'bambang', 'dewi', 'rini'] as const)
      await reveal(await as(people[name]), id).expect(403)
    await reveal(await as(people.sari), id).expect(404)

    expect(short.text).toContain('Tulis alasan 10 sampai 200 huruf')
    expect(short.text).toContain('value="ingin"')
    expect(short.text).not.toContain('Kenari')
    expect(await store.db.auditEntry.count({ where: { action: 'source.revealed' } })).toBe(0)
  })
})

describe('correcting a report with a source', () => {
  async function returned(fields: string[]) {
    const work = await atWork()
    const id = await filed(work.asBudi)
    await work.asAgus
      .post(`/laporan/${id}/pengembalian`)
      .type('form')
      .send({ versi: '1', alasan: 'tidak-jelas', catatan: 'Lengkapi narasumbernya.', isian: fields })
      .expect(303)
    return { ...work, id }
  }
  const correct = (browser: Browser, id: string, own: Record<string, string>) =>
    postForm(browser, `/laporan/${id}/perbaikan`, { catatan: 'Sudah dilengkapi', ...own })

  it('does not show what is kept, seals what is new, and leaves the rest as it was', async () => {
    const { asBudi, asAgus, id } = await returned(['kontakNarasumber', 'hubunganNarasumber'])

    const empty = await asBudi.get(`/laporan/${id}/perbaikan`).expect(200)
    const unchanged = await correct(asBudi, id, { kontakNarasumber: '', hubunganNarasumber: '' }).expect(422)
    await correct(asBudi, id, { kontakNarasumber: 'Pos ronda RW 09' }).expect(303)
    const { text } = await reveal(asAgus, id).expect(200)

    expect(empty.text).toContain('name="kontakNarasumber"')
    expect(empty.text).not.toContain('Kenari')
    expect(unchanged.text).toContain('Belum ada yang berubah')
    expect(unchanged.text).not.toContain('Kenari')
    for (const answer of [canary, `Saudara ${canary}`, 'Pos ronda RW 09']) expect(text).toContain(answer)
    expect(text).not.toContain(`Rumah ${canary}`)
    expect(await store.db.sealedAnswers.findMany({ select: { version: true } })).toEqual([
      { version: 1 },
      { version: 2 },
    ])
    expect((await everything()).includes('Kenari')).toBe(false)
  })

  it('keeps the source when other answers are corrected, and tells in prose what was corrected', async () => {
    const { asBudi, asAgus, id } = await returned(['fakta', 'caraMendapat'])
    const fakta = 'Ajakan tawuran juga terlihat pada dua akun lain sejak Senin pagi.'

    await correct(asBudi, id, { fakta, caraMendapat: 'wawancara', namaNarasumber: '' }).expect(303)

    expect((await reveal(asAgus, id).expect(200)).text).toContain(canary)
    expect(await store.db.sealedAnswers.count()).toBe(1)
    expect(await store.db.report.findFirst()).toMatchObject({
      version: 2,
      answers: expect.not.objectContaining({ namaNarasumber: expect.anything() }),
      narrative: expect.stringContaining(fakta),
    })
  })
})

describe('completing a brief report with a source', () => {
  it('seals the source in the draft and in the report', async () => {
    const { people, asBudi, asAgus } = await atWork()
    const brief = await filedBrief(store, people.budi, { answers: { jenis: 'laporan-informasi' } })
    const at = `/laporan/${brief.id}/pelengkapan`
    const wire = information({ laporanId: brief.id })

    await postForm(asBudi, at, { ...wire, aksi: 'simpan' }).expect(303)
    const drafted = await everything()
    const form = await asBudi.get(at).expect(200)
    await postForm(asBudi, at, { ...wire, aksi: 'kirim' }).expect(303)

    expect(form.text).toContain(canary)
    expect((await reveal(asAgus, brief.id).expect(200)).text).toContain(canary)
    expect([drafted, await everything()].map((all) => all.includes('Kenari'))).toEqual([false, false])
  })
})
