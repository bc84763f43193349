import type { Subject } from '../../src/reports/signals/signals.queries.ts'
import type { Event, Village } from './duplicates-world.ts'

/** Whatever answers SQL: a client or a pool. */
export interface DuplicateQuery {
  query: (sql: string, values?: unknown[]) => Promise<unknown>
}

/** What the reports of the generator point to: areas, units, officers, households. */
export async function loadWorld(db: DuplicateQuery, villages: readonly Village[]): Promise<void> {
  const codes = villages.flatMap(({ code, name }) => [
    [code.slice(0, 2), 'Provinsi'],
    [code.slice(0, 5), 'Kota'],
    [code.slice(0, 8), 'Kecamatan'],
    [code, name],
  ])
  for (const [code, name] of codes)
    await db.query('INSERT INTO area (code, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [code, name])
  const steps = (path: string) => path.split('/').map((_, at, all) => `${all.slice(0, at + 1).join('/')}/`)
  const paths = new Set(villages.flatMap(({ unitPath }) => steps(unitPath).filter((path) => path.length > 1)))
  for (const path of [...paths].map((one) => one.replace(/\/\/$/, '/')))
    await db.query(
      `INSERT INTO unit (kind, name, path, since_on, parent_id) SELECT 'polsek', $1, $1, '2026-01-01',
       (SELECT id FROM unit WHERE path = regexp_replace($1, '[^/]+/$', '')) ON CONFLICT DO NOTHING`,
      [path],
    )
  const officers = villages.flatMap(({ unitPath, officers: two }) => two.map((id) => ({ id, unitPath })))
  await db.query(
    `INSERT INTO person (id, nrp, name, pangkat, position, role, unit_id, created_at)
     SELECT id, (70000000 + row_number() OVER ())::text, 'Petugas Contoh', 'Aipda', 'Bhabinkamtibmas', 'bhabinkamtibmas',
            (SELECT u.id FROM unit u WHERE u.path = o."unitPath"), '2026-01-01'
     FROM jsonb_to_recordset($1) AS o (id uuid, "unitPath" text)`,
    [JSON.stringify(officers)],
  )
  const households = villages.flatMap(({ code, officers: [by], households: all }) =>
    all.map((one) => ({ ...one, code, by })),
  )
  await db.query(
    `INSERT INTO register_entry (id, kind, village_code, rt, rw, name, created_by, created_at)
     SELECT id, 'keluarga', code, rt, rw, name, by, '2026-01-01'
     FROM jsonb_to_recordset($1) AS h (id uuid, code text, rt int, rw int, name text, by uuid)`,
    [JSON.stringify(households)],
  )
}

const batch = 5000

/** Lays reports into the table as the filing statement does; `onBatch` hears how many there are. */
export async function loadEvents(
  db: DuplicateQuery,
  events: readonly Event[],
  onBatch: (count: number) => void = () => undefined,
): Promise<void> {
  for (let from = 0; from < events.length; from += batch) {
    const rows = events.slice(from, from + batch).map(({ id, tempat, rw, rt, count, ...event }) => ({
      ...event,
      id,
      answers: { tempat, rw, rt, jumlah: count, posisi: positionOf(event.villageCode, id) },
    }))
    await db.query(
      `INSERT INTO report (id, number, check_code, type_key, type_version, author_id, unit_path, village_code, entry_id,
         occurred_on, occurred_at, written_at, arrived_at, due_at, answers, digest, narrative)
       SELECT id, 'BENCH/' || id, 'BENCH1', "typeKey", 1, "authorId", "unitPath", "villageCode", "entryId",
              day, at, at, at, at + interval '1 day', answers, id::text, narrative
       FROM jsonb_to_recordset($1) AS e (id uuid, "typeKey" text, "authorId" uuid, "unitPath" text, "villageCode" text,
         "entryId" uuid, day date, at timestamptz, answers jsonb, narrative text)`,
      [JSON.stringify(rows)],
    )
    onBatch(Math.min(events.length, from + batch))
  }
}

/** Somewhere within a kilometre of the village's middle. */
function positionOf(villageCode: string, id: string): string {
  const seed = Number.parseInt(id.slice(0, 8), 16)
  const [kecamatan, village] = [Number(villageCode.slice(6, 8)), Number(villageCode.slice(9)) % 100]
  const latitude = -6.7 - kecamatan / 50 + ((seed % 1000) - 500) / 100_000
  const longitude = 108.5 + village / 50 + (((seed >> 10) % 1000) - 500) / 100_000
  return `${latitude.toFixed(6)},${longitude.toFixed(6)},${5 + (seed % 40)}`
}

/** The event as somebody is about to file it. */
export const subjectFor = (event: Event): Subject => ({
  id: event.id,
  typeKey: event.typeKey,
  authorId: event.authorId,
  unitPath: event.unitPath,
  day: event.day,
  villageCode: event.villageCode,
  entryId: event.entryId,
  rt: event.rt,
  rw: event.rw,
  occurredAt: event.at,
  place: event.entryName || event.tempat,
  narrative: event.narrative,
  position: undefined,
  photos: [],
  isConfidential: false,
  unusualNames: 0,
})
