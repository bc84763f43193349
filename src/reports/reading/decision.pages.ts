import { may, mayEver } from '../../access/policy/policy.ts'
import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { type Answers, askedFields, isOffered, type ReportType, readLabel, type Word } from '../engine/index.ts'
import type { FoundReport } from '../record/index.ts'
import { polsekDeadline } from '../states/index.ts'

/** What somebody typed about a report, and what was wrong with it. */
export interface Deciding {
  reason: string
  note: string
  pins: string[]
  pinNotes: Record<string, string>
  original: string
  duplicateNote: string
  addendum: string
  errors: Map<string, string>
}

export const undecided: Deciding = {
  reason: '',
  note: '',
  pins: [],
  pinNotes: {},
  original: '',
  duplicateNote: '',
  addendum: '',
  errors: new Map(),
}

/** What the reviewer may pin: every answer and the photos, but not the entry of the register, which says whose report it is. */
export const pinnable = (type: ReportType): string[] => [
  ...askedFields(type).flatMap(([key, { kind, requiredUnless, insteadOf }]) =>
    kind === 'entry' || requiredUnless || insteadOf ? [] : key,
  ),
  'foto',
]

export interface Decided {
  report: FoundReport
  /** For which reasons it may be returned. */
  reasons: Word[]
}

export function decisionOf(context: Context, { report, reasons }: Decided, type: ReportType, deciding: Deciding) {
  const { actor, locale, today } = context
  const { reason, note, errors } = deciding
  return {
    canCheck: may(actor, 'report.check', report),
    canVerify: may(actor, 'report.verify', report),
    canReturn: may(actor, 'report.return', report),
    canMarkDuplicate: may(actor, 'report.markDuplicate', report),
    isOwn: mayEver(actor, 'report.return') && report.authorId === actor.id,
    waitsUntil: waitsUntil(context, report),
    checkAction: paths.check(report.id),
    verifyAction: paths.verification(report.id),
    returnAction: paths.return(report.id),
    duplicateAction: paths.duplicate(report.id),
    version: String(report.version),
    isReturnOpen: ['alasan', 'catatan', 'isian'].some((name) => errors.has(name)),
    isDuplicateOpen: errors.has('nomor'),
    reasons: reasons
      .filter((word) => isOffered(word, today) || word.key === reason)
      .map(({ key, label }) => ({ value: key, label: label[locale], checked: key === reason })),
    reasonError: errors.get('alasan') ?? '',
    note,
    noteError: errors.get('catatan') ?? '',
    pinsError: errors.get('isian') ?? '',
    pins: pinsOf(context, report, type, deciding),
    original: deciding.original,
    originalError: errors.get('nomor') ?? '',
    duplicateNote: deciding.duplicateNote,
  }
}

/** The answers that were given or could have been, each with room for a word about what is wrong with it. */
function pinsOf({ locale }: Context, report: FoundReport, type: ReportType, { pins, pinNotes }: Deciding) {
  const answers = report.answers as Answers
  const label = (key: string) => (key === 'foto' ? type.photos.label[locale] : readLabel(type.fields[key]!, locale))
  const isThere = (key: string) =>
    key === 'foto' ||
    type.fields[key]!.confidential ||
    (answers[key] !== null && answers[key] !== undefined) ||
    !type.fields[key]!.requiredWhen
  return pinnable(type)
    .filter(isThere)
    .map((key) => ({ value: key, label: label(key), checked: pins.includes(key), note: pinNotes[key] ?? '' }))
}

/** When the polres may decide on a report that the polsek has not read, told to those who wait for it. */
function waitsUntil({ actor, t, locale }: Context, report: FoundReport): string {
  const waits = actor.twoStage && actor.role !== 'kanit' && report.state === 'submitted' && !report.isOverdue
  if (!waits || !mayEver(actor, 'report.return')) return ''
  return t('review.polsekFirst', { at: showInstant(polsekDeadline(report.arrivedAt), actor.timeZone, locale) })
}
