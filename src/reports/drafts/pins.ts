import { type Answers, askedFields, type ReportType, readAnswers, type Wire, wireOf } from '../engine/index.ts'
import { type FoundReport, isConfidential } from '../record/index.ts'

export interface Pin {
  field: string
  note: string
}

/** What the last return pinned, with what the reviewer said about each. */
export const pinsOf = (report: Pick<FoundReport, 'reviews'>): Pin[] =>
  (report.reviews.findLast(({ decision }) => decision === 'returned')?.pins ?? []) as unknown as Pin[]

/**
 * The fields that the last return opened: those pinned, and the questions that hang on them. A report that its author
 * took back is open as a whole, but stays about the household or place that it was written about.
 */
export function openedFields(type: ReportType, report: FoundReport): ReadonlySet<string> {
  if (report.state === 'recalled') {
    const own = askedFields(type).filter(([, { kind }]) => kind !== 'entry')
    return new Set([...own.map(([key]) => key), 'foto'])
  }
  const pinned = new Set(pinsOf(report).map(({ field }) => field))
  const hangsOn = (parent: string | undefined) => parent !== undefined && pinned.has(parent)
  const proof = hangsOn(type.photos.minWhen?.field) ? ['foto'] : []
  const dependent = askedFields(type).filter(
    ([, { requiredWhen, requiredUnless, insteadOf, refuses }]) =>
      [requiredWhen?.field, requiredUnless, insteadOf].some(hangsOn) || hangsOn(refuses?.unless?.field),
  )
  return new Set([...pinned, ...dependent.map(([key]) => key), ...proof])
}

/**
 * The report's answers as a form, the opened ones as they were sent: what is not opened cannot be changed. A confidential one
 * was not shown, so that an empty one stays what it was.
 */
export function correctedWire(type: ReportType, report: FoundReport, sent: Wire, sealed: Answers = {}): Wire {
  const opened = openedFields(type, report)
  const isSent = (name: string) => !isConfidential(type, name) || (sent[name] ?? '') !== ''
  const isOpened = (name: string) => opened.has(name.split('.')[0]!) && isSent(name)
  const before = wireOf(type, { ...(report.answers as Answers), ...sealed })
  const kept = Object.entries(before).filter(([name]) => !isOpened(name))
  const given = Object.entries(sent).filter(([name]) => isOpened(name))
  return Object.fromEntries([...kept, ...given])
}

/** The opened fields whose answer is another one now; new photos count as a change of the photos. */
export function changedFields(
  type: ReportType,
  report: FoundReport,
  wire: Wire,
  newPhotos: readonly unknown[],
  sealed: Answers = {},
): string[] {
  const [before, after] = [{ ...(report.answers as Answers), ...sealed }, readAnswers(type, wire)]
  const opened = openedFields(type, report)
  const changed = [...opened].filter(
    (key) => key !== 'foto' && JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  )
  return opened.has('foto') && newPhotos.length > 0 ? [...changed, 'foto'] : changed
}
