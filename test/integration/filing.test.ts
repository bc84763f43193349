import { randomUUID } from 'node:crypto'
import { cast } from '../support/cast.ts'
import { filedTalk, household, kunjungan, penyuluhan, photo, postForm, sendAnswering } from '../support/filing.ts'
import { roomy, site } from '../support/site.ts'
import { store } from '../support/store.ts'

describe('filing a report', () => {
  it('keeps the answers, the unit of the day, the tally, an audit entry and an event', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const wire = penyuluhan({ aksi: 'kirim' })

    const { headers } = await postForm(asBudi, '/laporan/penyuluhan', wire, [await photo()]).expect(303)

    expect(headers.location).toBe(`/laporan/${wire.laporanId}/tanda-terima`)
    expect(await store.db.report.findFirst()).toMatchObject({
      id: wire.laporanId,
      number: 'BINLUH/0001/KESAMBI/XI/2026',
      typeKey: 'penyuluhan',
      unitPath: '/jabar/cirebon-kota/kesambi/',
      state: 'submitted',
      answers: { tema: 'siskamling', jumlahPeserta: 25, rw: 7, rt: null, pertanyaan: null, posisiAlasan: null },
      sums: { jumlahPeserta: 25 },
      narrative: wire.materi,
      priority: 0,
    })
    expect(await store.db.photo.findMany()).toMatchObject([{ ordinal: 1, width: 640, height: 480 }])
    expect(await store.db.parkedPhoto.count()).toBe(0)
    expect(await store.db.dailyTally.findMany()).toMatchObject([
      {
        authorId: budi.id,
        typeKey: 'penyuluhan',
        state: 'submitted',
        reports: 1,
        late: 0,
        sums: { jumlahPeserta: 25 },
      },
    ])
    expect(await store.db.auditEntry.findMany({ where: { action: 'report.filed' } })).toMatchObject([
      { actorId: budi.id, subject: wire.laporanId },
    ])
    expect(await store.db.outboxEvent.findMany()).toMatchObject([{ name: 'report.filed', doneAt: null }])
  })

  it('shows the receipt with number, code and time, and the same one each time', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const id = await filedTalk(asBudi)

    const first = await asBudi.get(`/laporan/${id}/tanda-terima`).expect(200)
    const second = await asBudi.get(`/laporan/${id}/tanda-terima`).expect(200)

    const { checkCode } = await store.db.report.findFirstOrThrow()
    expect(first.text).toContain('BINLUH/<wbr>0001/<wbr>KESAMBI/<wbr>XI/<wbr>2026')
    expect(first.text).toContain(`${checkCode.slice(0, 3)}-${checkCode.slice(3)}`)
    expect(first.text).toContain('24 Nov 2026, 09.42 WIB, tepat waktu')
    expect(second.text).toBe(first.text)
  })

  it('shows the form again, with what was typed and why it was refused', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const wire = penyuluhan({ aksi: 'periksa', jumlahPeserta: '9000', tempat: '<b>Balai</b>', materi: 'Ronda' })

    const { text } = await postForm(asBudi, '/laporan/penyuluhan', wire, [await photo()]).expect(422)

    expect(text).toContain('<title>Kesalahan: Penyuluhan')
    expect(text).toContain('Ada 2 isian yang perlu diperbaiki')
    expect(text).toContain('Jumlah peserta paling banyak 5000')
    expect(text).toContain('Materi yang disampaikan minimal 50 karakter. Sekarang 5')
    expect(text).toContain('value="&lt;b&gt;Balai&lt;/b&gt;"')
    expect(text).toContain(String(wire.laporanId))
    expect(text).toContain('name="fotoHash"')
    expect(await store.db.report.count()).toBe(0)
  })

  it('names what is wrong in the order of the page', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const wire = penyuluhan({ aksi: 'periksa', pukul: '23:00', materi: 'Ronda', tindakLanjut: '' })

    const { text } = await postForm(asBudi, '/laporan/penyuluhan', wire).expect(422)

    const named = [...text.matchAll(/<a href="#f-(\w+)">/g)].map(([, name]) => name)
    expect(named).toEqual(['pukul', 'materi', 'foto', 'tindakLanjut'])
  })

  it('checks the answers first, and sends what was checked', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const home = await household(store.db, budi)
    const wire = kunjungan(home.id, { aksi: 'periksa' })

    const check = await postForm(asBudi, '/laporan/kunjungan-warga', wire, [await photo()]).expect(200)
    const sent = hiddenIn(check.text)
    await asBudi
      .post('/laporan/kunjungan-warga')
      .type('form')
      .send({ ...sent, aksi: 'kirim' })
      .expect(303)

    expect(check.text).toContain('Siti Rohmah, RT 003 RW 007')
    expect(await store.db.report.findFirst()).toMatchObject({
      id: wire.laporanId,
      entryId: home.id,
      villageCode: '32.74.05.1002',
      answers: {
        pendapat: [
          { jenis: 'keluhan', bidang: 'keamanan', uraian: 'Motor tetangga hilang Minggu malam dari teras rumah.' },
        ],
        tindakLanjutBatas: '2026-12-01',
        namaPenerima: null,
      },
    })
    expect(await store.db.photo.count()).toBe(1)
  })

  it('answers a repeated send with the same receipt and one report', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store, { limits: roomy }).as(budi)
    const wire = penyuluhan({ aksi: 'kirim' })
    const body = await photo()

    const sends = Array.from({ length: 50 }, () => postForm(asBudi, '/laporan/penyuluhan', wire, [body]))
    const answers = await Promise.all(sends)

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
    expect(await store.db.report.count()).toBe(1)
    expect(await store.db.photo.count()).toBe(1)
    expect(await store.db.reportConflict.count()).toBe(0)
    expect(await store.db.auditEntry.count({ where: { action: 'report.filed' } })).toBe(1)
    expect(await store.db.dailyTally.findMany()).toMatchObject([{ reports: 1 }])
  })

  it('keeps other content under a taken id aside, and says so', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const id = await filedTalk(asBudi)

    await postForm(asBudi, '/laporan/penyuluhan', penyuluhan({ laporanId: id, aksi: 'kirim', jumlahPeserta: '30' }), [
      await photo(),
    ]).expect(303)

    const { text } = await asBudi.get(`/laporan/${id}/tanda-terima`).expect(200)
    expect(text).toContain('Isi yang baru disimpan terpisah')
    expect(await store.db.report.findMany()).toMatchObject([{ answers: { jumlahPeserta: 25 } }])
    expect(await store.db.reportConflict.findMany()).toMatchObject([{ reportId: id, answers: { jumlahPeserta: 30 } }])
  })

  it('shows what was kept aside to those who read the report, with its photo, for as long as the report stands', async () => {
    const { budi, agus, joko } = await cast(store.db)
    const { as } = site(store)
    const asBudi = await as(budi)
    const id = await filedTalk(asBudi)
    const [asAgus, asJoko] = [await as(agus), await as(joko)]
    await asAgus.get(`/laporan/${id}/kiriman-lain`).expect(404)
    const second = penyuluhan({ laporanId: id, aksi: 'kirim', jumlahPeserta: '30' })
    for (let sends = 0; sends < 3; sends += 1)
      await postForm(asBudi, '/laporan/penyuluhan', second, [await photo('#225588')]).expect(303)

    for (const browser of [asBudi, asAgus]) {
      expect((await browser.get(`/laporan/${id}`)).text).toContain('Ada kiriman lain dengan isi berbeda')
      const { text } = await browser.get(`/laporan/${id}/kiriman-lain`).expect(200)
      expect(text).toContain('Berbeda pada: Jumlah peserta.')
      const [, picture] = [...text.matchAll(/src="(\/laporan\/[^"]+)"/g)].map(([, src]) => src!)
      await browser.get(picture!).expect(200).expect('Content-Type', 'image/jpeg')
      await asJoko.get(picture!).expect(404)
    }
    await asJoko.get(`/laporan/${id}/kiriman-lain`).expect(404)
    expect(await store.db.parkedPhoto.count()).toBe(0)
    expect(await store.db.auditEntry.count({ where: { action: 'report.conflicted' } })).toBe(1)
    expect(await store.db.photo.findMany({ orderBy: { ordinal: 'asc' } })).toMatchObject([
      { ordinal: 1 },
      { ordinal: null },
    ])
  })

  it('names the household of what was kept aside, and none of another village', async () => {
    const { budi, sari } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const [first, near] = [await household(store.db, budi), await household(store.db, budi, { name: 'Bu Tarwi' })]
    const far = await household(store.db, sari, { name: 'Pak Kasim' })
    const wire = kunjungan(first.id, { aksi: 'kirim' })
    for (const keluarga of [first.id, near.id, far.id])
      await sendAnswering(asBudi, '/laporan/kunjungan-warga', { ...wire, keluarga }, [await photo()])

    const { text } = await asBudi.get(`/laporan/${String(wire.laporanId)}/kiriman-lain`).expect(200)

    expect(text).toContain('Bu Tarwi')
    expect(text).not.toContain('Pak Kasim')
  })

  it('does not let another officer use the id of a report', async () => {
    const { budi, sari } = await cast(store.db)
    const { as } = site(store)
    const id = await filedTalk(await as(budi))

    const wire = penyuluhan({ laporanId: id, aksi: 'kirim', wilayah: '32.09.12.2001' })
    await postForm(await as(sari), '/laporan/penyuluhan', wire, [await photo('#112233')]).expect(303)

    expect(await store.db.report.findUnique({ where: { id } })).toMatchObject({ authorId: budi.id })
    expect(await store.db.report.findMany({ where: { id: { not: id } } })).toMatchObject([{ authorId: sari.id }])
    expect(await store.db.reportConflict.count()).toBe(0)
  })

  it('knows whose village and whose household it is', async () => {
    const { budi, sari } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const far = await household(store.db, sari)

    const talk = await postForm(
      asBudi,
      '/laporan/penyuluhan',
      penyuluhan({ aksi: 'kirim', wilayah: '32.09.12.2001' }),
      [await photo()],
    ).expect(422)
    const visit = await postForm(asBudi, '/laporan/kunjungan-warga', kunjungan(far.id, { aksi: 'kirim' }), [
      await photo(),
    ]).expect(422)

    expect(talk.text).toContain('Pilih kelurahan atau desa binaan Anda')
    expect(visit.text).toContain('Keluarga ini di luar wilayah Anda')
    expect(visit.text).not.toContain('Siti Rohmah')
    expect(await store.db.report.count()).toBe(0)
  })

  it('counts the visits of a household by itself', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const home = await household(store.db, budi)
    const [first, second] = [
      kunjungan(home.id, { aksi: 'kirim', tanggal: '2026-11-20' }),
      kunjungan(home.id, { aksi: 'kirim' }),
    ]

    for (const wire of [second, first])
      expect((await sendAnswering(asBudi, '/laporan/kunjungan-warga', wire, [await photo()])).status).toBe(303)

    const { text } = await asBudi.get(`/laporan/${second.laporanId}`).expect(200)
    expect(text.replace(/\s+/g, ' ')).toMatch(/Kunjungan ke<\/dt> <dd>2</)
  })

  it('marks a report late that is written after the end of the next day, and takes it all the same', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)

    const onTime = await filedTalk(asBudi, { tanggal: '2026-11-23' })
    const late = await filedTalk(asBudi, { tanggal: '2026-11-22' })

    expect((await asBudi.get(`/laporan/${onTime}`)).text).toContain('tepat waktu')
    expect((await asBudi.get(`/laporan/${late}`)).text).toContain('terlambat')
    expect(await store.db.dailyTally.findMany({ orderBy: { occurredOn: 'asc' } })).toMatchObject([
      { late: 1 },
      { late: 0 },
    ])
  })
})

