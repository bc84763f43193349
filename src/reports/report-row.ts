import { dueAt } from '../deadlines/index.ts'
import { instantIn } from '../kernel/days.ts'
import type { Actor } from '../policy/actor.ts'
import type { Answers, ReportType } from './engine/definition.ts'
import type { Filing } from './filing.commands.ts'
import { digestOf, newCheckCode } from './receipt.ts'

/** The values that recaps add up: one for each field marked `sum`. */
export const sumsOf = (type: ReportType, answers: Answers): Record<string, number> =>
  Object.fromEntries(
    Object.entries(type.fields)
      .filter(([key, field]) => field.recap === 'sum' && typeof answers[key] === 'number')
      .map(([key]) => [key, answers[key] as number]),
  )

export interface Written {
  id: string
  type: ReportType
  author: Pick<Actor, 'id' | 'unitPath' | 'timeZone'>
  answers: Answers
  /** Of the entry's village where the type has one; else the answer `wilayah`. */
  villageCode: string
  photos: readonly string[]
  writtenAt: Date
  arrivedAt: Date
  requestId: string
}

/** What the officer wrote, as the row that is filed. */
export function filingOf({
  id,
  type,
  author,
  answers,
  villageCode,
  photos,
  writtenAt,
  arrivedAt,
  requestId,
}: Written): Filing {
  const occurredOn = String(answers.tanggal)
  return {
    ...{ id, villageCode, occurredOn, answers, photos, writtenAt, arrivedAt, requestId },
    typeKey: type.key,
    typeCode: type.code,
    typeVersion: type.version,
    authorId: author.id,
    unitPath: author.unitPath,
    entryId: type.entryField === '' ? null : String(answers[type.entryField]),
    occurredAt: instantIn(author.timeZone, occurredOn, String(answers.pukul)),
    dueAt: dueAt(occurredOn, author.timeZone),
    sums: sumsOf(type, answers),
    digest: digestOf(type.key, answers, photos),
    checkCode: newCheckCode(),
  }
}
