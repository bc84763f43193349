import { addDays, type Day, dayIn, isDay } from '../../kernel/days.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { TimeFacts } from '../../reports/deadlines/index.ts'
import { type Answers, formVersionOf, type ReportType, readAnswers } from '../../reports/engine/index.ts'
import { type EntryKnown, type Fault, faultsIn, lateReasonInEnvelope } from '../../reports/form/index.ts'
import { type EnvelopeRow, type Filing, filingOf, isSameContent, photosInEnvelope } from '../../reports/record/index.ts'
import { briefAnswers, briefForm, findReportType } from '../../reports/registry/index.ts'
import { unasked } from '../../reports/signals/index.ts'
import { sayIn } from '../../sentences/say.ts'
import { type WritingTime, writingTimeOf } from './clock.ts'
import type { EnvelopeContent } from './envelope.ts'
import type { Parsed } from './envelope-crypto.ts'
import { type ExistingReport, holdsOn, type KnownPerson } from './intake.queries.ts'

/** Why an envelope waits for somebody to look at it. */
export const quarantineCodes = [
  'unknownDevice',
  'revokedDevice',
  'badSignature',
  'otherAuthor',
  'inactive',
  'noOfficer',
  'sealed',
  'unknownType',
  'unfit',
  'disowned',
] as const
export type QuarantineCode = (typeof quarantineCodes)[number]

/** What its author has not signed, or has disowned: no decision makes it theirs. */
export const isNobodys = (code: QuarantineCode | undefined) =>
  code === 'badSignature' || code === 'otherAuthor' || code === 'disowned'

/** Nothing shows that its author has sent it: they are asked. */
export const isUnsigned = (code: QuarantineCode | undefined) => code === 'unknownDevice' || code === 'revokedDevice'

export interface Reason extends Fault {
  code?: QuarantineCode
}

/** What becomes of an envelope. */
export type Verdict =
  | { state: 'filed'; filing: Filing }
  /** The same content stands already under its id. */
  | { state: 'repeated'; writtenAt: Date }
  | { state: 'faulty'; reasons: Fault[]; type: ReportType; wire: EnvelopeContent['wire']; writtenAt: Date }
  | { state: 'held'; reasons: Reason[] }
  | { state: 'conflict'; writtenAt: Date }

export const quarantined = (code: QuarantineCode): Verdict => ({
  state: 'held',
  reasons: [{ field: '', code, message: sayIn('id')(`intake.held.${code}`) }],
})

interface Serving {
  place: { unitPath: string; timeZone: string }
  villages: ReadonlySet<string>
}

/** An envelope that has been opened, and by whom it was written where. */
export interface Decrypted {
  envelope: Parsed
  content: EnvelopeContent
  author: KnownPerson
  written: WritingTime
  /** Where they served on the day it happened; who is moved at noon has been out in the morning. */
  serving: Serving[]
  /** The form that was filled in, as it asks on the day it was written. */
  type: ReportType
  answers: Answers
}

/** Reads what is inside: whose it is, where they served on the day it happened, and which form it was. Or why it is quarantined. */
export function readDecrypted(
  envelope: Parsed,
  content: EnvelopeContent,
  author: KnownPerson,
  arrivedAt: Date,
  typeOn: (type: ReportType, day: Day, unitPath: string) => ReportType,
): Decrypted | QuarantineCode {
  const written = writingTimeOf(content.clock, arrivedAt)
  const day = dayIn(author.timeZone, written.judgedAt)
  const writing = [day, addDays(day, -1)].flatMap((on) => servingOn(author, on))
  if (writing.length === 0) return 'noOfficer'
  const named = content.kind === 'brief' ? briefForm : findReportType(content.type)
  const answers = named && readAnswers(named, content.wire)
  if (!named || !answers) return 'unknownType'
  if (content.kind === 'brief' && !findReportType(String(answers.jenis))) return 'unknownType'
  const { tanggal } = answers
  const isEarlier = typeof tanggal === 'string' && isDay(tanggal) && tanggal < day
  const earlier = isEarlier ? servingOn(author, tanggal) : writing
  const serving = earlier.length > 0 ? earlier : [{ place: writing[0]!.place, villages: new Set<string>() }]
  return { envelope, content, author, written, serving, answers, type: typeOn(named, day, writing[0]!.place.unitPath) }
}

