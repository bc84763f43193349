import type { Scope } from '../../access/policy/scope.ts'
import type { NamedUnit } from '../../administration/units/index.ts'
import { dateOf } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'
import { withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { Question } from './question.ts'

export type Slice = Pick<Question, 'unitPath' | 'period'>

/** Over a table with `path`. */
const inUnits = (scope: Scope, unitPath: string): Prisma.Sql =>
  scope.kind === 'own'
    ? Prisma.sql`FALSE`
    : Prisma.sql`starts_with(path, ${scope.path}) AND starts_with(path, ${unitPath})`

/** The polsek below a path that were there in the period, and those that have figures in it, as they were called at its end. */
export const polsekOf = (tx: Reader, scope: Scope, { unitPath, period }: Slice, withFigures: string[] = []) =>
  tx.$queryRaw<NamedUnit[]>`
    SELECT unit.path, named.name FROM unit CROSS JOIN LATERAL unit_on(unit.id, ${dateOf(period.until)}::date) named
    WHERE ${inUnits(scope, '')} AND (path = ANY (${withFigures})
      OR (kind = 'polsek' AND ${inUnits(scope, unitPath)} AND unit.since_on <= ${dateOf(period.until)}
        AND (unit.until_on IS NULL OR unit.until_on >= ${dateOf(period.from)})))
    ORDER BY named.name, unit.path`

/** An officer as the recap of a period names them: as they were called at its end, with every unit that they served in. */
export interface Officer {
  id: string
  nrp: string
  name: string
  pangkat: string
  state: string
  units: NamedUnit[]
}

/**
 * The officers with an active account who served in a unit of the scope in the period, and those with figures in it. Nothing
 * here asks where somebody is today: a later move or suspension changes no recap of a period gone by.
 */
export function officersOf(tx: Reader, scope: Scope, { unitPath, period }: Slice, withFigures: string[]) {
  const [from, until] = [period.from, period.until].map((day) => Prisma.sql`${dateOf(day)}::date`) as [
    Prisma.Sql,
    Prisma.Sql,
  ]
  return tx.$queryRaw<Officer[]>`
    WITH served AS (
      SELECT posting.person_id, unit.id AS unit_id, min(posting.since_on) AS since_on
      FROM posting JOIN unit ON unit.id = posting.unit_id
      JOIN person_fact fact ON fact.person_id = posting.person_id AND fact.state = 'active'
        AND fact.since_on <= least(coalesce(posting.until_on, ${until}), ${until})
        AND coalesce(fact.until_on, ${until}) >= greatest(posting.since_on, ${from})
      WHERE posting.role = 'bhabinkamtibmas' AND ${inUnits(scope, unitPath)}
        AND posting.since_on <= ${until} AND (posting.until_on IS NULL OR posting.until_on >= ${from})
      GROUP BY 1, 2
    ), reported AS (
      SELECT author_id AS person_id, unit.id AS unit_id, min(occurred_on) AS since_on
      FROM daily_tally JOIN unit ON unit.path = unit_path
      WHERE author_id = ANY (${withFigures}::uuid[]) AND ${withinSql(scope)} AND starts_with(unit_path, ${unitPath})
        AND occurred_on BETWEEN ${from} AND ${until} AND reports > 0 AND state NOT IN (${uncounted})
      GROUP BY 1, 2
    ), placed AS (
      SELECT person_id, unit_id, min(since_on) AS since_on FROM (SELECT * FROM served UNION ALL SELECT * FROM reported) both_of_them
      GROUP BY 1, 2
    ), named AS (
      SELECT person_id, jsonb_agg(jsonb_build_object('path', unit.path, 'name', fact.name) ORDER BY placed.since_on, unit.path) AS units,
        string_agg(fact.name, ', ' ORDER BY placed.since_on, unit.path) AS names
      FROM placed JOIN unit ON unit.id = unit_id CROSS JOIN LATERAL unit_on(unit.id, ${until}) fact GROUP BY 1
    )
    SELECT person.id, person.nrp, fact.name, fact.pangkat, fact.state, named.units
    FROM named JOIN person ON person.id = named.person_id CROSS JOIN LATERAL person_on(person.id, ${until}) fact
    ORDER BY named.names, fact.name, person.id`
}
