import { cast, type Name } from '../support/cast.ts'
import { household } from '../support/filing.ts'
import { filedVisit } from '../support/makers.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

async function atWork() {
  const people = await cast(store.db)
  const { as } = site(store)
  return { ...people, as, browser: await as(people.budi) }
}

/** The texts of a row of the grid, the RW first. */
const rowOf = (html: string, rw: string) => {
  const row = [...html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, cells]) => cells!).find((cells) => cells.includes(rw))
  return [...(row ?? '').matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, text]) => text)
}

describe('the coverage of a village', () => {
  it('counts visits by RW and week, and says how long ago the last was', async () => {
    const { browser, budi } = await atWork()
    const home = await household(store.db, budi)
    await household(store.db, budi, { name: 'Kasno', rw: 7 })
    await household(store.db, budi, { name: 'Darsono', rw: 2 })
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-16', '2026-08-01']) await filedVisit(store, budi, home, day)

    const { text } = await browser.get('/cakupan').expect(200)

    expect(rowOf(text, 'RW 007')).toEqual(['RW 007', '2', '1', ...Array(10).fill('0'), '2', '50%', 'Hari ini'])
    expect(rowOf(text, 'RW 002')).toEqual(['RW 002', ...Array(12).fill('0'), '1', '0%', 'Belum pernah'])
    expect(text).toContain('Aipda Budi Santoso')
  })

  it('does not count what was cancelled, and counts a double’s visits for the household that stands for it', async () => {
    const { browser, budi } = await atWork()
    const home = await household(store.db, budi)
    const double = await household(store.db, budi, { name: 'Sity', mergedInto: home.id })
    const id = await filedVisit(store, budi, home, '2026-11-24')
    await store.db.report.update({ where: { id }, data: { state: 'cancelled' } })
    const one = await filedVisit(store, budi, home, '2026-11-23')
    await store.db.report.update({ where: { id: one }, data: { entryId: double.id } })

    const { text } = await browser.get('/cakupan').expect(200)

    expect(rowOf(text, 'RW 007')).toEqual(['RW 007', '1', ...Array(11).fill('0'), '1', '100%', '1 hari lalu'])
  })

  it('names nobody who was visited within 90 days', async () => {
    const { browser, budi } = await atWork()
    await filedVisit(store, budi, await household(store.db, budi, { name: 'Karnadi' }), '2026-08-27')

    for (const path of ['/cakupan', '/cakupan/cetak']) {
      const { text } = await browser.get(path).expect(200)
      expect(text).toContain('Semua keluarga sudah dikunjungi dalam 90 hari terakhir.')
      expect(text).not.toContain('Karnadi')
    }
  })

  it('says whom to visit: never visited first, then longest ago', async () => {
    const { browser, budi } = await atWork()
    const [early, late] = [
      await household(store.db, budi, { name: 'Karnadi' }),
      await household(store.db, budi, { name: 'Aan Anwar' }),
    ]
    await household(store.db, budi, { name: 'Wasirun' })
    await filedVisit(store, budi, early, '2026-08-01')
    await filedVisit(store, budi, late, '2026-08-26')

    const { text } = await browser.get('/cakupan').expect(200)
    const paper = await browser.get('/cakupan/cetak').expect(200)

    for (const page of [text, paper.text]) {
      const places = ['Wasirun', 'Karnadi', 'Aan Anwar'].map((name) => page.indexOf(name))
      expect(places.every((at) => at > 0)).toBe(true)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
    expect(text).toContain(`/laporan/kunjungan-warga/baru?entri=${early.id}`)
    for (const said of ['Cakupan kunjungan Kelurahan Sunyaragi', 'Petugas: Aipda Budi Santoso', 'Makin gelap'])
      expect(paper.text).toContain(said)
    expect(paper.text).toContain('7 September – 29 November 2026')
  })

  it('is empty where nobody is registered', async () => {
    const { browser } = await atWork()

    const { text } = await browser.get('/cakupan').expect(200)

    expect(text).toContain('Belum ada keluarga yang terdaftar')
  })
})

describe('the coverage of a unit', () => {
  it.each<[Name, boolean, boolean]>([
    ['hendra', true, false],
    ['wati', false, true],
    ['dewi', true, true],
  ])('shows %s the villages in scope', async (name, seesSunyaragi, seesSetupatok) => {
    const { as, budi, ...people } = await atWork()
    await household(store.db, budi)
    const browser = await as(people[name as 'dewi'])

    const { text } = await browser.get('/cakupan').expect(200)

    expect(text.includes('Kel. Sunyaragi')).toBe(seesSunyaragi)
    expect(text.includes('Desa Setupatok')).toBe(seesSetupatok)
    await browser.get('/cakupan?wilayah=32.74.05.1002').expect(seesSunyaragi ? 200 : 404)
    await browser.get('/cakupan/cetak?wilayah=32.74.05.1002').expect(seesSunyaragi ? 200 : 404)
  })

  it('names the villages without an officer', async () => {
    const { as, hendra } = await atWork()

    const { text } = await (await as(hendra)).get('/cakupan').expect(200)

    const notice = text.slice(text.indexOf('Tanpa petugas:')).split('</div>')[0]!
    expect(notice).toContain('Kel. ')
    expect(notice).not.toContain('Sunyaragi')
  })

  it('is not for the admin', async () => {
    const { as, rini } = await atWork()

    await (await as(rini)).get('/cakupan').expect(403)
  })
})
