import type { Client } from 'pg'
import { type Phone, type Sealed, seal } from '../../test/support/phone.ts'
import type { Chance } from './chance.ts'
import type { Officer } from './world.ts'
import { written } from './writing.ts'

export const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
export const zones = { 'Asia/Jakarta': 7 * hour, 'Asia/Makassar': 8 * hour, 'Asia/Jayapura': 9 * hour }
/** Everything is due on its day by then. */
export const limit = '21:00'

/** What a phone's clock may be: right, wrong and compared with ours, wrong and set anew since, never compared at all. */
type Kind = 'right' | 'wrong' | 'set back' | 'unmeasured'

export interface Case {
  sealed: Sealed
  kind: Kind
  /** When it was really written, and what our clock was wrong by then. */
  trueAt: number
  zoneMs: number
}

export const localDay = (at: number, zoneMs: number) => new Date(at + zoneMs).toISOString().slice(0, 10)

export async function sealedCase(keys: Phone, officer: Officer, chance: Chance, zoneMs: number): Promise<Case> {
  const kind = chance.pick<Kind>(['right', 'wrong', 'wrong', 'set back', 'unmeasured'])
  const error = kind === 'right' ? 0 : chance.whole(-10 * day, 10 * day)
  const trueAt = Date.now() - chance.whole(2 * minute, 3 * day)
  const report = await written(officer, chance, { talks: 0, photos: 0 })
  const wire = { ...report.fields, tanggal: localDay(trueAt, zoneMs), pukul: '00:00' }
  const iso = (at: number) => new Date(at).toISOString()
  const clock = {
    right: { offset: 0, measured: iso(trueAt - hour) },
    wrong: { offset: -error, measured: iso(trueAt + error - hour) },
    // It was compared when it still showed another time.
    'set back': { offset: -error, measured: iso(trueAt + error + day) },
    unmeasured: { offset: null, measured: null },
  }[kind]
  const sealed = await seal(keys, {
    id: report.id,
    wire,
    kind: 'brief',
    type: 'penyuluhan',
    clock: { written: iso(trueAt + error), ...clock },
  })
  return { sealed, kind, trueAt, zoneMs }
}

interface Row {
  id: string
  writtenAt: Date
  arrivedAt: Date
  dueAt: Date
  jam: string[]
}

export async function rowsOf(client: Client): Promise<Map<string, Row>> {
  const { rows } = await client.query<Row>(
    `SELECT id, written_at AS "writtenAt", arrived_at AS "arrivedAt", due_at AS "dueAt",
       ARRAY(SELECT w -> 'params' ->> 'kind' FROM jsonb_array_elements(warnings) w WHERE w ->> 'key' = 'jam') AS jam
     FROM report`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** What is wrong about time and lateness of one, told without the application. */
export function wrongWith({ sealed: { id }, kind, trueAt, zoneMs }: Case, row: Row | undefined): string[] {
  if (!row) return [`${id} is not there`]
  const found: string[] = []
  const at = row.writtenAt.getTime()
  if (at > row.arrivedAt.getTime()) found.push('was written after it came')
  if (kind === 'set back' && !row.jam.includes('back')) found.push('nobody is told that its clock was set back')
  if (kind === 'unmeasured' && !row.jam.includes('unmeasured')) found.push('nobody is told that its clock is unknown')
  if (kind === 'right' || kind === 'wrong') {
    if (Math.abs(at - trueAt) > 1000) found.push(`is wrong by ${Math.round((at - trueAt) / 1000)} s`)
    const due = Date.parse(`${localDay(trueAt, zoneMs)}T${limit}:00Z`) - zoneMs
    if (row.writtenAt > row.dueAt !== trueAt > due) found.push(`is due at ${row.dueAt.toISOString()}`)
  }
  return found.map((what) => `${id} (${kind}) ${what}`)
}
