import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { dateOf } from '../../src/kernel/days.ts'
import { type Cast, cast, type Name, type Player } from '../support/cast.ts'
import { anAbsence, filedTalk } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

let people: Cast
let as: (name: Name) => Promise<Browser>

beforeEach(async () => {
  people = await cast(store.db)
  const { as: signedIn } = site(store)
  as = (name) => signedIn(people[name])
})

const yesterday = '2026-11-23'
const onDay = (day: string) => ({ answers: { tanggal: day }, at: new Date(`${day}T20:00:00+07:00`) })
const nihil = ({ id: personId, unitPath }: Player, day = yesterday) =>
  store.db.nihil.create({
    data: { personId, unitPath, day: dateOf(day), filedAt: new Date(`${day}T18:00:00+07:00`) },
  })

const sheetFor = async (name: Name, query = '') => (await (await as(name)).get(`/lembar-pagi${query}`).expect(200)).text

/** Each table's rows as words, without its head. */
const rowsIn = (html: string) =>
  [...html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)]
    .map(([, row]) =>
      row!
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((row) => !/^(Polsek Tanpa|Petugas Keadaan)/.test(row))

/** The figures of one polsek. */
const tilesIn = (html: string) =>
  [...html.matchAll(/kpi__label">(?:<a[^>]*>)?([^<]*)[\s\S]*?kpi__value">(\d+)/g)].map(
    ([, label, count]) => `${label} ${count}`,
  )

/** Numbers of a phone as the server has got them. */
async function numbersCame({ id: personId, unitPath }: Player, sequences: number[], day = yesterday) {
  const at = (time: string) => new Date(`${day}T${time}:00+07:00`)
  const device = await store.db.deviceKey.create({
    data: { personId, publicKey: {}, thumbprint: randomUUID(), madeAt: at('06:00'), lastSeenAt: at('20:00') },
  })
  await store.db.envelope.createMany({
    data: sequences.map((sequence) => ({
      digest: randomUUID(),
      reportId: randomUUID(),
      kid: 'x',
      deviceId: device.id,
      authorId: personId,
      unitPath,
      sequence,
      release: '2.0.0',
      jws: 'a.b.c',
      state: 'filed',
      writtenAt: at('19:00'),
      receivedAt: at('20:00'),
    })),
  })
}

describe('the morning sheet', () => {
  it('is of yesterday, with silent officers on top, and their phone', async () => {
    await store.db.person.update({ where: { id: people.budi.id }, data: { phone: '+6281200001234' } })

    const text = await sheetFor('hendra')

    expect(text).toContain('Senin, 23 November 2026 · Polsek Kesambi')
    expect(tilesIn(text)).toEqual(['Tanpa kabar 1', 'Tidak hadir 0', 'Nihil 0', 'Melapor 0'])
    expect(rowsIn(text)).toEqual(['Aipda Budi Santoso 081200001234 Tanpa kabar Catat tidak hadir'])
    expect(text).toContain('href="tel:+6281200001234"')
    expect(text).toContain(`/ketidakhadiran?petugas=${people.budi.id}&amp;dari=${yesterday}&amp;sampai=${yesterday}`)
  })

  it('says of each officer exactly one thing: reports before nihil before absence before silence', async () => {
    const said = async () => {
      const text = await sheetFor('hendra')
      return [...tilesIn(text).filter((tile) => !tile.endsWith(' 0')), ...rowsIn(text)]
    }

    await anAbsence(store, people.budi, people.hendra, { from: '2026-11-20', until: yesterday, kind: 'izin' })
    expect(await said()).toEqual(['Tidak hadir 1', 'Aipda Budi Santoso Izin, sampai 23 Nov 2026'])
    await nihil(people.budi)
    expect(await said()).toEqual(['Nihil 1', 'Aipda Budi Santoso Nihil, pukul 18.00'])
    await filedTalk(store, people.budi, onDay(yesterday))
    await filedTalk(store, people.budi, onDay(yesterday))
    expect(await said()).toEqual(['Melapor 1', 'Aipda Budi Santoso 2 laporan'])
  })

  it('counts all of a polres first, then by polsek, and its numbers lead to what they count', async () => {
    await filedTalk(store, people.budi, onDay(yesterday))
    const asAgus = await as('agus')

    const { text } = await asAgus.get('/lembar-pagi').expect(200)

    expect(rowsIn(text)).toEqual([
      'Jumlah 1 0 0 1 2',
      'Polsek Kesambi 0 0 0 1 1',
      'Polsek Mundu 1 0 0 0 1',
      'Aipda Budi Santoso 1 laporan',
      'Bripka Sari Wulandari Tanpa kabar Catat tidak hadir',
    ])
    const hrefs = [...text.matchAll(/href="(\/(?:nihil|laporan)\?[^"]+)"/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&'),
    )
    expect(hrefs).toHaveLength(3)
    for (const href of hrefs) expect((await asAgus.get(href).expect(200)).text).toMatch(/\b1 (kali|laporan)/)
  })

  it.each(['yusuf', 'bambang', 'dewi'] as Name[])('is for %s too', async (name) => {
    expect(await sheetFor(name)).toContain('Aipda Budi Santoso')
  })

  it.each(['budi', 'rini'] as Name[])('is not for %s', async (name) => {
    await (await as(name)).get('/lembar-pagi').expect(403)
    await (await as(name)).get('/lembar-pagi/cetak').expect(403)
  })

  it('offers to record an absence only to those who may', async () => {
    expect(await sheetFor('dewi')).not.toContain('/ketidakhadiran')
  })

  it('knows no officer of the other polsek or polres', async () => {
    for (const name of ['wati', 'joko'] as Name[]) {
      const browser = await as(name)
      expect((await browser.get('/lembar-pagi').expect(200)).text).not.toContain('Budi Santoso')
      await browser.get('/lembar-pagi?satuan=/jabar/cirebon-kota/kesambi/').expect(404)
      await browser.get('/lembar-pagi/cetak?satuan=/jabar/cirebon-kota/kesambi/').expect(404)
    }
  })

  it('is narrowed to a polsek, and leads to the days before and after', async () => {
    const text = await sheetFor('agus', '?satuan=/jabar/cirebon-kota/mundu/&tanggal=2026-11-20')

    expect(tilesIn(text)[0]).toBe('Tanpa kabar 1')
    expect(rowsIn(text)).toEqual(['Bripka Sari Wulandari Tanpa kabar Catat tidak hadir'])
    expect(text).toMatch(/rel="prev" href="[^"]*tanggal=2026-11-19&amp;satuan=/)
    expect(text).toMatch(/rel="next" href="[^"]*tanggal=2026-11-21&amp;satuan=/)
    const today = await sheetFor('agus', '?tanggal=2026-11-24')
    expect(today).toContain('Hari ini masih berjalan')
    expect(today).not.toContain('rel="next"')
    for (const odd of ['2026-11-25', '2026-02-31', 'x', '1999-12-31'])
      expect(await sheetFor('agus', `?tanggal=${odd}`)).toContain('Senin, 23 November 2026')
  })

  it('says beside it what is still on a phone, where a number of that day never came', async () => {
    await numbersCame(people.budi, [1, 4])

    expect(rowsIn(await sheetFor('hendra')).at(-1)).toBe(
      'Aipda Budi Santoso Tanpa kabar 2 kiriman masih di HP Catat tidak hadir',
    )
    expect(await sheetFor('hendra')).toContain('Masih di HP: sekitar hari itu')
    expect(await sheetFor('hendra', '?tanggal=2026-11-24')).not.toContain('masih di HP')
    expect(await sheetFor('hendra', '?tanggal=2026-11-20')).not.toContain('masih di HP')
    expect(await sheetFor('wati')).not.toContain('asih di HP')
  })

  it('says nothing of a phone whose numbers have all come, in whatever order', async () => {
    await numbersCame(people.budi, [3, 1, 2])

    expect(await sheetFor('hendra')).not.toContain('asih di HP')
  })

  it('has an officer who has moved since once, where they were on duty', async () => {
    await filedTalk(store, people.budi, onDay(yesterday))
    await store.db.dailyTally.updateMany({ data: { unitPath: people.sari.unitPath } })

    expect(rowsIn(await sheetFor('agus')).filter((row) => row.includes('Budi'))).toEqual([
      'Aipda Budi Santoso 1 laporan',
    ])
    expect(rowsIn(await sheetFor('hendra')).at(-1)).toBe('Aipda Budi Santoso Melapor dari satuan lain')
  })

  it('is a letter on paper, signed, with the same figures', async () => {
    await nihil(people.budi)

    const { text } = await (await as('hendra')).get('/lembar-pagi/cetak').expect(200)

    expect(text).toContain('SEKTOR KESAMBI')
    expect(text).toContain('Laporan hari Senin, 23 November 2026')
    expect(text).toContain('Polsek Kesambi, keadaan 24 November 2026, 09.42 WIB')
    expect(rowsIn(text)).toEqual(['Polsek Kesambi 0 0 1 0 1', 'Aipda Budi Santoso Nihil, pukul 18.00'])
    expect(text).toContain('Mengetahui')
  })

  it('is found from the summary and from the days told', async () => {
    await filedTalk(store, people.budi, onDay(yesterday))
    const asAgus = await as('agus')

    const { text } = await asAgus.get('/').expect(200)
    expect(text).toMatch(/<a href="\/lembar-pagi">Tanpa kabar kemarin<\/a><\/p>\s*<p class="kpi__value">1</)
    expect((await asAgus.get('/nihil?sampai=2026-11-20').expect(200)).text).toContain(
      'href="/lembar-pagi?tanggal=2026-11-20"',
    )
  })
})
