import { randomUUID } from 'node:crypto'
import { cast, type Name } from '../support/cast.ts'
import { penyuluhan, photo, postForm } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import { filedBrief, filedTalk } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const note = 'Tolong tulis lebih rinci apa yang disampaikan.'

async function atWork() {
  const people = await cast(store.db)
  const { as, clock } = site(store)
  const { id, number } = await filedTalk(store, people.budi, { photos: 1 })
  return { ...people, clock, id, number, as: (name: Name) => as(people[name]) }
}

const send = (browser: Browser, path: string, sent: object) => browser.post(path).type('form').send(sent)
const returning = { versi: '1', alasan: 'tidak-jelas', catatan: note, isian: 'materi' }
const verify = (browser: Browser, id: string) => send(browser, `/laporan/${id}/verifikasi`, { versi: '1' })

describe('an act on a report that was decided meanwhile', () => {
  it('says by whom and when it was decided, and offers a note with what was typed', async () => {
    const { as, id } = await atWork()
    const [asAgus, asBambang] = [await as('agus'), await as('bambang')]
    await verify(asAgus, id).expect(303)

    const { text } = await send(asBambang, `/laporan/${id}/pengembalian`, returning).expect(409)

    expect(text).toContain('Tidak disimpan: laporan ini sudah berubah')
    expect(text).toContain('Diverifikasi oleh AKP Agus Prasetyo, 24 Nov 2026')
    expect(text).toContain('Anda masih bisa menambah catatan')
    expect(text).toMatch(new RegExp(`<textarea[^>]*name="tambahan"[^>]*>${note}</textarea>`))
    expect(text).not.toContain('peran lain')
  })

  it.each([
    ['budi', 'penarikan', {}],
    ['budi', 'pembatalan', { alasan: 'Salah mencatat hari kegiatannya.' }],
    ['agus', 'pengembalian', returning],
    ['agus', 'duplikat', { versi: '1', nomor: '', catatanDuplikat: '' }],
  ] as const)('is refused with the report as it is now: %s, %s', async (name, action, sent) => {
    const { as, id } = await atWork()
    const asAgus = await as('agus')
    await verify(asAgus, id).expect(303)

    const { text } = await send(await as(name), `/laporan/${id}/${action}`, sent).expect(409)

    expect(text).toContain('Diverifikasi oleh AKP Agus Prasetyo')
    expect(await store.db.report.findFirst()).toMatchObject({ state: 'verified' })
  })

  it('leaves a version that was corrected meanwhile undecided and shows it', async () => {
    const { as, id } = await atWork()
    const [asBudi, asAgus] = [await as('budi'), await as('agus')]
    await send(asAgus, `/laporan/${id}/pengembalian`, returning).expect(303)
    await correct(asBudi, id)

    const { text } = await verify(asAgus, id).expect(409)

    expect(text).toContain('Diperbaiki dan dikirim ulang oleh Aipda Budi Santoso')
    expect(text).toContain(`/laporan/${id}/verifikasi`)
  })

  it('stays a refusal for whom the report is none to decide on', async () => {
    const { as, id } = await atWork()
    await verify(await as('agus'), id).expect(303)

    await verify(await as('dewi'), id).expect(403)
    await verify(await as('sari'), id).expect(403)
    await send(await as('sari'), `/laporan/${id}/penarikan`, {}).expect(404)
  })
})

const correctedText = 'Ronda malam digiatkan lagi, dua regu tiap malam mulai pukul 22.00.'

async function correct(browser: Browser, id: string, own: Record<string, string> = {}) {
  const at = `/laporan/${id}/perbaikan`
  const { text } = await browser.get(at)
  const sent = { ...formIn(text), materi: correctedText, catatan: 'Materi ditulis lengkap.', ...own }
  return postForm(browser, at, sent)
}

