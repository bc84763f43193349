import { randomUUID } from 'node:crypto'
import { cast, type Name } from '../support/cast.ts'
import { photo, postForm } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

type Wire = Record<string, string>

const line = 'Ronda malam bersama warga RW 07, situasi aman.'

const kilat = (own: Wire = {}): Wire => ({
  laporanId: randomUUID(),
  aksi: 'kirim',
  jenis: 'penyuluhan',
  wilayah: '32.74.05.1002',
  tanggal: '2026-11-24',
  pukul: '09:30',
  kilat: line,
  ...own,
})

async function atWork() {
  const people = await cast(store.db)
  const { as, clock } = site(store)
  return { ...people, as, clock, asBudi: await as(people.budi) }
}

describe('a brief report', () => {
  it('asks five things, and says the village when there is only one', async () => {
    const { asBudi } = await atWork()

    const { text } = await asBudi.get('/laporan/kilat').expect(200)

    const shown = text.replace(/<template[\s\S]*?<\/template>/g, '')
    const names = [...shown.matchAll(/<(?:input|select|textarea)\b[^>]*name="(\w+)"/g)].map(([, name]) => name)
    expect(new Set(names.filter((name) => !/laporanId|versiFormulir|bahasa|kembali/.test(name!)))).toEqual(
      new Set(['jenis', 'wilayah', 'tanggal', 'pukul', 'kilat', 'foto']),
    )
    expect(text).toMatch(/<output[^>]*>Kel\. Sunyaragi<\/output>/)
    expect(text).toContain('value="2026-11-24"')
    expect(text).toContain('value="09:42"')
    expect(text).toContain('Lengkapi sebelum besok pukul 23.59.')
  })

  it('is filed with number, code, photo, tally, audit entry and event, in time', async () => {
    const { budi, asBudi } = await atWork()
    const wire = kilat()

    const { headers } = await postForm(asBudi, '/laporan/kilat', wire, [await photo()]).expect(303)

    expect(headers.location).toBe(`/laporan/${wire.laporanId}/tanda-terima`)
    expect(await store.db.report.findFirst()).toMatchObject({
      id: wire.laporanId,
      number: 'BINLUH/0001/KESAMBI/XI/2026',
      typeKey: 'penyuluhan',
      state: 'brief',
      villageCode: '32.74.05.1002',
      entryId: null,
      narrative: line,
      sums: {},
      completedAt: null,
      answers: { tanggal: '2026-11-24', pukul: '09:30', wilayah: '32.74.05.1002', kilat: line },
      writtenAt: new Date('2026-11-24T09:42:00+07:00'),
    })
    expect(await store.db.photo.count()).toBe(1)
    expect(await store.db.parkedPhoto.count()).toBe(0)
    expect(await store.db.dailyTally.findMany()).toMatchObject([{ state: 'brief', reports: 1, late: 0 }])
    expect(await store.db.auditEntry.findMany({ where: { action: 'report.filed' } })).toMatchObject([
      { actorId: budi.id, subject: wire.laporanId },
    ])
    expect(await store.db.outboxEvent.findMany()).toMatchObject([{ name: 'report.filed' }])
  })

  it('needs no photo, and no household for a visit', async () => {
    const { asBudi } = await atWork()

    await postForm(asBudi, '/laporan/kilat', kilat({ jenis: 'kunjungan-warga' })).expect(303)

    expect(await store.db.report.findFirst()).toMatchObject({ typeKey: 'kunjungan-warga', entryId: null })
  })

  it('shows a receipt that says until when, and offers the completion', async () => {
    const { budi, as, asBudi, clock } = await atWork()
    const wire = kilat()
    await postForm(asBudi, '/laporan/kilat', wire).expect(303)

    const { text } = await asBudi.get(`/laporan/${wire.laporanId}/tanda-terima`).expect(200)
    clock.set('2026-11-26T08:00:00+07:00')
    const later = await (await as(budi)).get(`/laporan/${wire.laporanId}/tanda-terima`)

    expect(text).toContain('Kilat diterima 09.42, tepat waktu.')
    expect(text).toContain('Lengkapi sebelum besok pukul 23.59.')
    expect(text.replaceAll('<wbr>', '')).toContain('BINLUH/0001/KESAMBI/XI/2026')
    expect(later.text).toContain('Lengkapi sebelum 25 Nov 2026, 23.59 WIB.')
  })

  it('is one report with one receipt, however often it is sent', async () => {
    const { asBudi } = await atWork()
    const wire = kilat()
    const body = await photo()

    const sends = Array.from({ length: 10 }, () => postForm(asBudi, '/laporan/kilat', wire, [body]))
    const answers = await Promise.all(sends)

    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`)).size).toBe(1)
    expect(await store.db.report.count()).toBe(1)
    expect(await store.db.reportConflict.count()).toBe(0)
  })

  it('keeps other content under its id aside', async () => {
    const { asBudi } = await atWork()
    const wire = kilat()
    await postForm(asBudi, '/laporan/kilat', wire).expect(303)
    await postForm(asBudi, '/laporan/kilat', { ...wire, kilat: 'Mendatangi kecelakaan di simpang empat.' }).expect(303)

    expect(await store.db.report.findMany()).toMatchObject([{ answers: { kilat: line } }])
    expect(await store.db.reportConflict.count()).toBe(1)
  })

  it.each([
    ['no kind', { jenis: '' }, 'Pilih jenis kegiatan'],
    ['a kind that does not exist', { jenis: 'kilat' }, 'Jenis kegiatan'],
    ['a line too short', { kilat: 'Ronda' }, 'Satu kalimat minimal 10 karakter'],
    ['a line too long', { kilat: 'Ronda malam. '.repeat(20) }, 'Satu kalimat paling banyak 200 karakter'],
    ['a placeholder', { kilat: '..........' }, 'Satu kalimat'],
    ['another village', { wilayah: '32.09.12.2001' }, 'Pilih kelurahan atau desa binaan Anda'],
    ['later today', { pukul: '23:00' }, 'Pukul kegiatan tidak boleh setelah sekarang'],
    ['tomorrow', { tanggal: '2026-11-25' }, 'Tanggal'],
  ])('with %s is shown again with everything typed', async (_, own, sentence) => {
    const { asBudi } = await atWork()
    const wire = kilat(own)

    const { text } = await postForm(asBudi, '/laporan/kilat', wire, [await photo()]).expect(422)

    expect(text).toContain('<title>Kesalahan: Laporan kilat')
    expect(text).toContain(sentence)
    expect(text).toContain(wire.kilat)
    expect(text).toContain(wire.laporanId)
    expect(text).toContain('name="fotoHash"')
    expect(await store.db.report.count()).toBe(0)
  })

  it('takes one photo, and gives it back', async () => {
    const { asBudi } = await atWork()
    const wire = kilat()
    const two = await postForm(asBudi, '/laporan/kilat', wire, [await photo(), await photo('#225588')]).expect(422)
    const hashes = [...two.text.matchAll(/name="fotoHash" value="(\w+)"/g)].map(([, hash]) => hash!)
    const one = await postForm(asBudi, '/laporan/kilat', { ...wire, aksi: `hapus-foto:${hashes[0]}` }).expect(200)

    expect(hashes).toHaveLength(2)
    expect(one.text).toContain(hashes[1])
    expect(one.text).not.toContain(hashes[0])
    expect(await store.db.report.count()).toBe(0)
  })

  it('that is late is asked why in its own form, once, and is filed with the reason', async () => {
    const { asBudi } = await atWork()
    const wire = kilat({ tanggal: '2026-11-22' })

    expect((await asBudi.get('/laporan/kilat').expect(200)).text).not.toContain('tanda.terlambat')
    const open = await postForm(asBudi, '/laporan/kilat', wire, [await photo()]).expect(422)
    expect(await store.db.report.count()).toBe(0)
    const answered = { ...formIn(open.text), 'tanda.terlambat': 'tanpa-sinyal', aksi: 'kirim' }
    await asBudi.post('/laporan/kilat').type('form').send(answered).expect(303)

    expect(open.text).toContain('lewat batas 23 Nov 2026, 23.59 WIB. Tetap diterima, pilih alasannya.')
    expect(open.text).toContain('href="#f-tanda-terlambat"')
    expect(await store.db.report.findMany({ include: { photos: true } })).toMatchObject([
      { id: wire.laporanId, state: 'brief', lateReason: 'tanpa-sinyal', photos: [{ ordinal: 1 }] },
    ])
  })

  it('waits for its author, not for a reviewer, and may be cancelled', async () => {
    const { asBudi, agus, as } = await atWork()
    const wire = kilat()
    await postForm(asBudi, '/laporan/kilat', wire).expect(303)
    const asAgus = await as(agus)

    expect((await asAgus.get('/antrean')).text).not.toContain(line)
    expect((await asAgus.get('/laporan?keadaan=kilat')).text).toContain('Kilat, belum lengkap')
    const { text } = await asAgus.get(`/laporan/${wire.laporanId}`).expect(200)
    expect(text).toContain(line)
    expect(text).not.toContain(`/laporan/${wire.laporanId}/verifikasi`)
    await asAgus.post(`/laporan/${wire.laporanId}/verifikasi`).type('form').send({ versi: '1' }).expect(403)
    const reason = { alasan: 'Salah memilih jenis kegiatan' }
    await asBudi.post(`/laporan/${wire.laporanId}/pembatalan`).type('form').send(reason).expect(303)
    expect(await store.db.report.findFirst()).toMatchObject({ state: 'cancelled' })
  })

  it('is not shown to the neighbour, whose id it cannot become either', async () => {
    const { asBudi, sari, as } = await atWork()
    const wire = kilat()
    await postForm(asBudi, '/laporan/kilat', wire).expect(303)
    const asSari = await as(sari)

    await asSari.get(`/laporan/${wire.laporanId}`).expect(404)
    await postForm(asSari, '/laporan/kilat', {
      ...wire,
      wilayah: '32.09.12.2001',
      kilat: 'Sambang warga Setupatok, situasi aman.',
    }).expect(303)
    await asSari.get(`/laporan/${wire.laporanId}`).expect(404)
    expect((await asSari.get('/laporan')).text).not.toContain(line)
  })

  it.each(['hendra', 'agus', 'dewi', 'rini'] as Name[])('is not for %s', async (name) => {
    const { as, ...people } = await atWork()

    await (await as(people[name])).get('/laporan/kilat').expect(403)
  })
})
