import { isUnusualName } from '../../kernel/name-key.ts'
import type { RegisterEntry } from '../../platform/generated/prisma/client.ts'
import type { Answers, Field, ReportType } from '../engine/index.ts'
import type { Subject } from '../signals/index.ts'
import type { Filing } from './filing-model.ts'

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** The answer `lat,lng,metres` as numbers. */
function positionIn(answer: unknown): Subject['position'] {
  if (typeof answer !== 'string') return undefined
  const [latitude, longitude, accuracy] = answer.split(',').map(Number)
  return { latitude: latitude!, longitude: longitude!, accuracy: accuracy! }
}

/** The names of people among the answers; a confidential one is left out. */
function namesIn({ fields }: ReportType, answers: Answers): string[] {
  const isName = ({ format, confidential }: Field) => format === 'name' && !confidential
  return Object.entries(fields).flatMap(([key, field]) => {
    const items = field.items ? ((answers[key] ?? []) as Answers[]) : [answers]
    const keys = field.items ? Object.keys(field.items).filter((item) => isName(field.items![item]!)) : [key]
    if (!field.items && !isName(field)) return []
    return items.flatMap((item) => keys.map((one) => item[one])).filter((name) => typeof name === 'string')
  })
}

type Compared = Pick<Filing, 'id' | 'typeKey' | 'authorId' | 'unitPath' | 'villageCode' | 'entryId'> &
  Pick<Filing, 'occurredOn' | 'occurredAt' | 'answers' | 'narrative' | 'photos'>

/** A report, as far as it can be compared with others. */
export function subjectOf(type: ReportType, filing: Compared, entry: RegisterEntry | null): Subject {
  const { answers, occurredOn: day, photos } = filing
  const { id, typeKey, authorId, unitPath, villageCode, entryId, occurredAt, narrative } = filing
  const {
    name: place,
    rt,
    rw,
  } = entry ?? {
    name: String(answers.tempat ?? ''),
    rt: numberOr(answers.rt),
    rw: numberOr(answers.rw),
  }
  return {
    id,
    typeKey,
    authorId,
    unitPath,
    villageCode,
    entryId,
    day,
    occurredAt,
    narrative,
    photos,
    place,
    rt,
    rw,
    position: positionIn(answers.posisi),
    unusualNames: namesIn(type, answers).filter(isUnusualName).length,
    isConfidential: Object.values(type.fields).some(({ confidential }) => confidential),
  }
}
