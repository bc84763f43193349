import { cast } from '../support/cast.ts'
import { crowd } from '../support/crowd.ts'
import { isFound, settle, slippedName, targetsAmong } from '../support/crowd-store.ts'
import { household } from '../support/filing.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const villages = ['32.74.05.1001', '32.74.05.1002', '32.74.05.1004', '32.09.12.2001']

describe('a search with two slips in the name', () => {
  it('finds the household among the first five rows, 95 times in 100 of 3,000 households', async () => {
    const { budi } = await cast(store.db)
    const all = crowd(5, villages, 3000)
    await settle(store.db, all, budi.id)
    await store.db.$executeRaw`ANALYZE register_entry`

    const found: boolean[] = []
    for (const [index, target] of targetsAmong(all, 100, 5).entries()) {
      found.push((await isFound(store.db, { target, text: slippedName(target, 5, index), villages })).found)
    }

    expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(95)
  })
})

describe('the list for the phone', () => {
  it('names the entries of the own villages, no NIK and nobody of a neighbour, and is sent once', async () => {
    const { budi, sari, agus } = await cast(store.db)
    const { id } = await household(store.db, budi, { name: 'Siti Rohmah', phone: '+6281234567890' })
    await household(store.db, sari, { name: 'Rahasia Tetangga' })
    const asBudi = await site(store).as(budi)

    const { body, text } = await asBudi.get('/daftar-hp').expect(200)
    const again = await asBudi.get('/daftar-hp').query({ tanda: body.tag }).expect(200)
    await (await site(store).as(agus)).get('/daftar-hp').expect(403)

    expect(body.entries).toEqual([[id, 'keluarga', 'Siti Rohmah', expect.stringMatching(/^RT 003 RW 007, /)]])
    expect(text).not.toMatch(/Rahasia|81234567890/)
    expect(again.body).toEqual({ tag: body.tag })
  })
})

describe('a search for a name and a place', () => {
  it.each([
    ['siti rt 3', ['Siti di RT tiga']],
    ['siti rt 4', ['Siti di RT empat']],
    ['siti rw 07', ['Siti di RT tiga', 'Siti di RT empat']],
    ['siti 003/007', ['Siti di RT tiga']],
    ['rt 4 rw 7', ['Siti di RT empat']],
    ['siti rw 8', []],
  ])('for "%s" keeps to the place', async (cari, expected) => {
    const { budi } = await cast(store.db)
    await household(store.db, budi, { name: 'Siti di RT tiga', rt: 3 })
    await household(store.db, budi, { name: 'Siti di RT empat', rt: 4 })

    const { text } = await (await site(store).as(budi)).get('/warga').query({ cari }).expect(200)

    expect(['Siti di RT tiga', 'Siti di RT empat'].filter((name) => text.includes(name))).toEqual(expected)
  })

  it('shows the nearest name first', async () => {
    const { budi } = await cast(store.db)
    for (const name of ['Siti Rohani', 'Siti Rohmah', 'Sinta Rohmat']) await household(store.db, budi, { name })

    const { text } = await (await site(store).as(budi)).get('/warga').query({ cari: 'siti rohmha' }).expect(200)

    expect(text.indexOf('Siti Rohmah')).toBeGreaterThan(0)
    expect(text.indexOf('Siti Rohmah')).toBeLessThan(text.indexOf('Siti Rohani'))
  })
})
