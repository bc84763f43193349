import { writeMove } from '../../src/administration/accounts/placement.commands.ts'
import { type Cast, cast, type Player } from '../support/cast.ts'
import { type Site, site } from '../support/site.ts'
import { store } from '../support/store.ts'

let people: Cast
let house: Site

const november = '/rekap/cetak?periode=bulan&tanggal=2026-11-15'
const december = '/rekap/cetak?periode=bulan&tanggal=2026-12-15'
const sheet = '/lembar-pagi/cetak?tanggal=2026-11-20'

beforeEach(async () => {
  people = await cast(store.db)
  house = site(store)
})

const signedOn = async (address: string, who: Player): Promise<string> => {
  const { text } = await (await house.as(who)).get(address).expect(200)
  return text
    .replace(/^[\s\S]*<div class="signatures">/, '')
    .replace(/<p class="printed-from">[\s\S]*/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

/** In December the Kasat goes to the other polres; Bambang becomes Kasat, and everybody is promoted. */
async function december5(): Promise<void> {
  const { agus, bambang, dewi, units } = people
  house.clock.set('2026-12-05T08:00:00+07:00')
  const there = { ...units.contoh, kind: 'polres', timeZone: 'Asia/Jakarta' }
  const here = { ...units.cirebonKota, kind: 'polres', timeZone: 'Asia/Jakarta' }
  const role = 'kasat' as const
  const before = { role: 'kasat', position: agus.position, unit: here }
  await store.db.$transaction((tx) =>
    writeMove(tx, before, { id: agus.id, role, position: agus.position, unit: there }, house.clock()),
  )
  const { position } = agus
  await store.db.$transaction((tx) =>
    writeMove(tx, { ...before, role: 'kbo' }, { id: bambang.id, role, position, unit: here }, house.clock()),
  )
  await store.db.person.updateMany({
    where: { id: { in: [agus.id, bambang.id, dewi.id] } },
    data: { pangkat: 'Kombes Pol', changedAt: house.clock() },
  })
  await store.db.unit.update({
    where: { id: units.cirebonKota.id },
    data: { name: 'Polres Cirebon Baru', changedAt: house.clock() },
  })
  house.clock.set('2026-12-20T08:00:00+07:00')
}

describe('a recap and a morning sheet of a time gone by', () => {
  it.each([november, sheet])('%s are signed by who was in office then, in the rank of then', async (address) => {
    house.clock.set('2026-12-02T08:00:00+07:00')
    const before = await signedOn(address, people.agus)
    expect(before).toContain('AGUS PRASETYO')
    expect(before).toContain('DEWI KARTIKA')

    await december5()

    expect(await signedOn(address, { ...people.bambang, role: 'kasat' })).toBe(before)
    expect(await signedOn(address, people.dewi)).not.toContain('KOMBES')
  })

  it('are signed by those of today while the period runs', async () => {
    await december5()

    const signed = await signedOn(december, { ...people.bambang, role: 'kasat' })

    expect(signed).toContain('BAMBANG')
    expect(signed).not.toContain('AGUS')
    expect(signed).toMatch(/DEWI KARTIKA.*KOMBES POL/)
    expect(signed).toContain('20 Desember 2026')
  })

  it('are signed by the commander of then, suspended since or not', async () => {
    house.clock.set('2026-12-02T08:00:00+07:00')
    const before = await signedOn(november, people.agus)
    const changedAt = house.clock()

    const data = { state: 'suspended', suspendReason: 'Pensiun', changedAt }
    await store.db.person.update({ where: { id: people.dewi.id }, data })

    expect(await signedOn(november, people.agus)).toBe(before)
    expect(await signedOn(december, people.agus)).not.toContain('DEWI')
  })

  it('are signed by who prints them where nobody is known to have been in that office', async () => {
    await store.db.posting.deleteMany({})

    expect(await signedOn(november, people.agus)).toContain('AGUS PRASETYO')
  })
})
