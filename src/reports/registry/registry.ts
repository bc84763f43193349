import { NotFound } from '../../kernel/errors.ts'
import { type Answers, type ReportType, type Showing, showAnswer } from '../engine/index.ts'
import { reportTypes } from '../types/index.ts'
import { briefLine } from './brief-line.ts'

const byKey = new Map(reportTypes.map((type) => [type.key, type]))

export const findReportType = (key: string | undefined): ReportType | undefined => byKey.get(key ?? '')

/** The type of that key; a key that is none is an address that does not exist. */
export function reportType(key: string | undefined): ReportType {
  const type = findReportType(key)
  if (!type) throw new NotFound()
  return type
}

/** The one line that tells a report from its neighbours, in the reader's language. */
export const headlineOf = (type: ReportType, answers: Answers, showing: Showing): string =>
  briefLine(answers) ||
  type.headline[showing.locale].replace(/\{(\w+)\}/g, (_, key: string) =>
    showAnswer(type.fields, key, answers, showing),
  )
