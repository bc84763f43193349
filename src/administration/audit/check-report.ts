import type { Cipher } from '../../platform/cipher.ts'
import { isStampOf } from '../../platform/db/audit-entry.ts'
import { type Content, contentOf, linkTo, type ReportFacts } from '../../platform/db/content.ts'
import type { Fault, ReportPart } from './fault.ts'

/** An entry that tells the content of a report. */
export interface ContentEntry {
  id: bigint
  at: Date
  actorId: string | null
  action: string
  subject: string
  details: unknown
  requestId: string | null
  content: Content
  stamp: Uint8Array | null
}

export interface CheckedReport extends ReportFacts {
  number: string
  writtenAt: bigint
  unitPath: string
}

/** These touch neither state nor columns: what differs after one of them was changed in the database before it. */
const leavesColumns: ReadonlySet<string> = new Set([
  'report.supplemented',
  'photo.placed',
  'followUp.closed',
  'source.revealed',
  'envelope.opened',
])

const parts: Record<string, ReportPart> = {
  h: 'columns',
  a: 'answers',
  f: 'photos',
  x: 'source',
  v: 'replaced',
  r: 'decision',
  d: 'addendum',
  u: 'outcome',
}
const partOf = (item: string): ReportPart => parts[item.slice(0, 1)] ?? 'columns'

/** What must be in all later entries as it was in this one: everything but columns, photos and state. */
const stays = (item: string) => item !== 'h' && !item.startsWith('f')

/** What of a report is not as its entries tell it, each part once. */
export function faultsOfReport(cipher: Cipher, report: CheckedReport, entries: readonly ContentEntry[]): Fault[] {
  const about = { report: report.id, number: report.number, unitPath: report.unitPath }
  // Entries with a wrong stamp are named where the chain is checked, and tell nothing here.
  const genuine = entries.filter((entry) => entry.stamp !== null && isStampOf(cipher, entry.stamp, entry))
  const last = genuine.at(-1)
  if (!last) return [{ kind: 'report', why: 'inserted', ...about }]
  const changed = (part: ReportPart, entry?: bigint): Fault => ({
    kind: 'report',
    why: 'changed',
    part,
    ...about,
    ...(entry === undefined ? {} : { entry: String(entry) }),
  })
  const faults = [
    ...genuine.flatMap((entry, at) => betweenFaults(genuine[at - 1], entry, changed)),
    ...[...differing(last.content, contentOf(cipher, report, null, last.content.k))].map((part) => changed(part)),
    ...givenFaults(report, genuine[0]!, changed),
  ]
  return faults
}

type Changed = (part: ReportPart, entry?: bigint) => Fault

/** What changed between two entries without one that tells of it. */
function betweenFaults(before: ContentEntry | undefined, entry: ContentEntry, changed: Changed): Fault[] {
  const expected = before?.stamp ? linkTo(before.stamp) : undefined
  if (entry.content.p !== expected) return [{ kind: 'entry', why: 'repeated', ordinal: 0, entry: String(entry.id) }]
  // An erasure leaves a stub: what was before it is gone, and its digests say nothing of what it was.
  if (!before || entry.action === 'content.erased') return []
  const { s, n, i } = before.content
  const left = Object.entries(i).filter(([item, digest]) => stays(item) && entry.content.i[item] !== digest)
  const isMoved = s !== entry.content.s || n !== entry.content.n
  const isTouched = i.h !== entry.content.i.h
  const keeps = leavesColumns.has(entry.action)
  const found = new Set<ReportPart>([
    ...left.map(([item]) => partOf(item)),
    ...(keeps && isMoved ? ['state' as const] : []),
    ...(keeps && isTouched ? ['columns' as const] : []),
  ])
  return [...found].map((part) => changed(part, entry.id))
}

/** Where the row and the newest entry differ. */
function differing(told: Content, now: Content): Set<ReportPart> {
  const items = new Set([...Object.keys(told.i), ...Object.keys(now.i)])
  return new Set([
    ...(told.s === now.s && told.n === now.n ? [] : ['state' as const]),
    ...[...items].filter((item) => told.i[item] !== now.i[item]).map(partOf),
  ])
}

/** Number and time come from the database itself, in the statement that files: the first entry keeps them. */
function givenFaults({ number, writtenAt }: CheckedReport, { details }: ContentEntry, changed: Changed): Fault[] {
  const given = (details ?? {}) as { number?: unknown; writtenAt?: unknown }
  return [
    ...(given.number === number ? [] : [changed('number')]),
    ...(given.writtenAt === undefined || given.writtenAt === Number(writtenAt) ? [] : [changed('writtenAt')]),
  ]
}
