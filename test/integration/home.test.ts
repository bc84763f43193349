import { sealAudit } from '../../src/administration/audit/chain.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { cast, type Name } from '../support/cast.ts'
import { penyuluhan, postForm } from '../support/filing.ts'
import { aDraft, filedBrief, filedTalk, returnedTalk, verifiedTalk } from '../support/makers.ts'
import { secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

async function atWork() {
  const people = await cast(store.db)
  const { as, clock } = site(store)
  return { ...people, as, clock }
}

describe('the home page', () => {
  it('of an officer says what is done, what needs them, and nothing of a neighbour', async () => {
    const { as, budi, sari, agus } = await atWork()
    const { number } = await returnedTalk(store, budi, agus)
    await filedTalk(store, budi, { answers: { tempat: 'Pos ronda RT 02' } })
    await filedTalk(store, sari, { answers: { tempat: 'Balai Desa Setupatok' } })
    await aDraft(store, budi)

    const { text } = await (await as(budi)).get('/').expect(200)

    expect(text).toContain('Tulis apa yang disampaikan')
    expect(text).toContain('Pos ronda RT 02')
    expect(text).toContain('/draf/')
    expect(text).toContain('href="/laporan/baru"')
    expect(text).not.toContain('Balai Desa Setupatok')
    expect(number).toContain('KESAMBI')
  })

  it.each([
    ['agus', ['/antrean', 'Polsek Kesambi', 'Polsek Mundu']],
    ['bambang', ['/antrean', 'Polsek Kesambi', 'Polsek Mundu']],
    ['dewi', ['/rekap', 'Polsek Kesambi', 'Polsek Mundu']],
    ['yusuf', ['/rekap', 'Polsek Kesambi']],
    ['hendra', ['/rekap', 'Polsek Kesambi']],
  ] as [Name, string[]][])('of %s has the figures of his scope', async (name, expected) => {
    const { as, budi, sari, ...people } = await atWork()
    for (const author of [budi, sari]) await filedTalk(store, author, { answers: { tempat: `Balai ${author.name}` } })

    const { text } = await (await as({ budi, sari, ...people }[name])).get('/').expect(200)

    for (const part of expected) expect(text).toContain(part)
    expect(text).toContain('Balai Budi Santoso')
    expect(text.includes('Balai Sari Wulandari')).toBe(expected.includes('Polsek Mundu'))
    expect(text).not.toContain('href="/personel"')
  })

  it.each(['joko', 'surya', 'wati'] as Name[])('of %s shows nothing of Kesambi', async (name) => {
    const { as, budi, ...people } = await atWork()
    await filedTalk(store, budi, { answers: { tempat: 'Balai rahasia' } })

    const { text } = await (await as({ budi, ...people }[name])).get('/').expect(200)

    expect(text).not.toMatch(/Balai rahasia|Budi Santoso|Polsek Kesambi/)
  })

  it('of a polsek has the week by officer, with a total', async () => {
    const { as, budi, sari, agus, yusuf } = await atWork()
    await verifiedTalk(store, budi, agus)
    await filedTalk(store, budi, { answers: { tempat: 'Pos ronda RT 02' } })
    await filedTalk(store, sari)
    const browser = await as(yusuf)

    const { text } = await browser.get('/').expect(200)

    const table = text.slice(text.indexOf('Minggu ini per petugas')).split('</table>')[0]!
    const rows = [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
      row!
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    expect(rows).toEqual(['Petugas Terverifikasi Belum terveri\u00adfikasi', 'Aipda Budi Santoso 1 1', 'Jumlah 1 1'])
    const links = [...table.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))
    for (const [index, count] of [2, 1, 1, 1, 1].entries())
      expect((await browser.get(links[index]!).expect(200)).text).toContain(`${count} laporan`)
  })

  it('of an admin has accounts and villages, and nothing of any report', async () => {
    const { as, rini, budi } = await atWork()
    await filedTalk(store, budi, { answers: { tempat: 'Balai rahasia' } })
    const browser = await as(rini)

    const { text } = await browser.get('/').expect(200)

    expect(text).toContain('href="/personel"')
    expect(text).toContain('Pekiringan, Polsek Kesambi</a>')
    expect(text).toContain('href="/personel?keadaan=belum-masuk"')
    expect(text).not.toContain('Balai rahasia')
    for (const path of [
      '/laporan',
      '/laporan/baru',
      '/antrean',
      '/rekap',
      '/warga',
      '/laporan/unduhan?jenis=penyuluhan',
    ])
      await browser.get(path).expect(403)
  })

  it('of an admin tells when nobody does what is done afterwards', async () => {
    const { as, rini, clock } = await atWork()
    const browser = await as(rini)
    const home = async () => (await browser.get('/').expect(200)).text
    const idle = 'Proses otomatis server berhenti: jejak audit sejak 24 Nov 2026, 09.42 WIB'

    expect(await home()).not.toContain(idle)
    clock.forward(11)
    expect(await home()).toContain(idle)
    await sealAudit(store.db, cipherOf(secrets.data), clock())
    expect(await home()).not.toContain(idle)
  })

  it('of a commander has brief reports and nihil days, each with its list, and counts no double', async () => {
    const { as, budi, sari, agus } = await atWork()
    await filedBrief(store, budi)
    const [first, second] = [await filedTalk(store, budi), await filedTalk(store, budi)]
    const data = { state: 'duplicate', duplicateOf: first.id }
    await store.db.report.update({ where: { id: second.id }, data })
    await (await as(sari)).post('/nihil').expect(303)
    const browser = await as(agus)

    const { text } = await browser.get('/').expect(200)

    const figure = (label: string) => new RegExp(`href="([^"]+)"[^>]*>${label}</a>[\\s\\S]*?([\\d.]+)`).exec(text)
    for (const [label, count] of [
      ['Kegiatan hari ini', '2'],
      ['Kilat belum lengkap', '1'],
      ['Nihil hari ini', '1'],
    ] as const) {
      const [, href, found] = figure(label)!
      expect([label, found]).toEqual([label, count])
      expect((await browser.get(href!.replaceAll('&amp;', '&')).expect(200)).text).toMatch(
        new RegExp(`${count} (laporan|kali)`),
      )
    }
  })

  it.each(['agus', 'dewi'] as Name[])('counts for %s what waits for review, and leads to just that', async (name) => {
    const { as, budi, ...people } = await atWork()
    for (const state of ['submitted', 'checked', 'recalled'])
      await store.db.report.update({ where: { id: (await filedTalk(store, budi)).id }, data: { state } })
    const browser = await as({ budi, ...people }[name])

    const { text } = await browser.get('/').expect(200)

    const [, href, count] = /href="([^"]+)"[^>]*>Menunggu periksa<\/a>[\s\S]*?([\d.]+)/.exec(text)!
    expect(count).toBe('2')
    expect((await browser.get(href!.replaceAll('&amp;', '&')).expect(200)).text).toMatch(
      /\b2 (laporan|perlu diperiksa)/,
    )
  })

  it('of an officer counts the reports of today, and none that they recalled', async () => {
    const { as, budi } = await atWork()
    const { id } = await filedTalk(store, budi)
    await filedTalk(store, budi, { answers: { tanggal: '2026-11-23' } })
    const browser = await as(budi)
    const home = async () => (await browser.get('/').expect(200)).text

    expect(await home()).toContain('1 laporan untuk kegiatan hari ini.')
    await store.db.report.update({ where: { id }, data: { state: 'recalled' } })
    expect(await home()).toContain('Belum ada laporan hari ini')
  })

  it('begins the day anew at midnight where the unit is', async () => {
    const { as, clock, budi } = await atWork()
    const browser = await as(budi)
    await filedTalk(store, budi)
    expect((await browser.get('/')).text).not.toContain('Belum ada laporan hari ini')

    clock.set('2026-11-24T23:59:00+07:00')
    expect((await (await as(budi)).get('/')).text).not.toContain('Belum ada laporan hari ini')
    clock.set('2026-11-25T00:01:00+07:00')
    expect((await (await as(budi)).get('/')).text).toContain('Belum ada laporan hari ini')
  })
})

