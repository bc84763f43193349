import { nikLocation } from '../../src/officers/register/register.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { cast, type Player } from '../support/cast.ts'
import { household } from '../support/filing.ts'
import { aDraft } from '../support/makers.ts'
import { secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const nik = '3274054107850001'

const newOne = (own: Record<string, string> = {}) => ({
  wilayah: '32.74.05.1002',
  nama: 'Siti Rohmah',
  rt: '3',
  rw: '7',
  alamat: '',
  pekerjaan: 'Pedagang',
  penghuni: '4',
  hp: '0812-3456-7890',
  darurat: '',
  nik: '',
  aksi: 'simpan',
  ...own,
})

async function atWork() {
  const people = await cast(store.db)
  const here = site(store)
  return { ...people, here, as: here.as, browser: await here.as(people.budi) }
}

const stored = () => store.db.registerEntry.findMany()

describe('the register of households', () => {
  it.each([
    ['siti rohmah', true],
    ['SITI', true],
    ['rohma', true],
    ['Siti Rohma', true],
    ['Sity Rohmah', true],
    ['rt 3', true],
    ['RT003', true],
    ['3', true],
    ['rt 4', false],
    ['Joko', false],
    ['%', false],
    ['_', false],
    ['', true],
  ])('is searched for "%s" as people spell', async (text, isFound) => {
    const { browser, budi } = await atWork()
    await household(store.db, budi)

    const { text: page } = await browser.get('/warga').query({ cari: text }).expect(200)

    expect(page.includes('RT 003 RW 007')).toBe(isFound)
  })

  it('shows the households of the own villages only', async () => {
    const { browser, sari, budi, as } = await atWork()
    await household(store.db, sari, { name: 'Wawan Setupatok' })
    await household(store.db, budi, { name: 'Wawan Sunyaragi' })

    const mine = await browser.get('/warga?cari=wawan').expect(200)
    const hers = await (await as(sari)).get('/warga?cari=wawan').expect(200)

    expect(mine.text).toContain('Wawan Sunyaragi')
    expect(mine.text).not.toContain('Wawan Setupatok')
    expect(hers.text).not.toContain('Wawan Sunyaragi')
  })

  it('does not know another officer’s draft', async () => {
    const { browser, sari } = await atWork()
    const { id } = await aDraft(store, sari)

    await browser.get('/warga').query({ draf: id }).expect(404)
    await browser.get('/warga/baru').query({ draf: id }).expect(404)
    await browser
      .post('/warga')
      .type('form')
      .send({ ...newOne(), draf: id })
      .expect(404)

    expect(await stored()).toEqual([])
  })
})

describe('a new household', () => {
  it('is kept with its numbers as numbers, remembered, and leads to its visit', async () => {
    const { browser, budi } = await atWork()

    const { headers } = await browser.post('/warga').type('form').send(newOne()).expect(303)

    const [one] = await stored()
    expect(one).toMatchObject({
      name: 'Siti Rohmah',
      rt: 3,
      rw: 7,
      details: { pekerjaan: 'Pedagang', penghuni: 4 },
      phone: '+6281234567890',
      nikSealed: null,
    })
    expect(headers.location).toBe(`/laporan/kunjungan-warga/baru?entri=${one!.id}`)
    const { text } = await browser.get(String(headers.location)).expect(200)
    expect(text).toContain('Siti Rohmah')
    expect(await store.db.auditEntry.findMany({ where: { action: 'entry.registered' } })).toMatchObject([
      { actorId: budi.id, subject: one!.id, details: { kind: 'keluarga', village: '32.74.05.1002' } },
    ])
  })

  it.each(['siti rohmah', ' Siti   Rohmah '])('is not made twice: %s', async (nama) => {
    const { browser, budi } = await atWork()
    await household(store.db, budi)

    const { text } = await browser.post('/warga').type('form').send(newOne({ nama })).expect(422)

    expect(text).toContain('<title>Kesalahan')
    expect(await stored()).toHaveLength(1)
  })

  it('of the same name in another RT is another', async () => {
    const { browser, budi } = await atWork()
    await household(store.db, budi)

    await browser
      .post('/warga')
      .type('form')
      .send(newOne({ rt: '4' }))
      .expect(303)

    expect(await stored()).toHaveLength(2)
  })

  it.each([
    ['a village of somebody else', { wilayah: '32.09.12.2001' }],
    ['no name', { nama: '' }],
    ['a name of one letter', { nama: 'S' }],
    ['a name with digits', { nama: 'Siti 123' }],
    ['an RT of 0', { rt: '0' }],
    ['an RT of 1000', { rt: '1000' }],
    ['31 residents', { penghuni: '31' }],
    ['a phone that is none', { hp: '12345' }],
    ['a NIK of 15 digits', { nik: nik.slice(1) }],
    ['a NIK with a month 13', { nik: '3274054113850001' }],
    ['a NIK of no province', { nik: '0074054107850001' }],
  ])('with %s is asked for again, with what was typed', async (_, own) => {
    const { browser } = await atWork()

    const { text } = await browser
      .post('/warga')
      .type('form')
      .send(newOne({ pekerjaan: 'Nelayan', ...own }))
      .expect(422)

    expect(text).toContain('Nelayan')
    expect(await stored()).toEqual([])
  })

  it('has its NIK sealed: the table does not say it, its own row opens it, no other does', async () => {
    const { browser } = await atWork()
    await browser
      .post('/warga')
      .type('form')
      .send(newOne({ nik: '3274 0541 0785 0001' }))
      .expect(303)

    const [one] = await stored()
    const [{ dump }] = (await store.db.$queryRaw`SELECT string_agg(h::text, ' ') AS dump FROM register_entry h`) as [
      { dump: string },
    ]
    const [{ audit }] = (await store.db.$queryRaw`SELECT string_agg(a::text, ' ') AS audit FROM audit_entry a`) as [
      { audit: string },
    ]

    const sealing = cipherOf(secrets.data)
    for (const hidden of [nik, Buffer.from(nik).toString('hex')]) {
      expect(dump).not.toContain(hidden)
      expect(audit).not.toContain(hidden)
    }
    expect(sealing.decrypt(one!.nikSealed!, nikLocation(one!.id))).toBe(nik)
    expect(Buffer.from(one!.nikIndex!)).toEqual(Buffer.from(sealing.index(nik)))
    expect(() => sealing.decrypt(one!.nikSealed!, nikLocation('another'))).toThrow(/sealBroken/)
    expect(() => cipherOf('another secret').decrypt(one!.nikSealed!, nikLocation(one!.id))).toThrow(/sealBroken/)
  })
})

describe('a NIK that is known', () => {
  it('is not registered twice, whoever asks', async () => {
    const { browser } = await atWork()
    await browser.post('/warga').type('form').send(newOne({ nik })).expect(303)

    const { text } = await browser
      .post('/warga')
      .type('form')
      .send(newOne({ nama: 'Rohmah Siti', nik, ganda: 'tetap' }))
      .expect(422)

    expect(text).toContain('NIK ini sudah tercatat pada keluarga lain')
    expect(await stored()).toHaveLength(1)
  })

  /** A household with this NIK in a village of Sari, whom Budi may not read of. */
  const atSari = async (sari: Player) => {
    const sealing = cipherOf(secrets.data)
    const { id } = await household(store.db, sari, { name: 'Karsinah' })
    const data = { nikSealed: sealing.encrypt(nik, nikLocation(id)), nikIndex: sealing.index(nik) }
    return store.db.registerEntry.update({ where: { id }, data })
  }

  it('in a village of somebody else is told by no form: right or wrong, it is answered like one that nobody has', async () => {
    const { browser, sari } = await atWork()
    await atSari(sari)

    const bare = await browser.post('/warga').type('form').send({ nik }).expect(422)
    const wrong = await browser
      .post('/warga')
      .type('form')
      .send(newOne({ nik, nama: '' }))
      .expect(422)

    for (const { text } of [bare, wrong]) expect(text).not.toContain('sudah tercatat')
    await browser.post('/warga').type('form').send(newOne({ nik })).expect(303)
    expect(await stored()).toHaveLength(2)
    expect(await store.db.auditEntry.count({ where: { action: 'nik.met' } })).toBe(0)
  })

  it('of an own village is told only by a form that is right in all else, and each time is in the audit', async () => {
    const { browser, budi } = await atWork()
    await browser.post('/warga').type('form').send(newOne({ nik })).expect(303)
    const [first] = await stored()

    const bare = await browser.post('/warga').type('form').send({ nik }).expect(422)
    await browser
      .post('/warga')
      .type('form')
      .send(newOne({ nama: 'Rohmah Siti', nik, ganda: 'tetap' }))
      .expect(422)

    expect(bare.text).not.toContain('sudah tercatat')
    const told = await store.db.auditEntry.findMany({ where: { action: 'nik.met' } })
    expect(told).toMatchObject([{ actorId: budi.id, subject: first!.id }])
    expect(JSON.stringify(told[0]!.details)).not.toContain(nik)
  })

  it('is told twenty times an hour, then no form with a NIK is judged, and one without is kept', async () => {
    const { browser, here } = await atWork()
    await browser.post('/warga').type('form').send(newOne({ nik })).expect(303)
    const names = Array.from({ length: 30 }, (_, at) => `Warga ${String.fromCharCode(65 + at)}ndra`)
    const told = await Promise.all(
      names.slice(0, 26).map((nama) =>
        browser
          .post('/warga')
          .type('form')
          .send(newOne({ nama, nik, ganda: 'tetap' })),
      ),
    )
    const unknown = newOne({ nama: 'Orang Baru', nik: '3274054107850002', ganda: 'tetap' })

    const refused = await browser.post('/warga').type('form').send(unknown).expect(422)

    expect(told.filter(({ text }) => text.includes('sudah tercatat pada keluarga lain'))).toHaveLength(20)
    expect(refused.text).toContain('Kosongkan NIK untuk menyimpan sekarang')
    await browser
      .post('/warga')
      .type('form')
      .send({ ...unknown, nik: '' })
      .expect(303)
    here.clock.forward(61)
    await browser
      .post('/warga')
      .type('form')
      .send({ ...unknown, nama: 'Orang Lain' })
      .expect(303)
  })
})

describe('a household that may be there already', () => {
  it('is asked about before it is registered, with a way to the one that is there', async () => {
    const { browser, budi } = await atWork()
    const { id } = await household(store.db, budi)

    const { text } = await browser
      .post('/warga')
      .type('form')
      .send(newOne({ nama: 'Sity Rohma' }))
      .expect(200)

    expect(text).toContain('Mungkin sudah tercatat')
    expect(text).toContain(`href="/warga/${id}"`)
    expect(text).toContain('value="Sity Rohma"')
    expect(text).toMatch(/name="ganda" value="tetap"[^>]*>Tetap catat baru/)
    expect(await stored()).toHaveLength(1)
  })

  it('is registered when it is another', async () => {
    const { browser, budi } = await atWork()
    await household(store.db, budi)

    await browser
      .post('/warga')
      .type('form')
      .send(newOne({ nama: 'Sity Rohma', ganda: 'tetap' }))
      .expect(303)

    expect(await stored()).toHaveLength(2)
  })

  it('can be chosen for the draft that it is looked for, without a script', async () => {
    const { browser, budi } = await atWork()
    const { id } = await household(store.db, budi)
    const draft = await aDraft(store, budi, {})
    await store.db.draft.update({ where: { id: draft.id }, data: { typeKey: 'kunjungan-warga' } })

    const { text } = await browser
      .post('/warga')
      .type('form')
      .send({ ...newOne({ nama: 'Sity Rohma' }), draf: draft.id })
      .expect(200)

    expect(text).toContain(`formaction="/draf/${draft.id}/entri" name="entri" value="${id}"`)
    await browser.post(`/draf/${draft.id}/entri`).type('form').send({ entri: id }).expect(303)
  })

  it.each([{ nama: 'Siti Aminah' }, { nama: 'Sity Rohma', rt: '4' }])('is not asked about: %j', async (own) => {
    const { browser, budi } = await atWork()
    await household(store.db, budi)

    await browser.post('/warga').type('form').send(newOne(own)).expect(303)
  })
})

describe('a NIK that does not agree', () => {
  const woman = { nik, tanggalLahir: '1985-07-01', jenisKelamin: 'perempuan' }

  it('with nothing is simply kept', async () => {
    const { browser } = await atWork()

    await browser.post('/warga').type('form').send(newOne(woman)).expect(303)

    expect(await stored()).toMatchObject([{ details: { tanggalLahir: '1985-07-01', jenisKelamin: 'perempuan' } }])
  })

  it.each([
    ['the birth date', { ...woman, tanggalLahir: '1985-07-02' }, 'Tanggal lahir tidak sama'],
    ['the sex', { ...woman, jenisKelamin: 'lakiLaki' }, 'Jenis kelamin tidak sama'],
    ['the district', { ...woman, nik: '3209124107850001' }, 'terbit di kecamatan lain'],
  ])('with %s is kept with a coded reason only', async (_, own, sentence) => {
    const { browser } = await atWork()

    const { text } = await browser.post('/warga').type('form').send(newOne(own)).expect(200)
    expect(text).toContain(sentence)
    expect(await stored()).toEqual([])

    await browser
      .post('/warga')
      .type('form')
      .send(newOne({ ...own, nikKeterangan: 'pindah' }))
      .expect(303)
    expect(await stored()).toMatchObject([{ details: { nikKeterangan: 'pindah' } }])
  })

  it('is asked about when the entry is changed, too, and its reason is remembered', async () => {
    const { browser } = await atWork()
    await browser.post('/warga').type('form').send(newOne(woman)).expect(303)
    const { id } = await store.db.registerEntry.findFirstOrThrow()
    const change = newOne({ nik: '', tanggalLahir: '1985-07-02', jenisKelamin: 'perempuan', versi: '1' })

    const { text } = await browser.post(`/warga/${id}/ubah`).type('form').send(change).expect(200)
    expect(text).toContain('Tanggal lahir tidak sama')
    const reasoned = { ...change, nikKeterangan: 'salah-ktp' }
    await browser.post(`/warga/${id}/ubah`).type('form').send(reasoned).expect(303)
    await browser
      .post(`/warga/${id}/ubah`)
      .type('form')
      .send({ ...change, versi: '2', penghuni: '7' })
      .expect(303)

    expect(await stored()).toMatchObject([{ details: { nikKeterangan: 'salah-ktp', penghuni: 7 } }])
  })

  it('is nothing without a NIK, and birth date and sex are not kept', async () => {
    const { browser } = await atWork()

    await browser
      .post('/warga')
      .type('form')
      .send(newOne({ ...woman, nik: '' }))
      .expect(303)

    expect(await stored()).toMatchObject([{ details: { pekerjaan: 'Pedagang', penghuni: 4 } }])
    expect(JSON.stringify((await stored())[0]!.details)).not.toContain('1985')
  })
})
