import { createHash } from 'node:crypto'
import { Client } from 'pg'
import sharp from 'sharp'
import { brokenLinks } from './chain.ts'
import type { Line } from './journal.ts'

/**
 * Judges a run by what lies on the table afterwards: the journals of the phones and the database. It shares no code with
 * the application and asks it nothing.
 */
export interface Verdict {
  sends: number
  receipts: number
  /** Sends that are not in the database, whole, although the server had said so; and those that were never taken. */
  lost: string[]
  /** Reports that are there more than once. */
  doubled: string[]
  /** Whatever else does not fit: photos, numbers, audit, events, tallies, reports that nobody sent. */
  wrong: string[]
}

interface Row {
  id: string
  number: string
  check_code: string
  author_id: string
  type_key: string
  state: string
  answers: Record<string, unknown>
  photos: { hash: string; body: Buffer }[]
}

export async function judge(url: string, lines: Line[]): Promise<Verdict> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const sent = linesOf(lines, 'sent')
    const rows = await rowsOf(client)
    const taken = new Set(linesOf(lines, 'taken').map(({ id }) => id))
    const receipts = new Map(linesOf(lines, 'receipt').map((line) => [line.id, line]))
    const standing = new Map(rows.map((row) => [row.id, row]))
    const holding = (mark: string) => rows.filter(({ answers }) => JSON.stringify(answers).includes(mark))
    const wrong: string[] = []
    for (const line of sent) {
      const row = standing.get(line.id)
      if (row) wrong.push(...(await differences(line, row)))
      const receipt = receipts.get(line.id)
      if (row && receipt && (receipt.number !== row.number || receipt.code.replace('-', '') !== row.check_code))
        wrong.push(`${line.id}: the receipt showed ${receipt.number}, the report is ${row.number}`)
    }
    return {
      sends: sent.length,
      receipts: receipts.size,
      lost: sent.flatMap(({ id }) =>
        standing.has(id) && receipts.has(id) ? [] : [`${id}${taken.has(id) ? ', which was said to be taken' : ''}`],
      ),
      doubled: sent.flatMap(({ id, mark }) => (holding(mark).length > 1 ? [id] : [])),
      wrong: [...wrong, ...(await aroundThem(client, rows, new Set(sent.map(({ id }) => id))))],
    }
  } finally {
    await client.end()
  }
}

const linesOf = <W extends Line['what']>(lines: Line[], what: W) =>
  lines.filter((line): line is Extract<Line, { what: W }> => line.what === what)

async function rowsOf(client: Client): Promise<Row[]> {
  const { rows: reports } = await client.query<Omit<Row, 'photos'>>(
    'SELECT id, number, check_code, author_id, type_key, state, answers FROM report',
  )
  const { rows: photos } = await client.query<{ report_id: string; hash: string; body: Buffer }>(
    'SELECT report_id, hash, body FROM photo ORDER BY ordinal',
  )
  return reports.map((report) => ({ ...report, photos: photos.filter(({ report_id }) => report_id === report.id) }))
}

/** The report as it stands against what was pressed: author, every word, every photo. */
async function differences(line: Extract<Line, { what: 'sent' }>, row: Row): Promise<string[]> {
  const found: string[] = []
  const say = (what: string) => found.push(`${line.id}: ${what}`)
  if (row.author_id !== line.author) say('has another author')
  for (const [name, text] of Object.entries(line.texts)) {
    if (name !== 'jenis' && name !== 'posisi' && String(row.answers[name]) !== text)
      say(`${name} is ${String(row.answers[name])}`)
  }
  if (row.photos.some(({ hash, body }) => createHash('sha256').update(body).digest('hex') !== hash))
    say('a photo is not what its hash says')
  const colours = await Promise.all(row.photos.map(({ body }) => colourOf(body)))
  if (colours.sort().join() !== [...line.photos].sort().join())
    say(`its photos are ${colours.join() || 'none'} instead of ${line.photos.join()}`)
  return found
}

async function colourOf(photo: Buffer): Promise<string> {
  const { channels } = await sharp(photo).stats()
  return channels
    .slice(0, 3)
    .map(({ mean }) => Math.round(mean / 17).toString(16))
    .join('')
}

/** What stands or falls with a report: its audit entry, its event, its place in the tally; and no report out of nowhere. */
async function aroundThem(client: Client, rows: Row[], sent: Set<string>): Promise<string[]> {
  const counts = async (sql: string) =>
    new Map((await client.query<{ id: string; count: number }>(sql)).rows.map(({ id, count }) => [id, count]))
  const audited = await counts(
    `SELECT subject AS id, count(*)::int FROM audit_entry WHERE action = 'report.filed' GROUP BY 1`,
  )
  const announced = await counts(
    `SELECT payload ->> 'subject' AS id, count(*)::int FROM outbox_event WHERE name = 'report.filed' GROUP BY 1`,
  )
  const { rows: tallies } = await client.query<{ tallied: number }>(
    'SELECT coalesce(sum(reports), 0)::int AS tallied FROM daily_tally',
  )
  const { rows: kept } = await client.query<{ id: string }>('SELECT report_id AS id FROM report_conflict')
  return [
    ...(await brokenLinks(client)),
    ...rows.filter(({ id }) => !sent.has(id)).map(({ id }) => `${id}: nobody sent it`),
    ...rows.filter(({ id }) => audited.get(id) !== 1).map(({ id }) => `${id}: ${audited.get(id) ?? 0} audit entries`),
    ...rows.filter(({ id }) => announced.get(id) !== 1).map(({ id }) => `${id}: ${announced.get(id) ?? 0} events`),
    ...[...audited.keys()]
      .filter((id) => !rows.some((row) => row.id === id))
      .map((id) => `${id}: audited, and not there`),
    ...(tallies[0]!.tallied === rows.length
      ? []
      : [`the tally counts ${tallies[0]!.tallied} of ${rows.length} reports`]),
    ...kept.map(({ id }) => `${id}: the same content was taken for another`),
  ]
}
