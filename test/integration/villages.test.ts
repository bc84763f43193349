import { cast } from '../support/cast.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const address = '/wilayah/32.74.05.1002'
const profile = (own: Record<string, string> = {}) => ({
  jumlahRw: '12',
  posAktif: '7',
  kepala: 'Darsono',
  kepalaHp: '0812-0000-1234',
  titikRawan: 'Simpang pasar malam',
  versi: '',
  ...own,
})

async function atWork() {
  const people = await cast(store.db)
  const { as, clock } = site(store)
  return { ...people, as, clock, browser: await as(people.budi) }
}

const kept = () => store.db.villageProfile.findMany()

describe('the profile of a village', () => {
  it('is written by its officer, read by the unit, and says who and when', async () => {
    const { browser, budi, as, hendra } = await atWork()
    const empty = await browser.get(address).expect(200)
    expect(empty.text).toContain('Profil ini belum diisi.')
    expect(empty.text).toContain('Isi profil</a>')

    const { headers } = await browser.post(`${address}/ubah`).type('form').send(profile()).expect(303)

    expect(headers.location).toBe(address)
    expect(await kept()).toMatchObject([
      {
        villageCode: '32.74.05.1002',
        updatedBy: budi.id,
        details: { jumlahRw: 12, posAktif: 7, kepala: 'Darsono', kepalaHp: '+6281200001234' },
      },
    ])
    const { text } = await (await as(hendra)).get(address).expect(200)
    expect(text).toContain('Simpang pasar malam')
    expect(text).toContain('Diperbarui Aipda Budi Santoso, 24 Nov 2026')
    expect(text).not.toContain('/ubah')
    const entries = await store.db.auditEntry.findMany({ where: { action: 'village.described' } })
    expect(entries).toMatchObject([{ actorId: budi.id, subject: '32.74.05.1002' }])
    expect(JSON.stringify(entries[0]!.details)).not.toContain('Darsono')
  })

  it('is changed from what it was, and not from what it no longer is', async () => {
    const { browser, clock } = await atWork()
    await browser.post(`${address}/ubah`).type('form').send(profile()).expect(303)
    const { text } = await browser.get(`${address}/ubah`).expect(200)
    expect(text).toContain('value="081200001234"')
    const versi = /name="versi" value="([^"]*)"/.exec(text)![1]!
    clock.forward(5)

    await browser
      .post(`${address}/ubah`)
      .type('form')
      .send(profile({ versi, jumlahRw: '13' }))
      .expect(303)
    await browser
      .post(`${address}/ubah`)
      .type('form')
      .send(profile({ versi, jumlahRw: '14' }))
      .expect(409)

    expect(await kept()).toMatchObject([{ details: { jumlahRw: 13 } }])
  })

  it.each([{ jumlahRw: '-1' }, { kepala: 'D' }, { kepalaHp: '123' }])('with %j is asked for again', async (own) => {
    const { browser } = await atWork()

    const { text } = await browser.post(`${address}/ubah`).type('form').send(profile(own)).expect(422)

    expect(text).toContain('Simpang pasar malam')
    expect(await kept()).toEqual([])
  })

  it('is not there for the neighbour, and not written by those who only read', async () => {
    const { as, sari, hendra } = await atWork()

    await (await as(sari)).get(address).expect(404)
    await (await as(hendra)).post(`${address}/ubah`).type('form').send(profile()).expect(403)
    expect((await (await as(hendra)).get('/wilayah').expect(200)).text).toContain(address)
    expect(await kept()).toEqual([])
  })
})
