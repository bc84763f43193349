import { afterEach, jest } from '@jest/globals'
import { recheckReports } from '../../src/administration/rules/rules.commands.ts'
import { countFindings } from '../../src/administration/rules/rules.queries.ts'
import { reportType } from '../../src/reports/registry/registry.ts'
import { cast } from '../support/cast.ts'
import { filedTalk } from '../support/makers.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const night = new Date('2026-11-25T02:00:00+07:00')
const nextNight = new Date('2026-11-26T02:00:00+07:00')
const recheck = (at = night) => recheckReports(store.db, at)
const findings = () =>
  store.db.ruleFinding.findMany({ select: { reportId: true, field: true, rule: true }, orderBy: { field: 'asc' } })
const found = '/mutu/aturan/laporan?jenis=penyuluhan&isian=materi&aturan=rule.minLength'

afterEach(() => {
  jest.restoreAllMocks()
})

describe('the rules of today over the reports of yesterday', () => {
  it('find nothing in what they took themselves, whatever day it is by now', async () => {
    const { budi } = await cast(store.db)
    await filedTalk(store, budi, {
      answers: { tindakLanjut: 'ya', tindakLanjutOleh: 'Ketua RW 07', tindakLanjutBatas: '2026-11-24' },
    })

    expect(await recheck(new Date('2027-11-25T02:00:00+07:00'))).toEqual({ read: 1, findings: 0 })
    expect(await store.db.ruleRun.findMany()).toMatchObject([{ read: 1, findings: 0 }])
  })

  it('name every answer that breaks them, and change no report', async () => {
    const { budi } = await cast(store.db)
    const { id } = await filedTalk(store, budi, {
      answers: { materi: 'Pendek', jumlahPeserta: 9000, tempat: 'xxx', tema: 'ramalan', rw: 'tujuh' },
    })
    const before = await store.db.report.findMany()

    expect(await recheck()).toEqual({ read: 1, findings: 5 })

    expect(await findings()).toEqual([
      { reportId: id, field: 'jumlahPeserta', rule: 'rule.max' },
      { reportId: id, field: 'materi', rule: 'rule.minLength' },
      { reportId: id, field: 'rw', rule: 'rule.unreadable' },
      { reportId: id, field: 'tema', rule: 'rule.option' },
      { reportId: id, field: 'tempat', rule: 'rule.placeholder' },
    ])
    expect(await store.db.report.findMany()).toEqual(before)
  })

  it('touch old rows when a rule is changed, and let go of them when it is changed back', async () => {
    const { budi } = await cast(store.db)
    const { id } = await filedTalk(store, budi)
    const type = reportType('penyuluhan')
    const stricter = jest.replaceProperty(type.fields, 'materi', { ...type.fields.materi!, minLength: 400 })

    await recheck()
    expect(await findings()).toEqual([{ reportId: id, field: 'materi', rule: 'rule.minLength' }])
    await recheck(nextNight)
    expect(await store.db.ruleFinding.findMany()).toMatchObject([{ foundAt: night }])
    stricter.restore()
    await recheck(nextNight)
    expect(await findings()).toEqual([])
  })

  it('do not ask for what the form never asked, nor judge what was taken back or is still brief', async () => {
    const { budi } = await cast(store.db)
    const old = await filedTalk(store, budi)
    const bad = await filedTalk(store, budi, { answers: { materi: 'Pendek' } })
    const type = reportType('penyuluhan')
    const next = type.version + 1
    jest.replaceProperty(type, 'version', next)
    jest.replaceProperty(type.fields, 'pertanyaan', { ...type.fields.pertanyaan!, required: true, since: next })
    await recheck()
    expect(await findings()).toMatchObject([{ reportId: bad.id }])

    await store.db.report.update({ where: { id: bad.id }, data: { state: 'cancelled' } })
    await store.db.report.update({ where: { id: old.id }, data: { typeVersion: next } })
    await recheck(nextNight)
    expect(await findings()).toEqual([{ reportId: old.id, field: 'pertanyaan', rule: 'rule.required' }])
  })

  it('know every word that was ever in the list', async () => {
    const { budi } = await cast(store.db)
    const term = { vocabulary: 'tema-penyuluhan', unitPath: '/', labelId: 'Uang palsu', labelEn: 'Counterfeit money' }
    const dates = { sinceOn: new Date('2020-01-01'), untilOn: new Date('2021-01-01') }
    await store.db.term.create({ data: { ...term, ...dates, key: 'uang-palsu' } })
    await filedTalk(store, budi, { answers: { tema: 'uang-palsu' } })

    expect(await recheck()).toMatchObject({ findings: 0 })
  })
})

describe('the page of findings', () => {
  it('counts by rule within the scope, and lists the reports page by page', async () => {
    const { budi, sari, agus, mira, ...people } = await cast(store.db)
    for (let day = 1; day <= 21; day += 1)
      await filedTalk(store, budi, {
        answers: { materi: 'Pendek', tanggal: `2026-11-${String(day).padStart(2, '0')}` },
      })
    await filedTalk(store, sari, { answers: { materi: 'Pendek' } })
    await recheck()
    const { as } = site(store)
    const kasat = await as(agus)

    const { text } = await kasat.get('/mutu/aturan').expect(200)
    expect(text).toContain('Terakhir diperiksa 25 Nov 2026, 02.00 WIB, 22 laporan.')
    expect(text).toMatch(
      /Materi yang disampaikan: terlalu pendek<\/a><\/th>\s*<td>Binluh<\/td>\s*<td class="number">22</,
    )
    const first = await kasat.get(found).expect(200)
    expect(first.text.match(/class="task"/g)).toHaveLength(20)
    const next = /href="([^"]+setelah=[^"]+)"/.exec(first.text)![1]!.replaceAll('&amp;', '&')
    expect((await kasat.get(next).expect(200)).text.match(/class="task"/g)).toHaveLength(2)
    await (await as(people.bambang)).get('/mutu/aturan').expect(200)
    expect((await kasat.get('/mutu').expect(200)).text).toContain('href="/mutu/aturan"')

    const elsewhere = await as(mira)
    expect((await elsewhere.get('/mutu/aturan').expect(200)).text).toContain('Tidak ada temuan.')
    expect((await elsewhere.get(found).expect(200)).text).not.toContain('Balai RW 07')
    for (const stranger of [budi, people.hendra, people.yusuf, people.dewi, people.rini])
      await (await as(stranger)).get(found).expect(403)
  })

  it('knows only findings that a rule could make', async () => {
    const { agus } = await cast(store.db)
    const kasat = await site(store).as(agus)

    for (const query of [
      '',
      '?jenis=x',
      '?jenis=penyuluhan',
      '?jenis=penyuluhan&isian=toString',
      '?jenis=penyuluhan&isian=materi.x',
    ])
      await kasat.get(`/mutu/aturan/laporan${query}`).expect(404)
    await kasat.get('/mutu/aturan/laporan?jenis=kunjungan-warga&isian=pendapat.uraian&aturan=x').expect(200)
    const { text } = await kasat.get('/mutu/aturan').expect(200)
    expect(text).toContain('Belum pernah diperiksa.')
    expect(text).not.toContain('Tidak ada temuan.')
    expect(await countFindings(store.db, { kind: 'unit', path: '/jabar/' })).toEqual([])
  })
})
