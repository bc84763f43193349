import { cast } from '../support/cast.ts'
import { filedTalk } from '../support/makers.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'
import { texts } from '../support/texts.ts'

const warned = [{ key: 'jauh', params: { metres: 900 }, reason: 'lain' }]

/** Three talks of Budi: one with a warning, one sent back, one late; one of Sari, next door. */
async function atWork() {
  const people = await cast(store.db)
  const { as } = site(store)
  const far = await filedTalk(store, people.budi)
  const returned = await filedTalk(store, people.budi)
  const late = await filedTalk(store, people.budi, { answers: { tanggal: '2026-11-20' } })
  const hers = await filedTalk(store, people.sari)
  for (const { id } of [far, hers]) await store.db.report.update({ where: { id }, data: { warnings: warned } })
  await store.db.report.update({ where: { id: returned.id }, data: { state: 'returned' } })
  return { ...people, as, far, returned, late, hers }
}

describe('the page of data quality', () => {
  it('says the four sides of a polsek, and who is furthest from good', async () => {
    const { as, yusuf } = await atWork()

    const { text } = await (await as(yusuf)).get('/mutu').expect(200)

    const page = texts(text)
    expect(page).toContain('Tepat waktu 2 dari 3')
    expect(page).toContain('Konsisten 2 dari 3')
    expect(page).toContain('Unik 3 dari 3')
    expect(page).toMatch(/Aipda Budi Santoso 3 /)
    expect(page).not.toContain('Sari')
  })

  it('counts a duplicate against uniqueness and nowhere else', async () => {
    const { as, yusuf, budi, late } = await atWork()
    const { id } = await filedTalk(store, budi)
    await store.db.report.update({ where: { id }, data: { state: 'duplicate', duplicateOf: late.id } })

    const page = texts((await (await as(yusuf)).get('/mutu').expect(200)).text)

    expect(page).toContain('Unik 3 dari 4')
    expect(page).toContain('Konsisten 2 dari 3')
    expect(page).toMatch(/Aipda Budi Santoso 3 /)
  })

  it('names the reports whose repair helps most, the most needed first, and no verified ones', async () => {
    const { as, agus, returned, far, late, hers } = await atWork()
    await store.db.report.update({ where: { id: hers.id }, data: { state: 'verified' } })

    const { text } = await (await as(agus)).get('/mutu').expect(200)

    const order = [returned, far].map(({ id }) => text.indexOf(`/laporan/${id}"`))
    expect(order[0]).toBeGreaterThan(0)
    expect(order[1]).toBeGreaterThan(order[0]!)
    for (const { id } of [late, hers]) expect(text).not.toContain(`/laporan/${id}"`)
  })

  it('opens the list that a number counts', async () => {
    const { as, agus, far, hers, late } = await atWork()
    const asAgus = await as(agus)
    const { text } = await asAgus.get('/mutu').expect(200)
    const [, href] = /<a href="([^"]*tanda=jauh[^"]*)">2</.exec(text) ?? []

    const list = await asAgus.get(href!.replaceAll('&amp;', '&')).expect(200)

    expect(list.text).toContain(`/laporan/${far.id}`)
    expect(list.text).toContain(`/laporan/${hers.id}`)
    expect(list.text).not.toContain(`/laporan/${late.id}`)
  })

  it('is about their own reports for an officer', async () => {
    const { as, sari } = await atWork()

    const { text } = await (await as(sari)).get('/mutu?hari=7').expect(200)

    expect(texts(text)).toContain('Konsisten 0 dari 1')
    expect(text).not.toContain('Budi')
  })

  it('does not know a unit out of scope, and opens for nobody without reports to read', async () => {
    const { as, yusuf, rini } = await atWork()

    await (await as(yusuf)).get('/mutu?satuan=/jabar/cirebon-kota/mundu/').expect(404)
    await (await as(rini)).get('/mutu').expect(403)
  })

  it('says that there is nothing yet', async () => {
    const people = await cast(store.db)

    const { text } = await (await site(store).as(people.dewi)).get('/mutu').expect(200)

    expect(text).toContain('Belum ada laporan dalam rentang ini.')
  })
})