describe('the language', () => {
  it.each(['budi', 'agus', 'dewi', 'rini'] as Name[])('is chosen by the one who reads: %s', async (name) => {
    const { as, ...people } = await atWork()
    await filedTalk(store, people.budi)
    const browser = await as(people[name])

    const { headers } = await browser.post('/bahasa').type('form').send({ bahasa: 'en', kembali: '/akun' }).expect(303)
    const english = await browser.get('/').expect(200)
    await browser.post('/bahasa').type('form').send({ bahasa: 'id', kembali: '/' }).expect(303)
    const indonesian = await browser.get('/').expect(200)

    expect(headers.location).toBe('/akun')
    expect(english.text).toContain('<html lang="en"')
    expect(english.text).toContain('Sign out')
    expect(indonesian.text).toContain('<html lang="id"')
    expect(indonesian.text).toContain('Keluar')
  })

  it.each(['https://jahat.example/', '//jahat.example', '/\\jahat.example', 'javascript:alert(1)'])(
    'does not lead to %s',
    async (kembali) => {
      const { headers } = await site(store).visitor().post('/bahasa').type('form').send({ bahasa: 'en', kembali })

      expect(headers.location).toBe('/')
    },
  )
})

describe('a fault of ours', () => {
  it('is said with a number, and keeps all that was typed but passwords', async () => {
    const { as, budi } = await atWork()
    const browser = await as(budi)
    const wire = penyuluhan({
      aksi: 'simpan',
      tempat: '<b>Balai</b> "RW" 07',
      sandi: 'rahasia sekali',
      sandiLama: 'lama sekali',
    })

    await store.db.$executeRaw`ALTER TABLE draft RENAME TO draft_away`
    let answer: { status: number; text: string }
    try {
      answer = await postForm(browser, '/laporan/penyuluhan', wire)
    } finally {
      await store.db.$executeRaw`ALTER TABLE draft_away RENAME TO draft`
    }

    const { status, text } = answer
    expect(status).toBe(500)
    expect(text).toContain('&lt;b&gt;Balai&lt;/b&gt; &#34;RW&#34; 07')
    expect(text).toContain(String(wire.materi))
    expect(text).toContain(String(wire.laporanId))
    expect(text).toContain('action="/laporan/penyuluhan"')
    expect(text).toMatch(/[0-9A-F]{8}/)
    expect(text).not.toMatch(/rahasia sekali|lama sekali|draft_away|relation|prisma|at \/|\.ts:/i)
    await postForm(browser, '/laporan/penyuluhan', wire).expect(303)
    expect(await store.db.draft.findMany()).toMatchObject([{ id: wire.laporanId, answers: { tempat: wire.tempat } }])
  })
})
