import { type Cast, cast } from '../support/cast.ts'
import { household, kunjungan, penyuluhan, photo, postForm } from '../support/filing.ts'
import { filedBrief } from '../support/makers.ts'
import { type Site, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const [sunyaragi, penpen] = ['32.74.05.1002', '32.09.12.2001']

let people: Cast
let house: Site

beforeEach(async () => {
  people = await cast(store.db)
  house = site(store)
})

/** Budi serves in Polsek Mundu from 24 November on, and from the next day in its village; now it is two days later. */
async function moved() {
  const asRini = await house.as(people.rini)
  const { id } = people.budi
  const post = (address: string, sent: object) => asRini.post(address).type('form').send(sent).expect(303)
  const place = { satuan: people.units.mundu.path, peran: 'bhabinkamtibmas', jabatan: 'Bhabinkamtibmas Penpen' }
  await post(`/personel/${id}/mutasi`, place)
  await post(`/personel/${id}/penugasan`, { wilayah: penpen, mulai: '2026-11-25' })
  house.clock.set('2026-11-26T10:00:00+07:00')
  return house.as(people.budi)
}

const send = async (browser: Awaited<ReturnType<typeof moved>>, own: Record<string, string>) =>
  postForm(browser, '/laporan/penyuluhan', penyuluhan({ aksi: 'kirim', 'tanda.terlambat': 'lupa', ...own }), [
    await photo(),
  ])

describe('a village in a form', () => {
  it.each([
    ['served on the day it happened, though somebody else serves it now', '2026-11-23', sunyaragi],
    ['served since', '2026-11-26', penpen],
  ])('is taken when it was %s', async (_, tanggal, wilayah) => {
    const asBudi = await moved()

    const { text } = await send(asBudi, { tanggal, wilayah })

    expect(text).not.toContain('Wilayah ini bukan wilayah')
  })

  it.each([
    ['served no longer on the day it happened', '2026-11-25', sunyaragi],
    ['not yet served on the day it happened', '2026-11-24', penpen],
  ])('is refused when it was %s', async (_, tanggal, wilayah) => {
    const asBudi = await moved()

    const { status } = await send(asBudi, { tanggal, wilayah })

    expect(status).toBe(422)
    expect(await store.db.report.count()).toBe(0)
  })

  it('makes the report one of the unit that its author served in then', async () => {
    const asBudi = await moved()
    const { laporanId } = penyuluhan()
    const when = { tanggal: '2026-11-23', pukul: '08:00', wilayah: sunyaragi }
    const told = { laporanId: String(laporanId), aksi: 'kirim', jenis: 'penyuluhan', posisiAlasan: 'gedung', ...when }
    const line = { kilat: 'Penyuluhan narkoba di Balai RW 07, dihadiri dua puluh warga.', 'tanda.terlambat': 'lupa' }

    await postForm(asBudi, '/laporan/kilat', { ...told, ...line }).expect(303)

    expect(await store.db.report.findMany()).toMatchObject([{ unitPath: people.units.kesambi.path }])
  })
})

describe('a kilat of a visit', () => {
  it('is completed with the households of its village, also after a move', async () => {
    const home = await household(store.db, people.budi)
    const { id } = await filedBrief(store, people.budi, {
      at: new Date('2026-11-23T20:41:00+07:00'),
      photos: 1,
      answers: { jenis: 'kunjungan-warga', tanggal: '2026-11-23', pukul: '08:30' },
    })
    const asBudi = await moved()
    const at = `/laporan/${id}/pelengkapan`
    const detail = kunjungan(home.id, { tanggal: '2026-11-23' })

    const chosen = await postForm(asBudi, at, { ...detail, keluarga: '', aksi: 'pilih:keluarga' }).expect(303)
    const found = await asBudi.get(`${chosen.headers.location}&cari=Rohmah`).expect(200)
    const form = await asBudi.post(`/draf/${id}/entri`).type('form').send({ entri: home.id }).expect(303)
    const shown = await asBudi.get(form.headers.location!).redirects(2).expect(200)
    await postForm(asBudi, at, { ...detail, aksi: 'kirim' }).expect(303)

    expect(found.text).toContain('Siti Rohmah')
    expect(shown.text).toContain('Siti Rohmah')
    expect(await store.db.report.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'submitted',
      entryId: home.id,
      villageCode: sunyaragi,
      unitPath: people.units.kesambi.path,
    })
  })
})

describe('ending an assignment', () => {
  it('takes no day away that is over', async () => {
    const asRini = await house.as(people.rini)
    const { id } = people.budi
    const assignment = await store.db.assignment.findFirstOrThrow({ where: { personId: id } })
    const at = `/personel/${id}/penugasan/${assignment.id}/akhir`
    const end = (sampai: string) => asRini.post(at).type('form').send({ sampai })

    const { text } = await end('2026-11-22').expect(422)
    await end('2026-11-23').expect(303)

    expect(text).toContain('23 Nov 2026')
  })
})
