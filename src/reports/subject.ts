import type { RegisterEntry } from '../generated/prisma/client.ts'
import type { Subject } from '../signals/index.ts'
import type { ReportType } from './engine/definition.ts'
import type { Filing } from './filing.commands.ts'

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** The answer `lat,lng,metres` as numbers. */
function positionIn(answer: unknown): Subject['position'] {
  if (typeof answer !== 'string') return undefined
  const [latitude, longitude, accuracy] = answer.split(',').map(Number)
  return { latitude: latitude!, longitude: longitude!, accuracy: accuracy! }
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
    ...{ id, typeKey, authorId, unitPath, villageCode, entryId, day, occurredAt, narrative, photos, place, rt, rw },
    position: positionIn(answers.posisi),
    isConfidential: Object.values(type.fields).some(({ sealed }) => sealed),
  }
}
