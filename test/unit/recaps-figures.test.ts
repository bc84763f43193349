import { describe, expect, it } from '@jest/globals'
import type { TypeName } from '../../src/commanders/recaps/axes.ts'
import {
  cellOf,
  type Figures,
  figuresOf,
  filterOf,
  onTime,
  periodInWords,
} from '../../src/commanders/recaps/figures.ts'
import { questionOf } from '../../src/commanders/recaps/question.ts'
import type { Recap } from '../../src/commanders/recaps/recap.ts'
import { recapLines, recapName } from '../../src/commanders/recaps/recap-export.ts'
import { sayIn } from '../../src/sentences/say.ts'

const t = sayIn('id')
const today = '2026-11-24'
const kesambi = '/jabar/cirebon-kota/kesambi/'
const types: TypeName[] = [
  {
    key: 'kunjungan-warga',
    title: { id: 'Kunjungan warga', en: 'Visit' },
    short: { id: 'DDS', en: 'Visits' },
    fields: {},
  },
  {
    key: 'penyuluhan',
    title: { id: 'Penyuluhan', en: 'Talk' },
    short: { id: 'Binluh', en: 'Talks' },
    fields: { jumlahPeserta: { label: { id: 'Jumlah peserta', en: 'Participants' }, recap: 'sum' } },
  },
]
const words = { t, locale: 'id', types } as const
const asked = (query: Record<string, unknown>) => questionOf(query, { role: 'kasat' }, today)
const nothing: Recap = { tallies: [], polsek: [], officers: [], days: [], sums: [] }
const none = { verified: 0, unverified: 0, brief: 0, accepted: 0, late: 0, delayed: 0 }

const officer = (id: string, name: string, path: string, unit: string, state = 'active') => ({
  id,
  name,
  nrp: '84110021',
  pangkat: 'Aipda',
  state,
  units: [{ path, name: unit }],
})

describe('the period of a recap', () => {
  it.each([
    ['minggu', '2026-11-20', '16–22 Nov 2026'],
    ['minggu', '2026-10-30', '26 Okt – 1 Nov 2026'],
    ['minggu', '2026-01-01', '29 Des 2025 – 4 Jan 2026'],
    ['bulan', '2026-11-20', 'November 2026'],
    ['hari', '2026-11-24', 'Selasa, 24 November 2026'],
  ])('of a %s with the day %s is said as %s', (periode, tanggal, text) => {
    expect(periodInWords(asked({ periode, tanggal }), 'id')).toBe(text)
  })
})

describe('the figures of a recap', () => {
  it('name officers, and say who served elsewhere or not at all', () => {
    const officers = [
      officer('1', 'Budi Santoso', kesambi, 'Polsek Kesambi'),
      officer('2', 'Sari Wulandari', '/jabar/cirebon-kota/mundu/', 'Polsek Mundu'),
      officer('3', 'Tono Prasetyo', kesambi, 'Polsek Kesambi', 'suspended'),
    ]

    const { rowNames } = figuresOf(asked({ baris: 'petugas' }), { ...nothing, officers }, kesambi, words)

    expect(rowNames.map(({ label, detail }) => [label, detail])).toEqual([
      ['Aipda Budi Santoso', ''],
      ['Aipda Sari Wulandari', 'Polsek Mundu'],
      ['Aipda Tono Prasetyo', 'akun nonaktif'],
    ])
  })

  it('cut the weeks of a month where the month begins and ends', () => {
    const { columnNames } = figuresOf(asked({ periode: 'bulan', kolom: 'minggu' }), nothing, '/', words)

    expect(columnNames.map(({ label }) => label)).toEqual(['1', '2–8', '9–15', '16–22', '23–29', '30'])
    expect(columnNames[0]!.filter).toEqual({ dari: '2026-11-01', sampai: '2026-11-01' })
    expect(columnNames[1]!.filter).toEqual({ dari: '2026-11-02', sampai: '2026-11-08' })
  })

  it('name the days of a week', () => {
    const { columnNames } = figuresOf(asked({ kolom: 'hari' }), nothing, '/', words)

    expect(columnNames.map(({ label }) => label)).toEqual([
      'Sen 23',
      'Sel 24',
      'Rab 25',
      'Kam 26',
      'Jum 27',
      'Sab 28',
      'Min 29',
    ])
  })

  it('show a type that is no longer defined by its key', () => {
    const tallies = [{ ...none, row: 'giat-lama', column: '2026-11-23', verified: 1, unverified: 0, late: 0 }]

    const { rowNames } = figuresOf(asked({ baris: 'jenis' }), { ...nothing, tallies }, '/', words)

    expect(rowNames.map(({ label }) => label)).toEqual(['Kunjungan warga', 'Penyuluhan', 'giat-lama'])
  })
})

describe('the columns beside the totals', () => {
  const question = asked({ periode: 'hari', baris: 'jenis' })
  const tallies = [{ ...none, row: 'penyuluhan', column: '', verified: 2, unverified: 3, brief: 1, accepted: 4 }]
  const hrefs = ({ extras }: Figures) => extras.map(({ label, total, href }) => [label, total, href('penyuluhan')])

  it('are there for what occurs only, and lead to exactly that', () => {
    const list = (keadaan: string) => `/laporan?dari=2026-11-24&sampai=2026-11-24&jenis=penyuluhan&keadaan=${keadaan}`

    expect(hrefs(figuresOf(question, { ...nothing, tallies }, '/', words))).toEqual([
      ['Diterima tanpa dibaca', 4, list('tanpa-dibaca')],
      ['Kilat belum lengkap', 1, list('kilat')],
    ])
    expect(hrefs(figuresOf(question, nothing, '/', words))).toEqual([])
  })

  it('count as reports in what came in time', () => {
    expect(onTime({ ...none, verified: 2, accepted: 4, late: 1 }, t, 'id')).toBe('5 dari 6')
  })
})

