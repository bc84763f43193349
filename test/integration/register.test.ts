import { sealer } from '../../src/platform/seal.ts'
import { nikPlace } from '../../src/register/register.commands.ts'
import { cast } from '../support/cast.ts'
import { household } from '../support/filing.ts'
import { aDraft } from '../support/makers.ts'
import { secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const nik = '3274054107850001'

const newOne = (own: Record<string, string> = {}) => ({
  ...{ wilayah: '32.74.05.1002', nama: 'Siti Rohmah', rt: '3', rw: '7', alamat: '', pekerjaan: 'Pedagang' },
  ...{ penghuni: '4', hp: '0812-3456-7890', darurat: '', nik: '', aksi: 'simpan' },
  ...own,
})

async function atWork() {
  const people = await cast(store.db)
  const { as } = site(store)
  return { ...people, as, browser: await as(people.budi) }
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

    const sealing = sealer(secrets.data)
    for (const hidden of [nik, Buffer.from(nik).toString('hex')]) {
      expect(dump).not.toContain(hidden)
      expect(audit).not.toContain(hidden)
    }
    expect(sealing.open(one!.nikSealed!, nikPlace(one!.id))).toBe(nik)
    expect(Buffer.from(one!.nikIndex!)).toEqual(Buffer.from(sealing.index(nik)))
    expect(() => sealing.open(one!.nikSealed!, nikPlace('another'))).toThrow(/authenticate/)
    expect(() => sealer('another secret').open(one!.nikSealed!, nikPlace(one!.id))).toThrow(/authenticate/)
  })
})

describe('a NIK that is known', () => {
  it('is not registered twice, whoever asks', async () => {
    const { browser } = await atWork()
    await browser.post('/warga').type('form').send(newOne({ nik })).expect(303)

    const { text } = await browser
      .post('/warga')
      .type('form')
      .send(newOne({ nama: 'Rohmah Siti', nik }))
      .expect(422)

    expect(text).toContain('NIK ini sudah tercatat pada keluarga lain')
    expect(await stored()).toHaveLength(1)
  })
})
