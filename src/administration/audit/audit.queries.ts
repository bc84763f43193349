import type { Scope } from '../../access/policy/scope.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { peopleWithin, unitsWithin } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import { type Change, changesIn } from './changes.ts'

export interface AuditFilter {
  /** Who did it or to whom it was done. */
  personId?: string | undefined
  action?: string | undefined
  from?: Date | undefined
  until?: Date | undefined
  /** The last entry of the page before. */
  before?: string | undefined
}

export type AuditSubject =
  | { kind: 'person' | 'unit'; id: string; name: string }
  | { kind: 'report'; number: string }
  | { kind: 'entry' | 'term' | 'drill' | 'rule' | 'earlyWarning' | 'directive' | 'outage' | 'elsewhere' }

export interface AuditLine {
  id: string
  at: Date
  action: string
  /** Empty when no person did it. */
  actor: string
  subject: AuditSubject
  changes: Change[]
}

interface Row {
  id: bigint
  at: Date
  action: string
  actor: string | null
  subject: string
  details: unknown
}

/**
 * What the people of the scope did and what was done to them, newest first. A report is only ever its number here: the
 * list is for those who may not read reports.
 */
export async function auditLines(tx: Reader, scope: Scope, filter: AuditFilter, take: number): Promise<AuditLine[]> {
  const units = await tx.unit.findMany({ where: unitsWithin(scope), select: { id: true, name: true } })
  const rows = await tx.$queryRaw<Row[]>`
    WITH people AS (SELECT id, id::text AS subject FROM person WHERE unit_id = ANY (${units.map(({ id }) => id)}::uuid[]))
    SELECT e.id, e.at, e.action, e.subject, e.details, a.pangkat || ' ' || a.name AS actor
    FROM audit_entry e LEFT JOIN person p ON p.id = e.actor_id LEFT JOIN unit u ON u.id = p.unit_id
    LEFT JOIN LATERAL person_on(p.id, (e.at AT TIME ZONE u.time_zone)::date) a ON TRUE
    WHERE (e.actor_id IN (SELECT id FROM people) OR e.subject IN (SELECT subject FROM people)
        OR e.subject = ANY (${units.map(({ id }) => id)}::text[]))
      AND ${Prisma.join(conditionsOf(filter), ' AND ')}
    ORDER BY e.id DESC LIMIT ${take}`
  const named = await namesOf(tx, scope, rows)
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  return rows.map((row) => lineOf(row, named, unitNames))
}

function conditionsOf({ personId, action, from, until, before }: AuditFilter): Prisma.Sql[] {
  const given = [
    personId && Prisma.sql`(e.actor_id = ${personId}::uuid OR e.subject = ${personId})`,
    action && Prisma.sql`e.action = ${action}`,
    from && Prisma.sql`e.at >= ${from}`,
    until && Prisma.sql`e.at < ${until}`,
    before && Prisma.sql`e.id < ${before}::bigint`,
  ].filter((condition): condition is Prisma.Sql => typeof condition === 'object')
  return given.length === 0 ? [Prisma.sql`true`] : given
}

async function namesOf(tx: Reader, scope: Scope, rows: Row[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ subject }) => subject).filter(isUuid))]
  const people = await tx.person.findMany({
    where: { AND: [peopleWithin(scope), { id: { in: ids } }] },
    select: { id: true, pangkat: true, name: true },
  })
  return new Map(people.map(({ id, pangkat, name }) => [id, `${pangkat} ${name}`]))
}

type Names = Map<string, string>

function lineOf({ id, at, action, actor, subject, details }: Row, people: Names, units: Names): AuditLine {
  const about =
    action.startsWith('report.') || reportActions.has(action) || isOf(details, 'report')
      ? reportOf(details)
      : isOf(details, 'entry')
        ? ({ kind: 'entry' } as const)
        : subjectOf(action, subject, people, units)
  const isTold = 'id' in about || about.kind === 'rule' || about.kind === 'outage' || tracedActions.has(action)
  const changes = isTold ? changesIn(details) : []
  return { id: String(id), at, action, actor: actor ?? '', subject: about, changes }
}

/** Their changes say which page and which filter, and nothing of what stood there. */
const tracedActions = new Set(['page.read', 'page.printed', 'file.exported', 'person.searched'])

/** What a trace of reading says that it is about. */
const isOf = (details: unknown, about: 'report' | 'entry') => (details as { about?: unknown } | null)?.about === about

const reportActions = new Set(['source.revealed', 'followUp.closed', 'photo.placed'])

function reportOf(details: unknown): AuditSubject {
  const { number } = (details ?? {}) as { number?: unknown }
  return { kind: 'report', number: typeof number === 'string' ? number : '' }
}

function subjectOf(action: string, subject: string, people: Names, units: Names): AuditSubject {
  if (action.startsWith('entry.') || action.startsWith('nik.')) return { kind: 'entry' }
  if (action.startsWith('term.')) return { kind: 'term' }
  if (action.startsWith('window.rule')) return { kind: 'rule' }
  if (action.startsWith('drill.')) return { kind: 'drill' }
  if (action.startsWith('outage.')) return { kind: 'outage' }
  if (action.startsWith('earlyWarning.')) return { kind: 'earlyWarning' }
  if (action.startsWith('directive.')) return { kind: 'directive' }
  const kind = units.has(subject) ? 'unit' : 'person'
  const name = units.get(subject) ?? people.get(subject)
  return name === undefined ? { kind: 'elsewhere' } : { kind, id: subject, name }
}

/** The id of the person with this NRP, if the scope has one. */
export async function personIdOf(tx: Reader, scope: Scope, nrp: string): Promise<string | undefined> {
  const person = await tx.person.findFirst({ where: { AND: [peopleWithin(scope), { nrp }] }, select: { id: true } })
  return person?.id
}
