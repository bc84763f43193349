import type { Actor } from '../../access/policy/actor.ts'
import { canonical } from '../../kernel/canonical.ts'
import { instantIn } from '../../kernel/days.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { dueOf, type TimeFacts } from '../deadlines/index.ts'
import type { Answers, Field, ReportType } from '../engine/index.ts'
import { briefLine } from '../registry/index.ts'
import { encryptAnswers, reportLocation, splitConfidential } from './confidential.ts'
import type { Filing } from './filing-model.ts'
import { digestOf, newCheckCode } from './receipt.ts'

/** The values that recaps add up: one for each field marked `sum`. */
export const sumsOf = (type: ReportType, answers: Answers): Record<string, number> =>
  Object.fromEntries(
    Object.entries(type.fields)
      .filter(([key, field]) => field.recap === 'sum' && typeof answers[key] === 'number')
      .map(([key]) => [key, answers[key] as number]),
  )

const proseIn = (fields: [string, Field][], answers: Answers): string[] =>
  fields.flatMap(([key, { kind, items, confidential }]) => {
    const value = answers[key]
    if (confidential || value === null || value === undefined) return []
    if (kind === 'long') return [String(value)]
    return items ? (value as Answers[]).flatMap((item) => proseIn(Object.entries(items), item)) : []
  })

/** All that was told in prose, also inside of lists, line below line; nothing that is confidential. */
export const narrativeOf = (type: ReportType, answers: Answers): string =>
  proseIn(Object.entries(type.fields), answers).join('\n')

/** The points of the options that were chosen: the higher, the sooner it is read. */
export const priorityOf = (type: ReportType, answers: Answers): number =>
  Object.entries(type.fields).reduce((sum, [key, { ranks }]) => sum + (ranks?.[String(answers[key])] ?? 0), 0)

/** What is kept of the answers: those that are not confidential, and what is counted, compared and put in order by. */
export const storedColumnsOf = (type: ReportType, answers: Answers) => ({
  answers: splitConfidential(type, answers).open,
  sums: sumsOf(type, answers),
  narrative: briefLine(answers) || narrativeOf(type, answers),
  priority: priorityOf(type, answers),
})

/** Every column that the answers alone decide, but for the village, which may be known to the register only. */
export function columnsOf(type: ReportType, answers: Answers, zone: string) {
  const occurredOn = String(answers.tanggal)
  const entryId = answers[type.entryField]
  return {
    occurredOn,
    occurredAt: instantIn(zone, occurredOn, String(answers.pukul)),
    entryId: typeof entryId === 'string' ? entryId : null,
    ...storedColumnsOf(type, answers),
  }
}

export interface ReportInput {
  id: string
  type: ReportType
  /** The version of the form that asked, where it is not today's. */
  formVersion?: number
  author: Pick<Actor, 'id' | 'unitPath' | 'timeZone'>
  answers: Answers
  /** Of the entry's village where the type has one; else the answer `wilayah`. */
  villageCode: string
  photos: readonly string[]
  /** What stands for them in the fingerprint, where they come later. */
  photosTold?: readonly string[]
  /** How its life begins, when not as one that was sent in full. */
  state?: Filing['state']
  /** For the types that have confidential questions, and for the stamp of the audit. */
  cipher?: Cipher
  /** By the server's clock: that of a phone is corrected before. */
  writtenAt: Date
  arrivedAt: Date
  /** What had to be added to the phone's clock, where it was written there. */
  clockOffsetMs?: number
  /** What decides when it is due. */
  times: TimeFacts
  /** Why it is late, as far as its author was asked. */
  lateReason?: string | null
  requestId: string
}

/** What is confidential, as text for the statement, and its fingerprint, which says nothing without the key. */
function confidentialOf(cipher: Cipher | undefined, reportId: string, sealed: Answers | null) {
  if (sealed === null) return { sealed: null, mark: '' }
  if (!cipher) throw new Error('Sealed answers need a sealer')
  const asText = (bytes: Uint8Array | null) => Buffer.from(bytes!).toString('base64')
  return {
    sealed: asText(encryptAnswers(cipher, sealed, reportLocation(reportId, 1))),
    mark: asText(cipher.index(canonical(sealed))),
  }
}

/** What the officer wrote, as the row that is filed. */
export function filingOf({ cipher, author, type, answers, times, ...written }: ReportInput): Filing {
  const { state = 'submitted', formVersion = type.version, clockOffsetMs = null, lateReason = null } = written
  const { id, villageCode, photos, photosTold = photos, writtenAt, arrivedAt, requestId } = written
  const columns = columnsOf(type, answers, author.timeZone)
  const about = { typeKey: type.key, authorId: author.id, unitPath: author.unitPath }
  const { sealed, mark } = confidentialOf(cipher, id, splitConfidential(type, answers).confidential)
  return {
    id,
    villageCode,
    photos,
    writtenAt,
    arrivedAt,
    clockOffsetMs,
    lateReason,
    requestId,
    state,
    sealed,
    mark,
    ...columns,
    ...about,
    dueAt: dueOf(times, { ...about, occurredOn: columns.occurredOn, zone: author.timeZone }),
    typeCode: type.code,
    typeVersion: formVersion,
    digest: digestOf(type.key, columns.answers, photosTold, mark),
    checkCode: newCheckCode(),
    cipher,
  }
}
