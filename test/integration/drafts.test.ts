import { randomUUID } from 'node:crypto'
import { cast } from '../support/cast.ts'
import { penyuluhan, photo, postForm } from '../support/filing.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const path = '/laporan/penyuluhan'
const inMundu = { wilayah: '32.09.12.2001' }

/** Budi keeps a draft with a photo; Sari has come to know under which id. */
async function scene() {
  const people = await cast(store.db)
  const { as } = site(store)
  const [asBudi, asSari] = [await as(people.budi), await as(people.sari)]
  const wire = penyuluhan({ tempat: 'Rumah Budi saja' })
  await postForm(asBudi, path, { ...wire, aksi: 'simpan' }, [await photo()]).expect(303)
  const id = String(wire.laporanId)
  const own = () =>
    Promise.all([
      store.db.draft.findUnique({ where: { id } }),
      store.db.parkedPhoto.findMany({ where: { authorId: people.budi.id } }),
    ])
  return { ...people, asBudi, asSari, wire, id, own }
}

describe('the id of somebody else’s draft', () => {
  it.each(['simpan', 'periksa', 'hapus-foto:x'])(
    'is answered as any other id and changes nothing there, on %s',
    async (aksi) => {
      const { asSari, id, own } = await scene()
      const before = await own()
      const typed = penyuluhan({ ...inMundu, aksi })
      const another = await postForm(asSari, path, { ...typed, laporanId: randomUUID() }, [await photo('#112233')])

      const answer = await postForm(asSari, path, { ...typed, laporanId: id }, [await photo('#112233')])

      expect(answer.status).toBe(another.status)
      expect(answer.text).not.toContain('Rumah Budi saja')
      expect(await own()).toEqual(before)
    },
  )

  it('cannot be used up: its owner still sends under it', async () => {
    const { budi, sari, asBudi, asSari, wire, id } = await scene()
    await postForm(asSari, path, penyuluhan({ ...inMundu, laporanId: id, aksi: 'kirim' }), [
      await photo('#112233'),
    ]).expect(303)

    await postForm(asBudi, path, { ...wire, aksi: 'kirim' }, [await photo()]).expect(303)

    expect(await store.db.report.findUnique({ where: { id } })).toMatchObject({ authorId: budi.id })
    expect(await store.db.report.count({ where: { authorId: sari.id } })).toBe(1)
    expect(await store.db.draft.count()).toBe(0)
  })

  it('leads a second press of the same send to the same report', async () => {
    const { sari, asSari, id } = await scene()
    const wire = penyuluhan({ ...inMundu, laporanId: id, aksi: 'kirim' })
    const first = await postForm(asSari, path, wire, [await photo('#112233')]).expect(303)

    const second = await postForm(asSari, path, wire, [await photo('#112233')]).expect(303)

    expect(second.headers.location).toBe(first.headers.location)
    expect(await store.db.report.count({ where: { authorId: sari.id } })).toBe(1)
  })

  it('of a report that somebody else has filed lets a form be sent all the same', async () => {
    const { sari, asBudi, asSari, wire, id } = await scene()
    await postForm(asBudi, path, { ...wire, aksi: 'kirim' }, [await photo()]).expect(303)

    await postForm(asSari, path, penyuluhan({ ...inMundu, laporanId: id, aksi: 'kirim' }), [
      await photo('#112233'),
    ]).expect(303)

    expect(await store.db.report.count({ where: { authorId: sari.id } })).toBe(1)
    expect(await store.db.reportConflict.count()).toBe(0)
  })

  it('opens no draft, photo or deletion of it', async () => {
    const { asSari, id, own } = await scene()
    const [, photos] = await own()

    await asSari.get(`/draf/${id}`).expect(404)
    await asSari.get(`/draf/${id}/foto/${photos[0]!.hash}`).expect(404)
    await asSari.post(`/draf/${id}/penghapusan`).expect(404)
    await asSari.post(`/draf/${id}/entri`).type('form').send({ entri: randomUUID() }).expect(404)
  })
})

describe('a photo that is not kept with a draft', () => {
  const broken = async () => (await photo()).subarray(0, 300)

  it('is said on the form that comes back, and the draft is kept', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const wire = penyuluhan({ aksi: 'simpan' })

    const { text } = await postForm(asBudi, path, wire, [await photo(), await broken()]).expect(422)

    expect(text).toMatch(/Foto tidak ikut disimpan\. .*Foto tidak bisa dibuka/)
    expect(text).toContain('Balai RW 07 Sunyaragi')
    expect(await store.db.draft.count({ where: { id: String(wire.laporanId) } })).toBe(1)
    expect(await store.db.parkedPhoto.count()).toBe(1)
  })

  it.each(['pilih:keluarga', 'tambah:pendapat', 'hapus-foto:x'])('is said on %s too', async (aksi) => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const wire = { laporanId: randomUUID(), aksi }

    const { text } = await postForm(asBudi, '/laporan/kunjungan-warga', wire, [await broken()]).expect(422)

    expect(text).toContain('Foto tidak ikut disimpan')
  })

  it('is told why where 200 wait already, and what to do', async () => {
    const { budi, sari } = await cast(store.db)
    const { as } = site(store)
    const [asBudi, asSari] = [await as(budi), await as(sari)]
    const waiting = Array.from({ length: 200 }, (_, at) => ({
      reportId: randomUUID(),
      authorId: budi.id,
      hash: String(at).padStart(64, '0'),
      body: new Uint8Array([1]),
      width: 1,
      height: 1,
      parkedAt: new Date('2026-11-24T08:00:00+07:00'),
    }))
    await store.db.parkedPhoto.createMany({ data: waiting })

    const { text } = await postForm(asBudi, path, penyuluhan({ aksi: 'simpan' }), [await photo()]).expect(422)

    expect(text).toContain('Kirim atau hapus draf lama, lalu pilih foto ini lagi')
    expect(await store.db.parkedPhoto.count({ where: { authorId: budi.id } })).toBe(200)
    await postForm(asSari, path, penyuluhan({ ...inMundu, aksi: 'simpan' }), [await photo()]).expect(303)
  })
})
