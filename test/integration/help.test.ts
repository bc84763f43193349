import { cast, type Name } from '../support/cast.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const guides = ['Membuat laporan', 'Server tidak terjangkau', 'Memeriksa laporan', 'Membaca rekap', 'Mengurus akun']

describe('the help', () => {
  it.each<[Name, string[]]>([
    ['budi', ['Membuat laporan', 'Server tidak terjangkau']],
    ['hendra', ['Membaca rekap']],
    ['agus', ['Memeriksa laporan', 'Membaca rekap']],
    ['bambang', ['Memeriksa laporan', 'Membaca rekap']],
    ['dewi', ['Membaca rekap']],
    ['rini', ['Mengurus akun']],
  ])('of %s is of what is in the menu', async (name, expected) => {
    const people = await cast(store.db)
    const { as } = site(store)

    const { text } = await (await as(people[name])).get('/bantuan').expect(200)

    expect(guides.filter((title) => text.includes(`<h2>${title}</h2>`))).toEqual(expected)
    expect(text.includes('Verifikasi yang dipilih')).toBe(name === 'agus')
    expect(text.includes('Arti keadaan laporan')).toBe(name !== 'rini')
  })

  it('of a visitor is that of an officer', async () => {
    const { text } = await site(store).visitor().get('/bantuan').expect(200)

    expect(guides.filter((title) => text.includes(`<h2>${title}</h2>`))).toEqual(guides.slice(0, 2))
    expect(text).toContain('Ke halaman masuk')
  })
})