describe('a form without JavaScript', () => {
  it('adds and takes away an opinion, and loses nothing', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const home = await household(store.db, budi)
    const wire = kunjungan(home.id)

    const more = await postForm(asBudi, '/laporan/kunjungan-warga', { ...wire, aksi: 'tambah:pendapat' }).expect(200)
    const second = {
      'pendapat.1.jenis': 'harapan',
      'pendapat.1.bidang': 'sosbud',
      'pendapat.1.uraian': 'Ada taman bermain untuk anak-anak.',
    }
    const less = await postForm(asBudi, '/laporan/kunjungan-warga', {
      ...wire,
      ...second,
      aksi: 'hapus:pendapat:0',
    }).expect(200)

    expect(more.text).toContain('Pendapat 2')
    expect(more.text).toContain('Motor tetangga hilang')
    expect(less.text).not.toContain('Motor tetangga hilang')
    expect(less.text).toContain('Ada taman bermain')
    expect(less.text).toContain('Pasang kunci ganda')
  })

  it('keeps a draft, leads through the choice of a household, and comes back with everything', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const home = await household(store.db, budi)
    const wire = kunjungan('', { aksi: 'pilih:keluarga' })

    const away = await postForm(asBudi, '/laporan/kunjungan-warga', wire, [await photo()]).expect(303)
    const search = await asBudi.get(`${away.headers.location}&cari=siti`).expect(200)
    await asBudi.post(`/draf/${wire.laporanId}/entri`).type('form').send({ entri: home.id }).expect(303)
    const { text } = await asBudi.get(`/draf/${wire.laporanId}`).expect(200)

    expect(search.text).toContain('Siti Rohmah')
    expect(text).toContain(home.id)
    expect(text).toContain('Motor tetangga hilang')
    expect(text).toContain('name="fotoHash"')
  })

  it('lists a draft on the home page and forgets it once it is sent', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const wire = penyuluhan()

    await postForm(asBudi, '/laporan/penyuluhan', { ...wire, aksi: 'simpan' }).expect(303)
    const before = await asBudi.get('/').expect(200)
    await postForm(asBudi, '/laporan/penyuluhan', { ...wire, aksi: 'kirim' }, [await photo()]).expect(303)

    expect(before.text).toContain(`/draf/${wire.laporanId}`)
    expect(await store.db.draft.count()).toBe(0)
  })
})

