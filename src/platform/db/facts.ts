import type { Day } from '../../kernel/days.ts'
import { Prisma } from '../generated/prisma/client.ts'
import type { Reader } from './connect.ts'

/** Whether a row with `since_on` and `until_on` holds on that day. */
export const holdsOn = (table: Prisma.Sql, day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${table}.since_on <= ${day} AND (${table}.until_on IS NULL OR ${table}.until_on >= ${day})`

/** What a person was called on a day. */
export interface PersonFacts {
  name: string
  pangkat: string
  position: string
}

/** A day, or an instant, which is on the day that it is where the person serves. */
type When = Day | Date

export interface FactsQuery {
  personId: string
  at: When
}

const keyOf = ({ personId, at }: FactsQuery): string => `${personId} ${at instanceof Date ? at.toISOString() : at}`

/** What these people were called then, asked for once; the answer knows only whom and when it was asked. */
export async function peopleThen(
  tx: Reader,
  asked: readonly FactsQuery[],
): Promise<(personId: string, at: When) => PersonFacts> {
  const distinct = [...new Map(asked.map((one) => [keyOf(one), one])).values()]
  const days = distinct.map(({ at }) => (at instanceof Date ? null : at))
  const instants = distinct.map(({ at }) => (at instanceof Date ? at.toISOString() : null))
  const rows =
    distinct.length === 0
      ? []
      : await tx.$queryRaw<(PersonFacts & { ordinal: number })[]>`
          SELECT a.ordinal::int, f.name, f.pangkat, f.position
          FROM unnest(${distinct.map(({ personId }) => personId)}::uuid[], ${days}::date[], ${instants}::timestamptz[])
            WITH ORDINALITY AS a (person_id, day, instant, ordinal)
          JOIN person p ON p.id = a.person_id JOIN unit u ON u.id = p.unit_id
          CROSS JOIN LATERAL person_on(p.id, coalesce(a.day, (a.instant AT TIME ZONE u.time_zone)::date)) f`
  const known = new Map(rows.map(({ ordinal, ...facts }) => [keyOf(distinct[ordinal - 1]!), facts]))
  return (personId, at) => known.get(keyOf({ personId, at }))!
}

/** The name that a unit had on that day. */
export async function unitNameOn(tx: Reader, path: string, day: Day): Promise<string> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`
    SELECT f.name FROM unit u CROSS JOIN LATERAL unit_on(u.id, ${day}::date) f WHERE u.path = ${path}`
  return row?.name ?? ''
}
