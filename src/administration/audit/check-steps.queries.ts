import type { Cipher } from '../../platform/cipher.ts'
import { isStampOf } from '../../platform/db/audit-entry.ts'
import type { Db, Reader } from '../../platform/db/connect.ts'
import { factsAfter } from '../../platform/db/content.queries.ts'
import { strangeEntry } from './chain.queries.ts'
import { type CheckCursor, noUuid } from './check-cursor.queries.ts'
import { type ContentEntry, faultsOfReport } from './check-report.ts'
import {
  type CheckedLink,
  checkedLinks,
  contentEntries,
  isRepeated,
  missingPhotos,
  photosAfter,
} from './checked-rows.queries.ts'
import type { Fault } from './fault.ts'
import { checkNihilAfter } from './nihil-check.queries.ts'

/** What is listed by name; more than that are only counted. */
const mostListed = 200
/** An entry that is older than one before it by more than this may be a copy of an earlier one. */
const mostBackMs = 120_000
const atOnce = { links: 1000, reports: 200, photos: 50, people: 20 }

const withFaults = (cursor: CheckCursor, found: readonly Fault[]): CheckCursor => ({
  ...cursor,
  faults: [...cursor.faults, ...found].slice(0, mostListed),
  faultCount: cursor.faultCount + found.length,
})

export interface CheckRun {
  db: Db
  cipher: Cipher
  /** The digits of a head from outside; empty where there is none. */
  head: string
}

/** One batch of a check, on a snapshot of its own: whatever is written meanwhile is either seen whole or not at all. */
export const checkNext = ({ db, cipher, head }: CheckRun, cursor: CheckCursor): Promise<CheckCursor> =>
  db.$transaction(
    (tx) => {
      if (cursor.phase === 'chain') return checkChain(tx, cipher, head, cursor)
      if (cursor.phase === 'reports') return checkReports(tx, cipher, cursor)
      return cursor.phase === 'photos' ? checkPhotos(tx, cursor) : checkNihil(tx, cipher, cursor)
    },
    { isolationLevel: 'RepeatableRead' },
  )

async function checkChain(tx: Reader, cipher: Cipher, head: string, cursor: CheckCursor): Promise<CheckCursor> {
  const links = await checkedLinks(tx, cursor.ordinal, atOnce.links)
  if (links.length === 0) return endOfChain(tx, head, cursor)
  let now = cursor
  const found: Fault[] = []
  for (const link of links) {
    const fault = (await linkFault(tx, cipher, link, now)) ?? removedReport(link)
    if (fault) found.push(fault)
    now = after(now, link, head)
  }
  const entries = cursor.done.entries + links.length
  return withFaults({ ...now, done: { ...cursor.done, entries } }, found)
}

async function endOfChain(tx: Reader, head: string, cursor: CheckCursor): Promise<CheckCursor> {
  const strange = await strangeEntry(tx)
  return withFaults({ ...cursor, phase: 'reports' }, [
    ...(head !== '' && !cursor.isKnownSeen ? [{ kind: 'cutOff' as const }] : []),
    ...(strange === undefined
      ? []
      : [{ kind: 'entry' as const, why: 'unsealed' as const, ordinal: 0, entry: String(strange) }]),
  ])
}

const after = (cursor: CheckCursor, { ordinal, hash, action, at }: CheckedLink, head: string): CheckCursor => {
  const digits = Buffer.from(hash).toString('hex')
  return {
    ...cursor,
    ordinal: Number(ordinal),
    hash: digits,
    isKnownSeen: cursor.isKnownSeen || (head !== '' && digits.startsWith(head)),
    isBegun: cursor.isBegun || action === 'chain.begun',
    newestAt: Math.max(cursor.newestAt, at?.getTime() ?? 0),
  }
}

/** A link is judged by the one before it as that stands there, so that each fault is named and not only the first. */
async function linkFault(
  tx: Reader,
  cipher: Cipher,
  link: CheckedLink,
  before: CheckCursor,
): Promise<Fault | undefined> {
  const ordinal = Number(link.ordinal)
  const fault = (why: Extract<Fault, { kind: 'entry' }>['why']): Fault => ({
    kind: 'entry',
    why,
    ordinal,
    entry: String(link.entryId),
  })
  if (ordinal !== before.ordinal + 1) return fault('gap')
  if (link.text === null) return fault('missing')
  if (!Buffer.from(cipher.link(Buffer.from(before.hash, 'hex'), link.text)).equals(link.hash)) return fault('changed')
  if (!link.stamp) return before.isBegun || link.action === 'chain.begun' ? fault('inserted') : undefined
  if (!isStampOf(cipher, link.stamp, link)) return fault('inserted')
  const isOld = link.at.getTime() < before.newestAt - mostBackMs
  return isOld && (await isRepeated(tx, link)) ? fault('repeated') : undefined
}

function removedReport({ hasReport, subject, details, entryId }: CheckedLink): Fault | undefined {
  if (hasReport) return undefined
  const { number } = (details ?? {}) as { number?: unknown }
  return {
    kind: 'report',
    why: 'removed',
    report: subject,
    number: typeof number === 'string' ? number : '',
    unitPath: '',
    entry: String(entryId),
  }
}

async function checkReports(tx: Reader, cipher: Cipher, cursor: CheckCursor): Promise<CheckCursor> {
  const reports = await factsAfter(tx, cursor.report, atOnce.reports)
  const last = reports.at(-1)
  if (!last) return { ...cursor, phase: 'photos' }
  const ids = reports.map(({ id }) => id)
  const entries = new Map<string, ContentEntry[]>(ids.map((id) => [id, []]))
  for (const entry of await contentEntries(tx, ids)) entries.get(entry.subject)!.push(entry)
  const found = reports.flatMap((report) => {
    const told = entries.get(report.id)!
    // Before the chain covers content there is nothing to compare a report with.
    return told.length > 0 || cursor.isBegun ? faultsOfReport(cipher, report, told) : []
  })
  const known = new Map(reports.map((report) => [report.id, report]))
  const gone = (await missingPhotos(tx, ids)).map(({ report, hash }): Fault => {
    const { number, unitPath } = known.get(report)!
    return { kind: 'photo', why: 'removed', report, number, unitPath, hash }
  })
  const done = { ...cursor.done, reports: cursor.done.reports + reports.length }
  return withFaults({ ...cursor, report: last.id, done }, [...found, ...gone])
}

async function checkPhotos(tx: Reader, cursor: CheckCursor): Promise<CheckCursor> {
  const photos = await photosAfter(tx, cursor.photo, atOnce.photos)
  const last = photos.at(-1)
  if (!last) return { ...cursor, phase: 'nihil' }
  const found = photos
    .filter(({ isWhole }) => !isWhole)
    .map(
      ({ report, number, unitPath, hash }): Fault => ({
        kind: 'photo',
        why: 'changed',
        report,
        number,
        unitPath,
        hash,
      }),
    )
  const done = { ...cursor.done, photos: cursor.done.photos + photos.length }
  return withFaults({ ...cursor, photo: { report: last.report, hash: last.hash }, done }, found)
}

async function checkNihil(tx: Reader, cipher: Cipher, cursor: CheckCursor): Promise<CheckCursor> {
  // A check that an earlier release began knows nothing of nihil days yet.
  const { person = noUuid } = cursor as Partial<CheckCursor>
  const { last, days, faults } = await checkNihilAfter(tx, cipher, person, atOnce.people)
  if (last === null) return { ...cursor, phase: 'done' }
  return withFaults(
    { ...cursor, person: last, done: { ...cursor.done, nihil: (cursor.done.nihil ?? 0) + days } },
    faults,
  )
}
