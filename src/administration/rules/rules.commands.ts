import { dayIn } from '../../kernel/days.ts'
import type { Db } from '../../platform/db/connect.ts'
import { fieldsEver } from '../../reports/engine/index.ts'
import { allTerms } from '../../reports/registry/index.ts'
import { reportTypes } from '../../reports/types/index.ts'
import { type Finding, findingsIn } from './findings.ts'
import { reportsAfter, type StoredReport, zoneByPath } from './rules.queries.ts'

/** As many reports as are held in memory at once. */
const batchSize = 500
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Reports that are in no figure need keep no rule, duplicates excepted; a brief one is still to be completed. */
const unjudged: readonly string[] = ['unacknowledged', 'disowned', 'cancelled', 'brief']

type Found = Finding & { reportId: string }

export interface RuleRun {
  read: number
  findings: number
}

/** Judges every stored report by the rules of today and notes what breaks them. A report itself is never touched. */
export async function recheckReports(db: Db, now: Date): Promise<RuleRun> {
  const judge = await judgeOf(db)
  const run: RuleRun = { read: 0, findings: 0 }
  let after = beforeAll
  for (;;) {
    const reports = await reportsAfter(db, after, batchSize)
    const last = reports.at(-1)
    if (!last) break
    const found = reports.flatMap(judge)
    await replace(
      db,
      reports.map(({ id }) => id),
      found,
      now,
    )
    run.read += reports.length
    run.findings += found.length
    after = last.id
  }
  await db.ruleRun.create({ data: { ranAt: now, ...run } })
  return run
}

async function judgeOf(db: Db): Promise<(report: StoredReport) => Found[]> {
  const [terms, zones] = [await allTerms(db), await zoneByPath(db)]
  const types = new Map(reportTypes.map((type) => [type.key, { ...type, fields: fieldsEver(type.fields, terms) }]))
  return ({ id, typeKey, typeVersion, state, answers, unitPath, arrivedAt }) => {
    const type = types.get(typeKey)
    if (!type || unjudged.includes(state)) return []
    const day = dayIn(zones.get(unitPath) ?? 'Asia/Jakarta', arrivedAt)
    return findingsIn(type, answers, day, typeVersion).map((finding) => ({ reportId: id, ...finding }))
  }
}

/** A finding that stands keeps the day on which it was found first. */
async function replace(db: Db, ids: string[], found: Found[], now: Date): Promise<void> {
  const rows = JSON.stringify(found)
  await db.$transaction([
    db.$executeRaw`
      DELETE FROM rule_finding old WHERE report_id = ANY (${ids}::uuid[]) AND NOT EXISTS (
        SELECT FROM jsonb_to_recordset(${rows}::jsonb) AS f ("reportId" uuid, field text, rule text)
        WHERE f."reportId" = old.report_id AND f.field = old.field AND f.rule = old.rule)`,
    db.$executeRaw`
      INSERT INTO rule_finding (report_id, field, rule, found_at)
      SELECT "reportId", field, rule, ${now}
      FROM jsonb_to_recordset(${rows}::jsonb) AS f ("reportId" uuid, field text, rule text)
      ON CONFLICT DO NOTHING`,
  ])
}
