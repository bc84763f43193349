import { beforeEach, describe, expect, it } from '@jest/globals'
import { type Cast, cast, type Name } from '../support/cast.ts'
import { filedRows } from '../support/filed-rows.ts'
import { aDirective, anAbsence } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'
import { texts } from '../support/texts.ts'

let people: Cast
let as: (name: Name) => Promise<Browser>

beforeEach(async () => {
  people = await cast(store.db)
  const { as: signedIn } = site(store)
  as = (name) => signedIn(people[name])
})

const kesambi = '/jabar/cirebon-kota/kesambi/'
const mundu = '/jabar/cirebon-kota/mundu/'
const typed = {
  judul: 'Sambangi rumah kos di RW 07',
  isi: 'Data penghuni baru.\nIngatkan wajib lapor.',
  sasaran: [kesambi, mundu],
  dari: '2026-11-24',
  sampai: '2026-11-30',
  jenis: 'penyuluhan',
}

const read = async (name: Name, address: string) => texts((await (await as(name)).get(address).expect(200)).text)
const post = async (name: Name, address: string, sent: object = {}) =>
  (await as(name)).post(address).type('form').send(sent)

const reportOf = (day: string) =>
  store.db.report.findFirstOrThrow({ where: { occurredOn: new Date(day), state: 'submitted' } })