describe('pressed twice', () => {
  it('at once, a correction is one, and each press leads to the report', async () => {
    const { as, id } = await atWork()
    const asBudi = await as('budi')
    await send(await as('agus'), `/laporan/${id}/pengembalian`, returning).expect(303)
    const { text } = await asBudi.get(`/laporan/${id}/perbaikan`)
    const sent = { ...formIn(text), materi: correctedText, catatan: 'Materi ditulis lengkap.' }

    const answers = await Promise.all([1, 2, 3].map(() => postForm(asBudi, `/laporan/${id}/perbaikan`, sent)))

    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(
      answers.map(() => [303, `/laporan/${id}`]),
    )
    expect(await store.db.reportVersion.count()).toBe(1)
    expect(await store.db.auditEntry.count({ where: { action: 'report.corrected' } })).toBe(1)
  })

  it('with other answers, a correction is not saved, says so and shows them', async () => {
    const { as, id } = await atWork()
    const asBudi = await as('budi')
    await send(await as('agus'), `/laporan/${id}/pengembalian`, returning).expect(303)
    const { text: form } = await asBudi.get(`/laporan/${id}/perbaikan`)
    await correct(asBudi, id)

    const other = { ...formIn(form), materi: 'Isi yang lain dari tab kedua, yang tidak boleh hilang diam-diam.' }
    const { text } = await postForm(asBudi, `/laporan/${id}/perbaikan`, { ...other, catatan: 'Kedua.' }).expect(409)

    expect(text).toContain('Yang Anda ketik, tidak disimpan')
    expect(text).toContain('Isi yang lain dari tab kedua')
  })

  it('at once, the completion of a kilat is one, and each press leads to the report', async () => {
    const people = await cast(store.db)
    const { as } = site(store)
    const of = { tanggal: '2026-11-23', pukul: '20:30' }
    const { id } = await filedBrief(store, people.budi, {
      at: new Date('2026-11-23T20:41:00+07:00'),
      answers: of,
      photos: 1,
    })
    const asBudi = await as(people.budi)
    const picture = await photo('#225588')
    const wire = penyuluhan({ aksi: 'kirim', ...of })

    const answers = await Promise.all([1, 2].map(() => postForm(asBudi, `/laporan/${id}/pelengkapan`, wire, [picture])))

    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(
      answers.map(() => [303, `/laporan/${id}`]),
    )
    expect(await store.db.reportVersion.count()).toBe(1)
  })

  it.each([
    ['agus', 'verifikasi', { versi: '1' }],
    ['agus', 'pengembalian', returning],
    ['budi', 'penarikan', {}],
    ['budi', 'pembatalan', { alasan: 'Salah mencatat hari kegiatannya.' }],
  ] as const)('%s is answered for "%s" as the first time', async (name, action, sent) => {
    const { as, id } = await atWork()
    const browser = await as(name)
    await send(browser, `/laporan/${id}/${action}`, sent).expect(303)

    const again = await send(browser, `/laporan/${id}/${action}`, sent).expect(303)

    expect(again.headers.location).toBe(`/laporan/${id}`)
    expect(await store.db.auditEntry.count({ where: { subject: id, action: { startsWith: 'report.' } } })).toBe(2)
  })

  it('the address of a draft that was sent leads to its report, for its writer alone', async () => {
    const { as } = await atWork()
    const [asBudi, asSari] = [await as('budi'), await as('sari')]
    const wire = penyuluhan({ laporanId: randomUUID(), tempat: 'Aula kelurahan', pukul: '08:00' })
    await postForm(asBudi, '/laporan/penyuluhan', { ...wire, aksi: 'simpan' }).expect(303)
    const sent = { ...wire, serupa: 'berbeda', materi: 'Bahaya narkoba bagi anak sekolah dan cara melapor.' }
    await postForm(asBudi, '/laporan/penyuluhan', { ...sent, aksi: 'kirim' }, [await photo('#aa5500')]).expect(303)

    const { headers } = await asBudi.get(`/draf/${wire.laporanId}`).expect(303)

    expect(headers.location).toBe(`/laporan/${wire.laporanId}`)
    await send(asBudi, `/draf/${wire.laporanId}/penghapusan`, {}).expect(303)
    await asSari.get(`/draf/${wire.laporanId}`).expect(404)
    await asBudi.get(`/draf/${randomUUID()}`).expect(404)
  })
})