describe('bad input', () => {
  it.each([
    ['a kind that does not exist', '/laporan/tidak-ada', {}, 404],
    ['no id', '/laporan/penyuluhan', { laporanId: 'x' }, 400],
    ['arrays for single answers', '/laporan/penyuluhan', { tempat: ['a', 'b'], aksi: 'periksa' }, 422],
    ['an option of another list', '/laporan/penyuluhan', { tema: 'constructor', aksi: 'periksa' }, 422],
    ['a day that does not exist', '/laporan/penyuluhan', { tanggal: '2026-02-31', aksi: 'periksa' }, 422],
    ['tomorrow', '/laporan/penyuluhan', { tanggal: '2026-11-25', aksi: 'periksa' }, 422],
    ['later today', '/laporan/penyuluhan', { pukul: '23:00', aksi: 'periksa' }, 422],
    ['a placeholder', '/laporan/penyuluhan', { tempat: '...', aksi: 'periksa' }, 422],
    ['a household that is none', '/laporan/kunjungan-warga', { keluarga: randomUUID(), aksi: 'periksa' }, 422],
  ])('%s is answered clearly and nothing is stored', async (_, path, own, status) => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)

    await postForm(asBudi, path, penyuluhan(own as Record<string, string>), [await photo()]).expect(status)

    expect(await store.db.report.count()).toBe(0)
  })

  it('drops fields that were not declared', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)

    await filedTalk(asBudi, { state: 'verified', authorId: randomUUID(), __proto__x: '1', answers: 'x' })

    const { answers, state, authorId } = await store.db.report.findFirstOrThrow()
    expect(state).toBe('submitted')
    expect(authorId).toBe(budi.id)
    expect(Object.keys(answers as object)).not.toEqual(
      expect.arrayContaining(['state', 'authorId', '__proto__x', 'answers']),
    )
  })

  it('keeps no control sign, and the text around it', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const wire = penyuluhan({ aksi: 'kirim', tempat: 'Balai\u0001 RW' })

    await postForm(asBudi, '/laporan/penyuluhan', wire, [await photo()]).expect(303)

    expect(await store.db.report.findFirst()).toMatchObject({ answers: { tempat: 'Balai RW' } })
  })
})

/** The hidden fields of a page's form, as a browser would send them. */
function hiddenIn(html: string): Record<string, string | string[]> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name, value]) => [name!, unescaped(value!)] as const,
  )
  const sent: Record<string, string | string[]> = {}
  for (const [name, value] of fields) sent[name] = name in sent ? [sent[name]!, value].flat() : value
  return sent
}

const unescaped = (text: string) =>
  text
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
