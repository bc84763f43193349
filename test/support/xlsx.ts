import { inflateRawSync } from 'node:zlib'
import { readXlsx } from 'hucre/xlsx'
import type { Response } from 'supertest'

/** A part of the file as it lies in the archive, by the archive's directory. */
function partOf(file: Buffer, name: string): string {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameSize, more, comment] = [20, 28, 30, 32].map((offset, index) =>
      index === 0 ? file.readUInt32LE(at + offset) : file.readUInt16LE(at + offset),
    ) as [number, number, number, number]
    const start = file.readUInt32LE(at + 42)
    if (file.toString('utf8', at + 46, at + 46 + nameSize) === name) {
      const body = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28)
      const packed = file.subarray(body, body + size)
      return (file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString()
    }
    at += 46 + nameSize + more + comment
  }
  throw new Error(`${name} is not in the file`)
}

/** What a spreadsheet finds: the cells, the name of the sheet, and the XML of both. */
export async function readSheet(file: Uint8Array) {
  const [sheet] = (await readXlsx(file)).sheets
  const part = (name: string) => partOf(Buffer.from(file), name)
  return {
    name: sheet!.name,
    rows: sheet!.rows,
    xml: part('xl/worksheets/sheet1.xml'),
    workbook: part('xl/workbook.xml'),
  }
}

/** For supertest, which would take the file for text. */
export function asBytes(res: Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = []
  const stream = res as unknown as NodeJS.ReadableStream
  stream.on('data', (part: Buffer) => parts.push(part))
  stream.on('end', () => done(null, Buffer.concat(parts)))
}
