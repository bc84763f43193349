import { byteReader, Unreadable } from './encrypted-file.ts'

/** Where the audit's chain stood: what comes later must go on from here. */
export interface ChainHead {
  ordinal: number
  hash: string
}

export interface BackupStart {
  format: 1
  at: string
  /** The schema that the rows belong to: the last migration that had been applied. */
  migration: string
  chain: ChainHead | null
}

/** What the end of a file says about all that came before it. */
export interface Manifest extends BackupStart {
  tables: { name: string; rows: number; sha256: string }[]
  /** Sequences and where they stood. */
  sequences: { name: string; value: string }[]
}

export type Frame =
  | { kind: 'start'; start: BackupStart }
  | { kind: 'table'; name: string; columns: string }
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'end'; manifest: Manifest }

const signs = { start: 1, table: 2, rows: 3, end: 4 } as const
const mostJson = 16 * 1024 * 1024

/** One byte says what it is, four how long: the plainest form that a stream can be cut into again. */
export function frameBytes(frame: Frame): Buffer {
  const body = frame.kind === 'rows' ? frame.bytes : Buffer.from(JSON.stringify(frame))
  const head = Buffer.alloc(5)
  head.writeUInt8(signs[frame.kind])
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

export async function* framesIn(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const take = byteReader(source)
  for (let isEnd = false; !isEnd; ) {
    const head = await take(5)
    const body = head && head.readUInt32BE(1) <= mostJson ? await take(head.readUInt32BE(1)) : undefined
    if (head === undefined || body === undefined) throw new Unreadable('the content ends too early')
    const frame: Frame =
      head[0] === signs.rows ? { kind: 'rows', bytes: body } : (JSON.parse(body.toString('utf8')) as Frame)
    isEnd = frame.kind === 'end'
    yield frame
  }
  if ((await take(1)) !== undefined) throw new Unreadable('something follows the end of the content')
}
