import { beforeEach, describe, expect, it } from '@jest/globals'
import { dateOf } from '../../src/kernel/days.ts'
import { type Cast, cast, type Name, type Player } from '../support/cast.ts'
import { anAbsence, filedBrief, filedTalk } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

let people: Cast
let as: (name: Name) => Promise<Browser>

beforeEach(async () => {
  people = await cast(store.db)
  const { as: signedIn } = site(store)
  as = (name) => signedIn(people[name])
})

const nihil = ({ id: personId, unitPath }: Player, day: string) =>
  store.db.nihil.create({
    data: { personId, unitPath, day: dateOf(day), filedAt: new Date(`${day}T18:00:00+07:00`) },
  })

const onDay = (day: string) => ({ answers: { tanggal: day }, at: new Date(`${day}T20:00:00+07:00`) })

/** The heads of the recap's columns, and for each the number in that officer's row with where it leads. */
function rowOf(html: string, name: string): Record<string, { text: string; href: string }> {
  const heads = [...html.matchAll(/<th class="number[^"]*" scope="col">([^<]*)</g)].map(([, head]) => head!)
  const row = [...html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, one]) => one!).find((one) => one.includes(name))!
  const cells = [...row.matchAll(/<td class="number">([\s\S]*?)<\/td>/g)].map(([, cell]) => cell!)
  const read = (cell: string) => ({
    text: /([\d.–]+)/.exec(cell.replace(/<[^>]+>/g, ' '))?.[1] ?? '',
    href: (/href="([^"]+)"/.exec(cell)?.[1] ?? '').replaceAll('&amp;', '&'),
  })
  return Object.fromEntries(cells.map((cell, index) => [heads[index]!, read(cell)]))
}