describe('a number of a recap', () => {
  const question = asked({ periode: 'bulan', kolom: 'hari', baris: 'petugas', satuan: kesambi })
  const { columnNames } = figuresOf(question, nothing, kesambi, words)

  it('leads to the reports that it counts', () => {
    const { verified, unverified } = cellOf(
      { ...none, verified: 1284, unverified: 2 },
      filterOf(question, 'b0d1', columnNames[9]),
      'id',
    )

    expect(verified.text).toBe('1.284')
    expect(Object.fromEntries(new URLSearchParams(verified.href.split('?')[1]))).toEqual({
      satuan: kesambi,
      petugas: 'b0d1',
      dari: '2026-11-10',
      sampai: '2026-11-10',
      keadaan: 'terverifikasi',
    })
    expect(new URLSearchParams(unverified.href.split('?')[1]).get('keadaan')).toBe('belum-terverifikasi')
  })

  it('leads nowhere when it counts nothing', () => {
    expect(cellOf(none, {}, 'id')).toEqual({
      verified: { text: '0', href: '' },
      unverified: { text: '', href: '' },
    })
  })

  it.each([
    [0, 0, 0, '–'],
    [3, 1, 1, '3 dari 4'],
    [9, 0, 0, '9 dari 9'],
    [8, 2, 1, '90%'],
    [999, 1, 1, '99%'],
    [500, 500, 0, '100%'],
  ])('of %d verified and %d unverified with %d late was in time: %s', (verified, unverified, late, text) => {
    expect(onTime({ ...none, verified, unverified, late }, t, 'id')).toBe(text)
  })
})

describe('the recap as a file', () => {
  const figuresFor = (query: Record<string, unknown>, recap: Partial<Recap>): [ReturnType<typeof asked>, Figures] => {
    const question = asked(query)
    return [question, figuresOf(question, { ...nothing, ...recap }, '/jabar/', words)]
  }

  it('has as many cells in each line as in its head, and numbers as numbers', () => {
    const officers = [officer('1', 'Budi Santoso', kesambi, 'Polsek Kesambi')]
    const tallies = [{ ...none, row: '1', column: 'penyuluhan', verified: 2, unverified: 1, late: 1, delayed: 2 }]

    const days = [{ personId: '1', nihil: 1, silent: 4, absent: 0 }]

    const lines = [...recapLines(...figuresFor({ baris: 'petugas' }, { officers, tallies, days }), t)]

    expect(lines).toEqual([
      [
        'Pangkat',
        'Nama',
        'NRP',
        'Satuan',
        'Jumlah, terverifikasi',
        'Jumlah, belum terverifikasi',
        'DDS, terverifikasi',
        'DDS, belum terverifikasi',
        'Binluh, terverifikasi',
        'Binluh, belum terverifikasi',
        'Terlambat',
        'Kirim tertunda',
        'Hari nihil',
        'Hari tanpa kabar',
      ],
      ['Aipda', 'Budi Santoso', '84110021', 'Polsek Kesambi', 2, 1, 0, 0, 2, 1, 1, 2, 1, 4],
      ['Jumlah', '', '', '', 2, 1, 0, 0, 2, 1, 1, 2, 1, 4],
    ])
  })

  it('has what the answers to a question come to, where they come to anything', () => {
    const officers = [officer('1', 'Budi Santoso', kesambi, 'Polsek Kesambi')]
    const sums = [
      { row: '1', type: 'penyuluhan', field: 'jumlahPeserta', verified: 75, unverified: 25 },
      { row: '1', type: 'penyuluhan', field: 'tidakAda', verified: 5, unverified: 0 },
    ]

    const lines = [...recapLines(...figuresFor({ baris: 'petugas' }, { officers, sums }), t)]

    expect(lines.map((line) => line.slice(-2))).toEqual([
      ['Binluh: Jumlah peserta, terverifikasi', 'Binluh: Jumlah peserta, belum terverifikasi'],
      [75, 25],
      [75, 25],
    ])
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1)
  })

  it('has only totals where a period does not divide', () => {
    const tallies = [{ ...none, row: 'penyuluhan', column: '', verified: 2, unverified: 0, late: 0 }]

    const lines = [...recapLines(...figuresFor({ periode: 'hari', baris: 'jenis' }, { tallies }), t)]

    expect(lines).toEqual([
      ['Jenis laporan', 'Jumlah, terverifikasi', 'Jumlah, belum terverifikasi', 'Terlambat', 'Kirim tertunda'],
      ['Kunjungan warga', 0, 0, 0, 0],
      ['Penyuluhan', 2, 0, 0, 0],
      ['Jumlah', 2, 0, 0, 0],
    ])
  })

  it('is named by the server', () => {
    expect(recapName(asked({ satuan: '/../../' }))).toBe('rekap-minggu-2026-11-23-polsek')
  })
})