function servingOn({ postings, villages }: KnownPerson, day: Day): Serving[] {
  const place = postings.find(holdsOn(day))
  if (place?.role !== 'bhabinkamtibmas') return []
  return [{ place, villages: new Set(villages.filter(holdsOn(day)).map(({ code }) => code)) }]
}

/** Where the report belongs: where its author served then, unless it lies where they served until the day before. */
const servingAt = ({ serving }: Decrypted, villageCode: string): Serving =>
  serving.find(({ villages }) => villages.has(villageCode)) ?? serving[0]!

export interface JudgingFacts {
  arrivedAt: Date
  entries: ReadonlyMap<string, EntryKnown>
  times: TimeFacts
  cipher: Cipher
  requestId: string
  standing: ReadonlyMap<string, ExistingReport>
}

export const entryIdOf = ({ type, answers }: Decrypted): string => String(answers[type.entryField] ?? '')

/** The report as it would be filed, by the rules of its form. */
export function verdictOn(decrypted: Decrypted, facts: JudgingFacts, row: EnvelopeRow | undefined): Verdict {
  const { envelope, content, author, written, type, answers } = decrypted
  const standing = facts.standing.get(envelope.claims.id)
  const entry = facts.entries.get(entryIdOf(decrypted)) ?? null
  const villageCode = entry?.villageCode ?? String(answers.wilayah)
  const { place, villages } = servingAt(decrypted, villageCode)
  const { locale, wire } = content
  const t = sayIn(locale === 'en' ? 'en' : 'id')
  const judging = { villages, entry, t, locale: locale === 'en' ? ('en' as const) : ('id' as const) }
  const faults = standing
    ? []
    : faultsIn(
        type,
        { wire, answers, photos: envelope.claims.photos.length },
        { ...judging, now: written.judgedAt, timeZone: place.timeZone },
      )
  if (faults.length > 0)
    return { state: 'faulty', reasons: faults, type: draftType(decrypted), wire, writtenAt: written.at }
  const filing = filingFrom(decrypted, facts, { ...place, villageCode }, row)
  if (!standing) return { state: 'filed', filing }
  const isSame = standing.authorId === author.id && isSameContent(filing, standing)
  return { state: isSame ? 'repeated' : 'conflict', writtenAt: written.at }
}

/** A brief report has no drafts of its own: what is wrong with it is mended in the form of its type. */
const draftType = ({ content, type, answers }: Decrypted): ReportType =>
  content.kind === 'brief' ? findReportType(String(answers.jenis))! : type

function filingFrom(
  { envelope, content, author, written, type, answers }: Decrypted,
  { arrivedAt, times, cipher, requestId }: JudgingFacts,
  { villageCode, ...place }: Serving['place'] & { villageCode: string },
  row: EnvelopeRow | undefined,
): Filing {
  const isBrief = content.kind === 'brief'
  const filing = filingOf({
    id: envelope.claims.id,
    author: { id: author.id, ...place },
    photos: [],
    photosTold: photosInEnvelope,
    cipher,
    requestId,
    times,
    ...(isBrief
      ? { type: findReportType(String(answers.jenis))!, answers: briefAnswers(answers), state: 'brief' as const }
      : { type, answers, formVersion: formVersionOf(type, content.wire) }),
    villageCode,
    writtenAt: written.at,
    arrivedAt,
    ...(written.offsetMs === undefined ? {} : { clockOffsetMs: written.offsetMs }),
  })
  const warnings = written.odd.map((kind) => ({ key: 'jam' as const, params: { kind }, reason: unasked }))
  const lateReason = lateReasonInEnvelope(filing, content.wire)
  return { ...filing, lateReason, warnings, ...(row ? { envelope: row } : {}) }
}
