import { dateOf } from '../../src/kernel/days.ts'
import { cast } from '../support/cast.ts'
import { penyuluhan, photo, postForm } from '../support/filing.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const pekiringan = '32.74.05.1001'
const drajat = '32.74.05.1004'

async function atWork() {
  const people = await cast(store.db)
  const place = site(store)
  const assign = (villageCode: string, since: string, until?: string) =>
    store.db.assignment.create({
      data: { personId: people.budi.id, villageCode, sinceOn: dateOf(since), untilOn: until ? dateOf(until) : null },
    })
  return { ...people, ...place, assign }
}

describe('the villages of an officer’s form', () => {
  it('are those that the officer serves on the day, from the first day to the last', async () => {
    const { as, budi, clock, assign } = await atWork()
    await assign(pekiringan, '2026-11-25', '2026-11-26')
    await assign(drajat, '2026-01-01', '2026-11-23')
    const offered = async (at: string) => {
      clock.set(at)
      const { text } = await (await as(budi)).get('/laporan/penyuluhan/baru').expect(200)
      return ['Pekiringan', 'Sunyaragi', 'Drajat'].filter((name) => text.includes(name))
    }

    expect(await offered('2026-11-23T23:59:00+07:00')).toEqual(['Sunyaragi', 'Drajat'])
    expect(await offered('2026-11-24T00:00:00+07:00')).toEqual(['Sunyaragi'])
    expect(await offered('2026-11-25T00:00:00+07:00')).toEqual(['Pekiringan', 'Sunyaragi'])
    expect(await offered('2026-11-26T23:59:00+07:00')).toEqual(['Pekiringan', 'Sunyaragi'])
    expect(await offered('2026-11-27T00:00:00+07:00')).toEqual(['Sunyaragi'])
  })

  it('are the only ones that are taken', async () => {
    const { as, budi, assign } = await atWork()
    await assign(drajat, '2026-01-01', '2026-11-23')
    await assign(pekiringan, '2026-01-01')
    const browser = await as(budi)
    const send = async (wilayah: string) =>
      postForm(browser, '/laporan/penyuluhan', penyuluhan({ aksi: 'kirim', wilayah }), [await photo()])

    expect((await send(drajat)).status).toBe(422)
    expect((await send(pekiringan)).status).toBe(303)
  })

  it('are none for somebody without any, and the form says what to do', async () => {
    const { as, budi } = await atWork()
    await store.db.assignment.deleteMany({ where: { personId: budi.id } })
    const browser = await as(budi)

    await browser.get('/laporan/penyuluhan/baru').expect(200)
    const { status } = await postForm(browser, '/laporan/penyuluhan', penyuluhan({ aksi: 'kirim' }), [await photo()])
    await browser.get('/warga').expect(200)

    expect(status).toBe(422)
    expect(await store.db.report.count()).toBe(0)
  })
})