describe('a directive', () => {
  it('is given to polsek of the scope, and says to how many officers', async () => {
    const asDewi = await as('dewi')

    const { headers } = await asDewi.post('/arahan').type('form').send(typed).expect(303)
    const { text } = await asDewi.get(headers.location!).expect(200)

    const page = texts(text)
    expect(page).toContain('Arahan disampaikan kepada 2 petugas.')
    expect(page).toContain('AKBP Dewi Kartika, Polres Cirebon Kota, 24 Nov 2026, 09.42 WIB')
    expect(page).toContain('Polsek Kesambi, Polsek Mundu')
    expect(page).toContain('24–30 Nov 2026')
    expect(page).toContain('Petugas berdinas 2 Mengerti 0 0 dari 2 Melaksanakan 0 0 dari 2')
    expect(await store.db.directive.findFirst()).toMatchObject({
      unitPath: '/jabar/cirebon-kota/',
      authorId: people.dewi.id,
      audience: [kesambi, mundu],
      typeKey: 'penyuluhan',
      text: 'Data penghuni baru.\nIngatkan wajib lapor.',
      villageCode: null,
    })
    expect(await store.db.auditEntry.count({ where: { action: 'directive.given', actorId: people.dewi.id } })).toBe(1)
  })

  it('keeps what was typed, and says at each field what is wrong', async () => {
    const sent = {
      ...typed,
      judul: 'Kos',
      isi: 'Data',
      sasaran: [mundu],
      dari: '2026-11-23',
      sampai: '2026-11-22',
      jenis: '',
    }

    const { text, status } = await post('agus', '/arahan', sent)

    expect(status).toBe(422)
    for (const field of ['judul', 'isi', 'dari', 'sampai', 'jenis']) expect(text).toContain(`href="#f-${field}"`)
    expect(texts(text)).toContain('Hari terakhir tidak boleh sebelum hari pertama, 23 Nov 2026')
    expect(text).toMatch(new RegExp(`value="${mundu}" checked`))
    expect(text).toContain('>Data</textarea>')
    expect(await store.db.directive.count()).toBe(0)
  })

  it.each([
    [{ sasaran: [] }, 'Pilih sekurang-kurangnya satu polsek'],
    [{ sampai: '2027-02-24' }, 'Paling lama 92 hari, sampai 23 Feb 2027'],
    [{ dari: '9999-12-31', sampai: '9999-12-31' }, 'Paling jauh 92 hari ke depan'],
    [{ sasaran: ['/jabar/contoh/'] }, ''],
    [{ jenis: 'rahasia' }, ''],
  ])('is not given with %j', async (wrong, sentence) => {
    const { text, status } = await post('dewi', '/arahan', { ...typed, ...wrong })

    expect(status).toBe(422)
    expect(texts(text)).toContain(sentence)
  })

  it('may last 92 days and not one more', async () => {
    expect((await post('dewi', '/arahan', { ...typed, sampai: '2027-02-23' })).status).toBe(303)
  })

  it('of a Kapolsek is for their own polsek, whatever is sent', async () => {
    const form = await read('yusuf', '/arahan/baru')
    await post('yusuf', '/arahan', { ...typed, jenis: 'cukup-dimengerti' })

    expect(form).toContain('Untuk semua Bhabinkamtibmas Polsek Kesambi.')
    expect(form).not.toContain('Untuk polsek mana?')
    expect(await store.db.directive.findFirst()).toMatchObject({
      audience: [kesambi],
      unitPath: kesambi,
      typeKey: null,
    })
  })

  it('is read by those whom it is for and by who commands them, and by no neighbour', async () => {
    const { id } = await aDirective(store, people.agus)
    for (const name of ['budi', 'hendra', 'yusuf', 'bambang', 'agus', 'dewi'] as const) {
      expect(await read(name, `/arahan/${id}`)).toContain('Sambangi rumah kos')
      expect(await read(name, '/arahan')).toContain('Sambangi rumah kos')
    }
    for (const name of ['sari', 'wati', 'tono', 'joko', 'surya'] as const) {
      await (await as(name)).get(`/arahan/${id}`).expect(404)
      expect(await read(name, '/arahan')).not.toContain('Sambangi rumah kos')
    }
    await (await as('rini')).get('/arahan').expect(403)
    for (const name of ['budi', 'hendra', 'bambang', 'rini'] as const) {
      await (await as(name)).get('/arahan/baru').expect(403)
      expect((await post(name, '/arahan', typed)).status).toBe(403)
    }
  })

  it('shows the commanders of a polsek none but their own officers', async () => {
    const { id } = await aDirective(store, people.dewi, { audience: [kesambi, mundu] })

    const [his, hers] = [await read('yusuf', `/arahan/${id}`), await read('dewi', `/arahan/${id}`)]

    expect(his).toContain('Petugas berdinas 1')
    expect(his).toContain('Budi Santoso')
    expect(his).not.toContain('Sari Wulandari')
    expect(hers).toContain('Sari Wulandari, Polsek Mundu')
  })

  it('is understood once, by who it is for', async () => {
    const { id } = await aDirective(store, people.agus)
    const asBudi = await as('budi')

    await asBudi.post(`/arahan/${id}/pemahaman`).expect(303)
    const [first] = await store.db.directiveUnderstood.findMany()
    const again = await asBudi.post(`/arahan/${id}/pemahaman`).type('form').send({ dari: 'beranda' }).expect(303)

    expect(again.headers.location).toBe('/')
    expect(await store.db.directiveUnderstood.findMany()).toEqual([first])
    expect(await store.db.auditEntry.count({ where: { action: 'directive.understood' } })).toBe(1)
    expect(texts((await asBudi.get(`/arahan/${id}`)).text)).toContain(
      'Anda menyatakan mengerti, 24 Nov 2026, 09.42 WIB.',
    )
    expect(await read('agus', `/arahan/${id}`)).toContain('Sudah mengerti (1) Aipda Budi Santoso')
    expect((await post('sari', `/arahan/${id}/pemahaman`)).status).toBe(404)
    expect((await post('hendra', `/arahan/${id}/pemahaman`)).status).toBe(403)
  })

  it('is acted on by a report of its type that counts, on one of its days', async () => {
    const directive = await aDirective(store, people.agus, { from: '2026-11-20', until: '2026-11-23' })
    const acted = async () => /Melaksanakan (\d)/.exec(await read('agus', `/arahan/${directive.id}`))?.[1]

    await filedRows(people.budi, 1, { on: '2026-11-19' })
    await filedRows(people.budi, 1, { on: '2026-11-24' })
    await filedRows(people.budi, 1, { on: '2026-11-21', state: 'cancelled' })
    await filedRows(people.budi, 1, { on: '2026-11-21' })
    const { id } = await reportOf('2026-11-21')
    const { id: duplicateOf } = await reportOf('2026-11-19')
    await store.db.report.update({ where: { id }, data: { state: 'duplicate', duplicateOf } })
    await filedRows(people.budi, 1, { on: '2026-11-21', type: 'pembinaan' })
    expect(await acted()).toBe('0')
    await filedRows(people.budi, 1, { on: '2026-11-20' })
    await filedRows(people.budi, 1, { on: '2026-11-23' })
    expect(await acted()).toBe('1')

    const asAgus = await as('agus')
    const { text } = await asAgus.get(`/arahan/${directive.id}`).expect(200)
    const [, href] = /href="(\/laporan\?petugas=[^"]+)"/.exec(text)!
    const list = await asAgus.get(href!.replaceAll('&amp;', '&')).expect(200)
    expect(texts(text)).toContain('Sudah melaksanakan (1) Aipda Budi Santoso 2 laporan')
    expect(list.text.match(/task__link/g)).toHaveLength(2)
  })

  it('asks nobody who is away all of its days, and whoever is there on one of them', async () => {
    const { id } = await aDirective(store, people.agus, { from: '2026-11-20', until: '2026-11-23' })
    const { id: absence } = await anAbsence(store, people.budi, people.hendra, {
      from: '2026-11-19',
      until: '2026-11-23',
    })

    expect(await read('agus', `/arahan/${id}`)).toContain('Tidak ada petugas berdinas di sasaran')
    await store.db.absence.update({ where: { id: absence }, data: { untilOn: new Date('2026-11-22') } })
    expect(await read('agus', `/arahan/${id}`)).toContain('Petugas berdinas 1')
  })

  it('is ended by its author or their commander, after a question, and counts no further', async () => {
    const { id } = await aDirective(store, people.yusuf, { until: '2026-11-30' })
    const ofPolres = await aDirective(store, people.agus)
    await filedRows(people.budi, 1, { on: '2026-11-25' })

    await (await as('yusuf')).get(`/arahan/${ofPolres.id}/akhir`).expect(403)
    expect((await post('yusuf', `/arahan/${ofPolres.id}/akhir`)).status).toBe(403)
    expect(await read('agus', `/arahan/${id}`)).toContain('Melaksanakan 1')
    expect(await read('yusuf', `/arahan/${id}/akhir`)).toContain('Akhiri arahan ini?')
    expect((await post('agus', `/arahan/${id}/akhir`)).status).toBe(303)

    expect(await read('agus', `/arahan/${id}`)).toContain('Melaksanakan 0')
    expect(await read('budi', `/arahan/${id}`)).toContain('Diakhiri lebih awal')
    expect((await post('agus', `/arahan/${id}/akhir`)).status).toBe(303)
    expect((await post('yusuf', `/arahan/${id}/akhir`)).text).toContain('diakhiri oleh AKP Agus Prasetyo, 24 Nov 2026')
    expect((await post('budi', `/arahan/${id}/pemahaman`)).status).toBe(409)
    expect(await store.db.auditEntry.count({ where: { action: 'directive.ended' } })).toBe(1)
  })

  it('stands in the list by its days, the borders among them', async () => {
    const made = { Pertama: ['2026-11-24', '2026-11-25'], Kedua: ['2026-11-20', '2026-11-24'] }
    const others = { Ketiga: ['2026-11-25', '2026-11-26'], Keempat: ['2026-11-20', '2026-11-23'] }
    for (const [name, [from, until]] of Object.entries({ ...made, ...others }))
      await aDirective(store, people.agus, { title: `Arahan ${name}`, from: from!, until: until! })

    const page = await read('dewi', '/arahan')

    expect(page).toContain('2 berjalan, 1 akan datang, 1 selesai.')
    expect(page).toMatch(
      /Berjalan Arahan (Pertama|Kedua).*Akan datang Arahan Ketiga.*Selesai, 90 hari terakhir Arahan Keempat/,
    )
    expect(page).toContain('Mengerti 0 dari 1, melaksanakan 0 dari 1')
  })

  it('begins with an early warning where there is one, and is refused with one that is not known', async () => {
    const asDewi = await as('dewi')
    const from = '/arahan/baru?wilayah=32.74.05.1002&kategori=pencurian'

    await asDewi.get(from).expect(404)
    await filedRows(people.budi, 4, {
      on: '2026-11-20',
      type: 'laporan-informasi',
      answers: { tanggal: '2026-11-20', pukul: '09:00', kategori: 'pencurian', masalah: 'Motor hilang dari teras' },
    })
    const { text } = await asDewi.get(from).expect(200)
    await asDewi.get('/arahan/baru?wilayah=32.74.05.1002').expect(404)
    await asDewi.get('/arahan/baru?wilayah=32.74.05.1002&kategori=rahasia').expect(404)
    await (await as('wati')).get(from).expect(404)
    const origin = { wilayah: '32.74.05.1002', kategori: 'pencurian' }
    expect((await post('dewi', '/arahan', { ...typed, ...origin, kategori: 'rahasia' })).status).toBe(404)
    const { headers } = await asDewi
      .post('/arahan')
      .type('form')
      .send({ ...typed, ...origin })
      .expect(303)
    const { text: given } = await asDewi.get(headers.location!).expect(200)

    expect(text).toContain('value="Pencurian (curat, curas, curanmor), Kel. Sunyaragi"')
    expect(text).toContain(`value="${kesambi}" checked`)
    expect(text).toMatch(/value="laporan-informasi" (checked|selected)/)
    expect(given).toContain('href="/peringatan/32.74.05.1002/pencurian"')
    expect(await read('wati', headers.location!)).not.toContain('Berawal dari peringatan dini')
    expect(await store.db.directive.findFirst()).toMatchObject({ villageCode: '32.74.05.1002', category: 'pencurian' })
  })

  it('stands on the page of today until it is understood and acted on, and is understood there', async () => {
    await aDirective(store, people.agus, { title: 'Arahan untuk Mundu', audience: [mundu] })
    await aDirective(store, people.agus, { title: 'Arahan yang lewat', until: '2026-11-23' })
    await aDirective(store, people.agus, { title: 'Arahan cukup dimengerti', typeKey: null })
    await aDirective(store, people.agus, { title: 'Arahan yang akan datang', from: '2026-11-25' })
    await aDirective(store, people.agus)
    const asBudi = await as('budi')
    const home = async () => (await asBudi.get('/').expect(200)).text
    const titles = async () =>
      [...(await home()).matchAll(/href="\/arahan\/[\da-f-]{36}">([^<]*)</g)].map(([, title]) => title).sort()

    expect(await titles()).toEqual([
      'Arahan cukup dimengerti',
      'Arahan yang akan datang',
      'Sambangi rumah kos di RW 07',
    ])
    for (const [, action] of (await home()).matchAll(/action="(\/arahan\/[^"]+)"/g))
      await asBudi.post(action!).type('form').send({ dari: 'beranda' }).expect(303)
    expect(texts(await home())).toContain('Dicatat: Anda mengerti arahan ini.')
    expect(await titles()).toEqual(['Sambangi rumah kos di RW 07'])
    expect(texts(await home())).toContain('Sampai 30 Nov 2026 · Penyuluhan Dimengerti')

    await filedRows(people.budi, 1)
    expect(await titles()).toEqual([])
    expect(texts((await asBudi.get('/arahan').expect(200)).text)).toContain('2 berjalan, 1 akan datang, 1 selesai.')
  })

  it('is counted on the summary of its commanders while it runs', async () => {
    await aDirective(store, people.agus)
    await aDirective(store, people.agus, { from: '2026-11-25' })
    await aDirective(store, people.agus, { endedAt: new Date('2026-11-23T10:00:00+07:00') })

    expect(await read('hendra', '/')).toContain('Arahan berjalan 1')
    expect(await read('tono', '/')).toContain('Arahan berjalan 0')
  })

  it('is told in English too', async () => {
    const { id } = await aDirective(store, people.agus)
    const asAgus = await as('agus')
    await asAgus.post('/bahasa').type('form').send({ bahasa: 'en', kembali: '/' })

    expect(texts((await asAgus.get(`/arahan/${id}`)).text)).toContain('Officers on duty 1 Have understood 0 0 of 1')
    expect(texts((await asAgus.get('/arahan/baru')).text)).toContain('Which report is expected?')
  })
})