describe('the days of officers in the recap', () => {
  it('are nihil, or silent: neither report nor nihil, up to today', async () => {
    await nihil(people.budi, '2026-11-17')
    await filedTalk(store, people.budi, onDay('2026-11-18'))
    const asAgus = await as('agus')

    const { text } = await asAgus.get('/rekap?periode=minggu&tanggal=2026-11-17&baris=petugas').expect(200)

    const budi = rowOf(text, 'Budi Santoso')
    expect([budi['Hari nihil']!.text, budi['Hari tanpa kabar']!.text]).toEqual(['1', '5'])
    const said = await asAgus.get(budi['Hari nihil']!.href).expect(200)
    expect(said.text).toContain('1 kali, dihitung per petugas per hari')
    expect(said.text).toContain('17 Nov 2026')
    expect(said.text).toContain('18.00')
    const unsaid = await asAgus.get(budi['Hari tanpa kabar']!.href).expect(200)
    expect(unsaid.text).toContain('5 kali, dihitung per petugas per hari')
    expect(unsaid.text).not.toContain('Sari Wulandari')
    expect(unsaid.text).not.toMatch(/<th[^>]*>1[78] Nov 2026/)
  })

  it('end with today, and begin with the first village', async () => {
    await store.db.assignment.updateMany({
      where: { personId: people.budi.id },
      data: { sinceOn: dateOf('2026-11-24') },
    })

    const { text } = await (await as('agus')).get('/rekap?periode=bulan&baris=petugas').expect(200)

    expect(rowOf(text, 'Budi Santoso')['Hari tanpa kabar']!.text).toBe('1')
    expect(rowOf(text, 'Sari Wulandari')['Hari tanpa kabar']!.text).toBe('24')
  })

  it('are not nihil where a report tells more, unless that was cancelled', async () => {
    await nihil(people.budi, '2026-11-23')
    await nihil(people.sari, '2026-11-23')
    await filedTalk(store, people.budi, onDay('2026-11-23'))
    const { id } = await filedTalk(store, people.sari, onDay('2026-11-23'))
    await store.db.report.update({ where: { id }, data: { state: 'cancelled' } })

    const { text } = await (await as('agus')).get('/nihil?dari=2026-11-01&sampai=2026-11-30').expect(200)

    expect(text).toContain('1 kali, dihitung per petugas per hari')
    expect(text).toContain('Sari Wulandari')
    expect(text).not.toContain('Budi Santoso')
  })

  it('are days of absence where the officer is recorded as away, unless a report or a nihil says more', async () => {
    await anAbsence(store, people.budi, people.hendra, { from: '2026-11-17', until: '2026-11-20', kind: 'sakit' })
    await nihil(people.budi, '2026-11-18')
    await filedTalk(store, people.budi, onDay('2026-11-19'))
    const asAgus = await as('agus')

    const { text } = await asAgus.get('/rekap?periode=minggu&tanggal=2026-11-17&baris=petugas').expect(200)

    const budi = rowOf(text, 'Budi Santoso')
    const heads = ['Hari nihil', 'Hari tanpa kabar', 'Hari tidak hadir']
    expect(heads.map((head) => budi[head]!.text)).toEqual(['1', '3', '2'])
    expect(rowOf(text, 'Sari Wulandari')['Hari tidak hadir']).toEqual({ text: '0', href: '' })
    expect(text).toContain('Hari tidak hadir: dicatat tidak hadir, tanpa laporan dan tanpa nihil.')
    const away = await asAgus.get(budi['Hari tidak hadir']!.href).expect(200)
    expect(away.text).toContain('Tidak hadir 2 kali, dihitung per petugas per hari')
    expect(away.text).toContain('Sakit')
    expect(away.text).toMatch(/<th[^>]*>20 Nov 2026/)
    const unsaid = await asAgus.get(budi['Hari tanpa kabar']!.href).expect(200)
    expect(unsaid.text).not.toMatch(/<th[^>]*>(17|18|19|20) Nov 2026/)
  })

  it('are no days of absence once that is cancelled, and then have no column', async () => {
    const { id } = await anAbsence(store, people.budi, people.hendra, { from: '2026-11-17', until: '2026-11-20' })
    await (await as('hendra')).post(`/ketidakhadiran/${id}/pembatalan`).expect(303)

    const { text } = await (await as('agus')).get('/rekap?periode=minggu&tanggal=2026-11-17&baris=petugas').expect(200)

    expect(text).not.toContain('Hari tidak hadir')
    expect(rowOf(text, 'Budi Santoso')['Hari tanpa kabar']!.text).toBe('7')
  })

  it('are only those of the own polsek', async () => {
    await nihil(people.budi, '2026-11-24')
    const asWati = await as('wati')

    for (const isi of ['', 'tanpa-kabar', 'tidak-hadir'])
      expect((await asWati.get(`/nihil?isi=${isi}`).expect(200)).text).not.toContain('Budi Santoso')
    await asWati.get('/nihil?satuan=/jabar/cirebon-kota/kesambi/').expect(404)
    await asWati.get(`/nihil?petugas=${people.budi.id}`).expect(404)
    await (await as('budi')).get('/nihil').expect(403)
  })

  it('are asked for a while at most, whatever the address says', async () => {
    const { text } = await (await as('agus'))
      .get('/nihil?isi=tanpa-kabar&dari=1950-01-01&sampai=2090-01-01')
      .expect(200)

    expect(text).toContain('23 Sep 2026 – 24 Nov 2026')
    expect(text).toContain('126 kali, dihitung per petugas per hari')
  })
})

describe('the states in the recap', () => {
  it('stand apart where they are neither verified nor waiting, and lead to their lists', async () => {
    await filedBrief(store, people.budi)
    await filedTalk(store, people.budi)
    for (const state of ['accepted', 'cancelled']) {
      const { id } = await filedTalk(store, people.budi)
      await store.db.report.update({ where: { id }, data: { state } })
    }
    const { id: duplicateOf } = await store.db.report.findFirstOrThrow({ where: { state: 'submitted' } })
    const { id } = await filedTalk(store, people.budi)
    await store.db.report.update({ where: { id }, data: { state: 'duplicate', duplicateOf } })
    const asAgus = await as('agus')

    const { text } = await asAgus.get('/rekap?periode=hari&baris=petugas').expect(200)

    const budi = rowOf(text, 'Budi Santoso')
    expect(budi['Jumlah']!.text).toBe('0')
    expect(text).toMatch(/keadaan=belum-terverifikasi[^"]*">2</)
    expect(budi['Diterima tanpa dibaca']!.text).toBe('1')
    expect(budi['Kilat belum lengkap']!.text).toBe('1')
    expect((await asAgus.get(budi['Diterima tanpa dibaca']!.href)).text).toContain('1 laporan')
    expect((await asAgus.get(budi['Kilat belum lengkap']!.href)).text).toContain('Ronda malam di Balai RW 07')
    expect(text).toContain('Kilat belum lengkap sudah termasuk yang belum terverifikasi.')
    const paper = await asAgus.get('/rekap/cetak?periode=hari&baris=petugas').expect(200)
    expect(paper.text).toContain('Kilat belum lengkap')
  })
})
