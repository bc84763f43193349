import { beforeEach, describe, expect, it } from '@jest/globals'
import { dateOf } from '../../src/kernel/days.ts'
import { type Cast, cast, type Name } from '../support/cast.ts'
import { figuresIn, filedRows, linksIn, rowsIn } from '../support/filed-rows.ts'
import { household } from '../support/filing.ts'
import { filedTalk, filedVisit } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'
import { texts } from '../support/texts.ts'

/** In the week that is over. */
const on = '2026-11-18'
const kesambi = '/jabar/cirebon-kota/kesambi/'

let people: Cast
let as: (name: Name) => Promise<Browser>

beforeEach(async () => {
  people = await cast(store.db)
  const { as: signedIn } = site(store)
  as = (name) => signedIn(people[name])
})

/** The table that has a column of this name. */
const tableWith = (html: string, column: string): string =>
  `<table${html.split('<table').find((part) => part.includes(column))}`

const rankingIn = (html: string) => tableWith(html, '8 minggu')

describe('the dashboard', () => {
  it('shows the week that is over, and not what was cancelled', async () => {
    await filedRows(people.budi, 10, { on, state: 'verified' })
    await filedRows(people.budi, 2, { on, late: true })
    await filedRows(people.budi, 3, { on, state: 'cancelled' })
    await filedRows(people.sari, 2, { on: '2026-11-24' })

    const { text } = await (await as('dewi')).get('/dasbor').expect(200)

    const page = texts(text)
    expect(page).toContain('16–22 Nov 2026')
    expect(page).toContain('Laporan masuk 12 naik 12 dari minggu sebelumnya')
    expect(page).toContain('Tepat waktu 83% 2 terlambat')
    expect(page).toContain('Terverifikasi 83% 10 laporan')
    expect(page).toContain('Laporan berubah dari 0 menjadi 12.')
  })

  it('counts towards a target no more of a type than it asks, and no day for another', async () => {
    // Three visits a day are expected, and one talk a week.
    await filedRows(people.budi, 5, { on, type: 'kunjungan-warga' })
    await filedRows(people.budi, 1, { on: '2026-11-19', type: 'kunjungan-warga' })
    await filedRows(people.budi, 4, { on, type: 'penyuluhan' })

    const { text } = await (await as('dewi')).get('/dasbor').expect(200)

    expect(texts(text)).toContain('Capaian target 7% target 70 laporan')
    expect(figuresIn(rankingIn(text))).toMatchObject([
      { 'No.': '1', Polsek: 'Polsek Kesambi', 'Laporan masuk': '10', 'Capaian target': '14%' },
      { 'No.': '2', Polsek: 'Polsek Mundu', 'Laporan masuk': '0', 'Capaian target': '0%', 'Tepat waktu': '–' },
      { Polsek: 'Jumlah', 'Laporan masuk': '10', 'Capaian target': '7%' },
    ])
  })

  it('expects nothing of days on which somebody had no villages to serve or was away', async () => {
    await filedRows(people.budi, 1, { on })
    await store.db.assignment.updateMany({ where: { personId: people.budi.id }, data: { untilOn: dateOf(on) } })

    await store.db.absence.create({
      data: {
        personId: people.budi.id,
        kind: 'sakit',
        recordedBy: people.yusuf.id,
        recordedAt: new Date(),
        fromOn: dateOf('2026-11-10'),
        untilOn: dateOf('2026-11-16'),
      },
    })

    const { text } = await (await as('yusuf')).get('/dasbor').expect(200)

    expect(texts(text)).toContain('Capaian target 10% target 10 laporan')
  })

  it('counts for nobody more than was expected, also of officers who reported on days of absence or moved within the week', async () => {
    await filedRows(people.budi, 3, { on: '2026-11-16', type: 'kunjungan-warga' })
    await filedRows(people.budi, 3, { on: '2026-11-17', type: 'kunjungan-warga' })
    await store.db.absence.create({
      data: {
        personId: people.budi.id,
        kind: 'cuti',
        recordedBy: people.yusuf.id,
        recordedAt: new Date(),
        fromOn: dateOf('2026-11-16'),
        untilOn: dateOf('2026-11-22'),
      },
    })

    const { text } = await (await as('yusuf')).get('/dasbor').expect(200)

    expect(texts(text)).toContain('Capaian target 60% target 10 laporan')
  })

  it('asks for no attention for somebody of whom nothing was expected', async () => {
    await filedRows(people.sari, 1, { on })
    const asDewi = await as('dewi')
    const before = await asDewi.get('/dasbor').expect(200)
    await store.db.assignment.updateMany({
      where: { personId: people.budi.id },
      data: { untilOn: dateOf('2026-11-01') },
    })

    const after = await asDewi.get('/dasbor').expect(200)

    expect(texts(before.text)).toContain('1 polsek tanpa laporan minggu itu Polsek Kesambi')
    expect(texts(after.text)).not.toContain('tanpa laporan minggu itu')
  })

  it('opens with every number exactly the reports that it counts', async () => {
    await filedRows(people.budi, 3, { on })
    await filedRows(people.budi, 4, { on: '2026-11-16', state: 'verified', type: 'giat-desa' })
    await filedRows(people.budi, 1, { on, state: 'cancelled' })
    await filedRows(people.sari, 5, { on: '2026-11-22' })
    const asDewi = await as('dewi')

    const pages = await Promise.all(
      ['', `?satuan=${kesambi}`].map(async (query) => (await asDewi.get(`/dasbor${query}`).expect(200)).text),
    )
    const kpis = pages.flatMap((text) =>
      [...text.matchAll(/<a href="([^"]+)">[^<]*<\/a><\/p>\s*<p class="kpi__value">([^<]+)</g)].map(
        ([, href, count]) => ({ href: href!.replaceAll('&amp;', '&'), count: count! }),
      ),
    )
    const numbers = [
      ...pages.flatMap((text) => linksIn(rankingIn(text))),
      ...kpis.filter(({ count }) => /^[\d.]+$/.test(count)),
    ]

    expect(numbers).toHaveLength(7)
    for (const { href, count } of numbers) {
      const { text } = await asDewi.get(href).expect(200)
      expect(`${href}: ${/([\d.]+) laporan/.exec(text)?.[1]}`).toBe(`${href}: ${count}`)
    }
  })

  it('does not compare a week that is not over', async () => {
    await filedRows(people.budi, 40, { on })
    await filedRows(people.budi, 1, { on: '2026-11-23' })

    const { text } = await (await as('dewi')).get('/dasbor?minggu=2026-11-24').expect(200)

    const page = texts(text)
    expect(page).toContain('Minggu ini belum selesai')
    expect(page).toContain('Laporan masuk 1 minggu lalu 40')
    expect(page).not.toContain('dari minggu sebelumnya')
    expect(text).toContain('class="bar--open"')
    expect(text).not.toContain('Minggu berikutnya')
  })

  it('names who is furthest behind, but no officer', async () => {
    await filedRows(people.budi, 1, { on })
    const asDewi = await as('dewi')

    const polres = await asDewi.get('/dasbor').expect(200)
    const polsek = await asDewi.get(`/dasbor?satuan=${kesambi}`).expect(200)

    expect(texts(polres.text)).toContain('Polsek Mundu paling jauh dari target: 0%.')
    expect(texts(polsek.text)).not.toContain('paling jauh')
    expect(figuresIn(rankingIn(polsek.text))).toMatchObject([{ Petugas: 'Aipda Budi Santoso' }, { Petugas: 'Jumlah' }])
  })

  it('names villages that nobody serves or visits, and what was promised and not done', async () => {
    const { budi } = people
    const entry = await household(store.db, budi, { name: 'Sumber Rejeki' })
    await filedVisit(store, budi, entry, '2026-11-20')
    const promise = { tindakLanjut: 'ya', tindakLanjutOleh: 'Ketua RW 07', tindakLanjutBatas: '2026-11-22' }
    await filedTalk(store, budi, { answers: promise })

    const { text } = await (await as('dewi')).get('/dasbor').expect(200)

    const page = texts(text)
    expect(page).toContain('1 tindak lanjut lewat batas')
    expect(page).toMatch(/3 desa\/kelurahan tanpa petugas/)
    expect(page).toMatch(/1 desa\/kelurahan tanpa kunjungan warga 14 hari Desa /)
  })

  it('says so when there is nothing to show', async () => {
    const { text } = await (await as('dewi')).get('/dasbor').expect(200)

    expect(text).toContain('Belum ada laporan dalam 26 minggu sampai minggu ini.')
    expect(text).toContain('Belum cukup data untuk tren. Perlu 4 minggu.')
  })

  it('is printed as a letter, without links', async () => {
    await filedRows(people.budi, 3, { on })

    const { text } = await (await as('dewi')).get('/dasbor/cetak').expect(200)

    expect(text).toContain('RESOR CIREBON KOTA')
    expect(text.slice(text.indexOf('<h1'))).not.toContain('<a ')
  })

  it('is said in English to those who chose it', async () => {
    await filedRows(people.budi, 1, { on })

    const { text } = await (await as('dewi')).get('/dasbor').set('Cookie', 'bahasa=en').expect(200)

    expect(texts(text)).toContain('Reports filed 1 up 1 from the week before')
  })
})

describe('the scope of a dashboard', () => {
  it('ends at the own polsek', async () => {
    await filedRows(people.budi, 1, { on })
    await filedRows(people.sari, 5, { on })

    const { text } = await (await as('yusuf')).get('/dasbor').expect(200)

    expect(texts(text)).toContain('Laporan masuk 1 ')
    expect(rowsIn(rankingIn(text)).join()).not.toContain('Sari')
    expect(text).not.toContain('Mundu')
  })

  it.each(['/dasbor', '/dasbor/cetak'])('of %s does not know the unit of another', async (path) => {
    for (const name of ['wati', 'surya'] as const) await (await as(name)).get(`${path}?satuan=${kesambi}`).expect(404)
    await (await as('dewi')).get(`${path}?satuan=${kesambi}`).expect(200)
  })

  it('opens for nobody without recaps to read', async () => {
    for (const name of ['budi', 'rini'] as const) await (await as(name)).get('/dasbor').expect(403)
  })
})
