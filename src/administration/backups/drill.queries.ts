import { sealingKeys } from '../../access/devices/index.ts'
import { nikLocation } from '../../officers/register/index.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Db } from '../../platform/db/connect.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import { decryptAnswers, reportLocation } from '../../reports/record/index.ts'
import { findReportType } from '../../reports/registry/index.ts'
import { verifyChain } from '../audit/index.ts'
import type { Manifest } from './frames.ts'

export interface DrillFigures {
  tables: number
  reports: number
  photos: number
  /** Entries of the audit under the chain. */
  sealed: number
  /** Confidential answers and NIK that were opened. */
  opened: number
}

const sample = 200

/** Looks whether a restored database is what the backup says, and whether people could work with it. */
export async function judgeRestored(db: Db, manifest: Manifest, cipher: Cipher) {
  const faults: string[] = []
  const figures: DrillFigures = {
    tables: await sameRows(db, manifest, faults),
    reports: await readReports(db, faults),
    photos: await wholePhotos(db, faults),
    sealed: await wholeChain(db, manifest, cipher, faults),
    opened: await decryptValues(db, cipher, faults),
  }
  return { figures, faults }
}

async function sameRows(db: Db, { tables }: Manifest, faults: string[]): Promise<number> {
  for (const { name, rows } of tables) {
    const [found] = await db.$queryRaw<{ n: number }[]>(countIn(name))
    if (found?.n !== rows) faults.push(`${name}: ${found?.n} of ${rows} rows`)
  }
  return tables.length
}

/** The name stands in a list that only its owner could have written; it is still given as a value. */
const countIn = (table: string) => Prisma.sql`
  SELECT (xpath('//n/text()', query_to_xml(format('SELECT count(*) AS n FROM %s', ${table}::text), false, true, '')))[1]::text::int AS n`

async function readReports(db: Db, faults: string[]): Promise<number> {
  const reports = await db.report.findMany({ orderBy: { arrivedAt: 'desc' }, take: sample })
  const unread = reports.filter(({ typeKey, answers }) => !findReportType(typeKey) || typeof answers !== 'object')
  if (unread.length > 0) faults.push(`${unread.length} of ${reports.length} reports cannot be read`)
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM report r WHERE NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject = r.id::text)`
  if (row!.n > 0) faults.push(`${row!.n} reports have no trace in the audit`)
  return reports.length
}

async function wholePhotos(db: Db, faults: string[]): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number; bad: number }[]>`
    SELECT count(*)::int AS n, (count(*) FILTER (WHERE encode(sha256(body), 'hex') <> hash))::int AS bad FROM photo`
  if (row!.bad > 0) faults.push(`${row!.bad} of ${row!.n} photos are not what their hash says`)
  return row!.n
}

async function wholeChain(db: Db, { chain }: Manifest, cipher: Cipher, faults: string[]): Promise<number> {
  const { sealed, fault } = await verifyChain(db, cipher, chain)
  if (fault) faults.push(`audit: entry ${fault.entry} (${fault.ordinal}) is ${fault.why}`)
  return sealed
}

async function decryptValues(db: Db, cipher: Cipher, faults: string[]): Promise<number> {
  const answers = await db.sealedAnswers.findMany({ take: sample })
  const entries = await db.registerEntry.findMany({ where: { nikSealed: { not: null } }, take: sample })
  const opens = [
    ...answers.map(
      ({ body, reportId, version }) =>
        () =>
          decryptAnswers(cipher, body, reportLocation(reportId, version)),
    ),
    ...entries.map(
      ({ id, nikSealed }) =>
        () =>
          cipher.decrypt(nikSealed!, nikLocation(id)),
    ),
  ]
  const closed = opens.filter((open) => {
    try {
      return open() === undefined
    } catch {
      return true
    }
  })
  const keyOf = sealingKeys(cipher)
  const kids = await db.sealingKey.findMany({ select: { kid: true } })
  for (const { kid } of kids)
    await keyOf(db, kid).catch(() => faults.push(`sealing key ${kid} does not open: what phones seal to it is lost`))
  if (closed.length > 0) faults.push(`${closed.length} of ${opens.length} sealed values do not open`)
  return opens.length - closed.length + kids.length
}
