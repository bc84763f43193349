import { nikLocation } from '../../src/officers/register/register.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { cast } from '../support/cast.ts'
import { household } from '../support/filing.ts'
import { filedVisit } from '../support/makers.ts'
import { type Browser, secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

async function atWork() {
  const people = await cast(store.db)
  const { as } = site(store)
  const staying = await household(store.db, people.budi, { name: 'Siti Rohmah' })
  const double = await household(store.db, people.budi, {
    name: 'Sity Rohma',
    address: 'Gang Sawo No. 3',
    phone: '+6281200001234',
    details: { penghuni: 6, pekerjaan: 'Pedagang' },
  })
  return { ...people, as, staying, double, browser: await as(people.budi) }
}

const merge = (browser: Browser, double: string, staying: string, own: Record<string, string> = {}) =>
  browser
    .post(`/warga/${double}/penggabungan`)
    .type('form')
    .send({ dengan: staying, versi: '1', versiTetap: '1', ...own })

const entry = (id: string) => store.db.registerEntry.findUniqueOrThrow({ where: { id } })

describe('a merge of doubles', () => {
  it('offers similar entries, and shows both side by side', async () => {
    const { browser, staying, double, budi } = await atWork()
    const other = await household(store.db, budi, { name: 'Wawan Hermawan' })

    const { text } = await browser.get(`/warga/${double.id}/penggabungan`).expect(200)
    const compared = await browser.get(`/warga/${double.id}/penggabungan?dengan=${staying.id}`).expect(200)

    expect(text).toContain(`dengan=${staying.id}`)
    expect(text).not.toContain(other.id)
    expect(compared.text).toContain('Gang Sawo No. 3')
    expect(compared.text).toContain('Siti Rohmah')
  })

  it('points the double to the one that stays, and fills in only what that one lacked', async () => {
    const { browser, staying, double, budi } = await atWork()

    const { headers } = await merge(browser, double.id, staying.id).expect(303)

    expect(headers.location).toBe(`/warga/${staying.id}`)
    expect(await entry(double.id)).toMatchObject({ mergedInto: staying.id, name: 'Sity Rohma' })
    expect(await entry(staying.id)).toMatchObject({
      name: 'Siti Rohmah',
      address: 'Gang Sawo No. 3',
      phone: '+6281200001234',
      version: 2,
      details: { penghuni: 4, pekerjaan: 'Pedagang' },
    })
    expect(await store.db.auditEntry.findMany({ where: { action: 'entry.merged' } })).toMatchObject([
      {
        actorId: budi.id,
        subject: double.id,
        details: { into: staying.id, fields: ['address', 'phone', 'pekerjaan'] },
      },
    ])
  })

  it('hides the double from the search, and tells at its old address where it went', async () => {
    const { browser, staying, double } = await atWork()
    await merge(browser, double.id, staying.id).expect(303)

    const found = await browser.get('/warga?cari=sity').expect(200)
    const old = await browser.get(`/warga/${double.id}`).expect(200)

    expect(found.text).not.toContain(double.id)
    expect(old.text).toContain('sudah digabung ke')
    expect(old.text).toContain(`/warga/${staying.id}`)
    expect(old.text).not.toContain(`/warga/${double.id}/ubah`)
  })

  it('counts the visits of both, and rewrites no report', async () => {
    const { browser, staying, double, budi } = await atWork()
    const first = await filedVisit(store, budi, double, '2026-11-20')
    const second = await filedVisit(store, budi, staying)
    expect((await browser.get(`/laporan/${second}`).expect(200)).text).toMatch(/Kunjungan ke<\/dt>\s*<dd>1/)
    const before = await store.db.report.findMany({ orderBy: { id: 'asc' } })

    await merge(browser, double.id, staying.id).expect(303)

    expect((await browser.get(`/laporan/${second}`).expect(200)).text).toMatch(/Kunjungan ke<\/dt>\s*<dd>2/)
    const { text } = await browser.get(`/warga/${staying.id}`).expect(200)
    expect(text).toContain('Riwayat kunjungan (2)')
    expect(text).toContain(first)
    expect(await store.db.report.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
  })

  it('makes no chains: what pointed to the double points to the one that stays', async () => {
    const { browser, staying, double, budi } = await atWork()
    const third = await household(store.db, budi, { name: 'Siti R' })
    await merge(browser, third.id, double.id).expect(303)

    await merge(browser, double.id, staying.id, { versi: '2' }).expect(303)

    expect((await entry(third.id)).mergedInto).toBe(staying.id)
  })

  it('lends the NIK, sealed to its new row', async () => {
    const { browser, staying, double } = await atWork()
    const [nik, sealing] = ['3274054107850001', cipherOf(secrets.data)]
    const data = { nikSealed: sealing.encrypt(nik, nikLocation(double.id)), nikIndex: sealing.index(nik) }
    await store.db.registerEntry.update({ where: { id: double.id }, data })

    await merge(browser, double.id, staying.id).expect(303)

    expect(sealing.decrypt((await entry(staying.id)).nikSealed!, nikLocation(staying.id))).toBe(nik)
    await browser.post(`/warga/${double.id}/pemisahan`).expect(303)
    expect((await entry(staying.id)).nikSealed).toBeNull()
  })

  it('of what has changed since the page was made is told so', async () => {
    const { browser, staying, double } = await atWork()
    await store.db.registerEntry.update({ where: { id: staying.id }, data: { version: 2 } })

    const { text } = await merge(browser, double.id, staying.id).expect(409)

    expect(text).toContain('sudah diubah orang lain')
    expect((await entry(double.id)).mergedInto).toBeNull()
  })

  it('knows only entries of the own villages, of the same part, and not itself', async () => {
    const { browser, double, sari, budi } = await atWork()
    const hers = await household(store.db, sari)
    const place = await household(store.db, budi, { kind: 'tempat', name: 'Toko Siti' })

    for (const id of [hers.id, place.id, double.id, 'abc']) await merge(browser, double.id, id).expect(404)

    expect((await entry(double.id)).mergedInto).toBeNull()
  })
})

describe('the undo of a merge', () => {
  it.each(['budi', 'agus'] as const)('by %s gives everything back, and is remembered', async (name) => {
    const { browser, as, staying, double, ...people } = await atWork()
    const third = await household(store.db, people.budi, { name: 'Siti R' })
    await merge(browser, third.id, double.id).expect(303)
    await merge(browser, double.id, staying.id, { versi: '2' }).expect(303)

    await (await as(people[name])).post(`/warga/${double.id}/pemisahan`).expect(303)

    expect(await entry(double.id)).toMatchObject({ mergedInto: null, mergeTrace: null })
    expect((await entry(third.id)).mergedInto).toBe(double.id)
    expect(await entry(staying.id)).toMatchObject({ address: null, phone: null, details: { penghuni: 4 } })
    expect(await store.db.auditEntry.findMany({ where: { action: 'entry.split' } })).toMatchObject([
      { actorId: people[name].id, subject: double.id, details: { from: staying.id } },
    ])
  })

  it('leaves what was changed since', async () => {
    const { browser, staying, double } = await atWork()
    await merge(browser, double.id, staying.id).expect(303)
    await store.db.registerEntry.update({ where: { id: staying.id }, data: { address: 'Jl. Baru No. 1' } })

    await browser.post(`/warga/${double.id}/pemisahan`).expect(303)

    expect(await entry(staying.id)).toMatchObject({ address: 'Jl. Baru No. 1', phone: null })
  })

  it('is not there for what was never merged, nor for those who only read', async () => {
    const { browser, as, staying, double, hendra } = await atWork()
    await browser.post(`/warga/${double.id}/pemisahan`).expect(404)
    await merge(browser, double.id, staying.id).expect(303)

    await (await as(hendra)).post(`/warga/${double.id}/pemisahan`).expect(403)
  })
})
