import type { Scope } from '../../access/policy/scope.ts'
import { addDays, type Day, dateOf } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'
import { peopleThen } from '../../platform/db/facts.ts'
import { withinSql } from '../../platform/db/within.ts'
import { beforeDays, type Cell, least, levelOf, recentDays } from './unusual.ts'

export interface FoundCell extends Cell {
  /** The reports of the fortnight, the newest first. */
  ids: string[]
  rws: (number | null)[]
  /** When the last of them came. */
  arrivedAt: Date
  /** The last word on what was done since it began; null where nobody has said one. */
  answeredAt: Date | null
}

/** Cells that are out of the usual. */
export async function unusualCells(tx: Reader, scope: Scope, today: Day): Promise<FoundCell[]> {
  const since = dateOf(addDays(today, -recentDays))
  const found = await tx.$queryRaw<FoundCell[]>`
    WITH cell AS (
      SELECT village_code, answers ->> 'kategori' AS category,
             count(*) FILTER (WHERE occurred_on > ${since})::int AS recent,
             count(*) FILTER (WHERE occurred_on <= ${since})::int AS before,
             array_agg(id ORDER BY occurred_at DESC, id) FILTER (WHERE occurred_on > ${since}) AS ids,
             array_agg((answers ->> 'rw')::int) FILTER (WHERE occurred_on > ${since}) AS rws,
             max(arrived_at) FILTER (WHERE occurred_on > ${since}) AS arrived_at,
             min(occurred_at) FILTER (WHERE occurred_on > ${since}) AS began_at
      FROM report
      WHERE ${withinSql(scope)} AND type_key = 'laporan-informasi' AND state NOT IN (${uncounted})
        AND occurred_on > ${dateOf(addDays(today, -recentDays - beforeDays))} AND answers ->> 'kategori' IS NOT NULL
      GROUP BY 1, 2
    )
    SELECT village_code AS "villageCode", category, recent, before, ids, rws, arrived_at AS "arrivedAt",
           (SELECT max(answered_at) FROM early_warning_answer a
            WHERE a.village_code = cell.village_code AND a.category = cell.category AND a.answered_at > cell.began_at) AS "answeredAt"
    FROM cell WHERE recent >= ${least}`
  return found.filter((cell) => levelOf(cell) !== undefined)
}

/** Who has done what about a cell, the newest first, each with the name and rank of that day. */
export async function answersTo(tx: Reader, villageCode: string, category: string, most: number) {
  const answers = await tx.earlyWarningAnswer.findMany({
    where: { villageCode, category },
    orderBy: { answeredAt: 'desc' },
    take: most,
    select: { note: true, answeredAt: true, answeredBy: true },
  })
  const then = await peopleThen(
    tx,
    answers.map(({ answeredBy, answeredAt }) => ({ personId: answeredBy, at: answeredAt })),
  )
  return answers.map(({ note, answeredAt, answeredBy }) => ({ note, answeredAt, person: then(answeredBy, answeredAt) }))
}
