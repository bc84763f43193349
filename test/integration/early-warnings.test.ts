import { beforeEach, describe, expect, it } from '@jest/globals'
import { type Cast, cast, type Name, type Player } from '../support/cast.ts'
import { filedRows } from '../support/filed-rows.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'
import { texts } from '../support/texts.ts'

const address = '/peringatan/32.74.05.1002/pencurian'

let people: Cast
let as: (name: Name) => Promise<Browser>

beforeEach(async () => {
  people = await cast(store.db)
  const { as: signedIn } = site(store)
  as = (name) => signedIn(people[name])
})

/** Information reports of one category: so many on each of these days. */
async function informed(author: Player, kategori: string, days: Record<string, number>, rw: number | null = 5) {
  for (const [on, count] of Object.entries(days))
    await filedRows(author, count, {
      on,
      type: 'laporan-informasi',
      answers: { tanggal: on, pukul: '09:00', kategori, rw, masalah: 'Motor hilang dari teras rumah' },
    })
}

describe('early warnings', () => {
  it('tell what there is more of than usual, with what that is judged by', async () => {
    await informed(people.budi, 'pencurian', { '2026-11-14': 1, '2026-11-20': 2, '2026-11-23': 1 })
    await informed(people.budi, 'judi', { '2026-11-20': 2 })
    await informed(people.budi, 'konflik', { '2026-09-20': 4, '2026-10-10': 4, '2026-11-01': 4, '2026-11-20': 3 })

    const { text } = await (await as('dewi')).get('/peringatan').expect(200)

    const page = texts(text)
    expect(page).toContain('1 perlu ditangani, 0 sudah ditangani.')
    expect(page).toContain('Pencurian (curat, curas, curanmor), Kel. Sunyaragi')
    expect(page).toContain('4 laporan informasi dalam 14 hari, biasanya 0. Terbanyak di RW 005.')
    expect(page).toContain('Tinggi')
    expect(page).not.toContain('Konflik')
  })

  it('count nothing that was cancelled, nor what lies further back', async () => {
    await informed(people.budi, 'pencurian', { '2026-11-20': 2, '2026-11-09': 3 })
    await filedRows(people.budi, 3, {
      on: '2026-11-20',
      type: 'laporan-informasi',
      state: 'cancelled',
      answers: { kategori: 'pencurian' },
    })

    const { text } = await (await as('dewi')).get('/peringatan').expect(200)

    expect(texts(text)).toContain('Tidak ada peringatan')
  })

  it('stand on the dashboard until somebody has acted on them, and again when more comes', async () => {
    await informed(people.budi, 'pencurian', { '2026-11-20': 4 })
    const asYusuf = await as('yusuf')

    const before = await asYusuf.get('/dasbor').expect(200)
    await asYusuf.post(`${address}/penanganan`).type('form').send({ tindakan: 'Patroli malam di RW 05' }).expect(303)
    const answered = await asYusuf.get('/dasbor').expect(200)
    const page = await asYusuf.get(address).expect(200)
    await store.db.report.updateMany({ data: { arrivedAt: new Date('2026-11-24T10:30:00+07:00') } })
    const grown = await asYusuf.get('/peringatan').expect(200)

    expect(texts(before.text)).toContain('Lihat semua (1 perlu ditangani)')
    expect(texts(answered.text)).toContain('Lihat semua (0 perlu ditangani)')
    expect(texts(page.text)).toContain('Patroli malam di RW 05 AKP Yusuf Maulana, 24 Nov 2026, 09.42 WIB')
    expect(page.text.match(/href="\/laporan\/[\da-f-]{36}"/g)).toHaveLength(4)
    expect(texts(grown.text)).toContain('Bertambah sejak ditangani')
    expect(await store.db.auditEntry.count({ where: { action: 'earlyWarning.answered' } })).toBe(1)
  })

  it('are new again when what was done was about an earlier time', async () => {
    await informed(people.budi, 'pencurian', { '2026-11-20': 4 })
    const answered = { villageCode: '32.74.05.1002', category: 'pencurian', note: 'Patroli malam di RW 05' }
    await store.db.earlyWarningAnswer.create({
      data: { ...answered, answeredBy: people.yusuf.id, answeredAt: new Date('2026-11-19T09:00:00+07:00') },
    })

    const { text } = await (await as('dewi')).get('/peringatan').expect(200)

    expect(texts(text)).toContain('Tinggi Baru')
  })

  it('keep what was typed about them when it is too short', async () => {
    await informed(people.budi, 'pencurian', { '2026-11-20': 4 })
    const asAgus = await as('agus')

    const { text } = await asAgus.post(`${address}/penanganan`).type('form').send({ tindakan: 'Patroli' }).expect(422)

    expect(text).toContain('Tulis tindakannya, 10 sampai 500 huruf')
    expect(text).toContain('>Patroli</textarea>')
    expect(await store.db.earlyWarningAnswer.count()).toBe(0)
    for (const tindakan of ['abc\r\n\r\ndef', '\u0001 Patroli'])
      await asAgus.post(`${address}/penanganan`).type('form').send({ tindakan }).expect(422)
    const lines = `${'x'.repeat(495)}\r\n\r\n123`
    await asAgus.post(`${address}/penanganan`).type('form').send({ tindakan: lines }).expect(303)
    expect(await store.db.earlyWarningAnswer.findFirst()).toMatchObject({ note: lines.replaceAll('\r\n', '\n') })
  })

  it('are not known outside of their scope, and say that a quiet place is quiet', async () => {
    await informed(people.budi, 'pencurian', { '2026-11-20': 4 })

    const hers = await (await as('wati')).get('/peringatan').expect(200)
    await (await as('wati')).get(address).expect(404)
    const quiet = await (await as('dewi')).get('/peringatan/32.74.05.1001/judi').expect(200)
    await (await as('dewi')).get('/peringatan/32.74.05.1001/tidak-ada').expect(404)

    expect(texts(hers.text)).toContain('Tidak ada peringatan')
    expect(texts(quiet.text)).toContain('Tidak di atas biasanya')
    expect(quiet.text).not.toContain('<textarea')
    await (await as('dewi'))
      .post('/peringatan/32.74.05.1001/judi/penanganan')
      .type('form')
      .send({ tindakan: 'Patroli malam di RW 05' })
      .expect(404)
  })

  it('lead who commands to a directive about them', async () => {
    const link = 'href="/arahan/baru?wilayah=32.74.05.1002&amp;kategori=pencurian"'
    expect((await (await as('dewi')).get(address).expect(200)).text).not.toContain('/arahan/baru')
    await informed(people.budi, 'pencurian', { '2026-11-20': 4 })

    for (const name of ['yusuf', 'agus', 'dewi'] as const)
      expect((await (await as(name)).get(address).expect(200)).text).toContain(link)
    expect((await (await as('hendra')).get(address).expect(200)).text).not.toContain('/arahan/baru')
  })

  it('are read by a Kanit and a KBO, and acted on by those who command', async () => {
    await informed(people.budi, 'pencurian', { '2026-11-20': 4 })
    for (const name of ['hendra', 'bambang'] as const) {
      const { text } = await (await as(name)).get(address).expect(200)
      expect(text).not.toContain('<textarea')
      await (await as(name))
        .post(`${address}/penanganan`)
        .type('form')
        .send({ tindakan: 'Patroli malam di RW 05' })
        .expect(403)
    }
    for (const name of ['budi', 'rini'] as const) await (await as(name)).get('/peringatan').expect(403)
  })
})
