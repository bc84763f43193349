import { type Answers, type ReportType, readAnswers, type Showing, type Wire } from '../engine/index.ts'
import { splitConfidential } from '../record/index.ts'
import { type AnswerSection, answerSections } from './check.pages.ts'

export interface TypedForm {
  sections: AnswerSection[]
  /** Whether something was answered that only its own page opens. */
  hasConfidential: boolean
}

/** A form as it was typed, for who reads what is no report yet. What cannot be read as its kind stands there all the same. */
export function typedForm(type: ReportType, wire: Wire, showing: Showing): TypedForm {
  const { open, confidential } = splitConfidential(type, readAnswers(type, wire))
  const unreadable = Object.keys(open).filter((key) => isUnreadable(open[key]))
  const answers: Answers = { ...open, ...Object.fromEntries(unreadable.map((key) => [key, typedAt(wire, key)])) }
  const asText = unreadable.map((key) => [key, { ...type.fields[key]!, kind: 'text' as const }] as const)
  const readable: ReportType = { ...type, fields: { ...type.fields, ...Object.fromEntries(asText) } }
  return { sections: answerSections(readable, answers, showing), hasConfidential: confidential !== null }
}

const isUnreadable = (value: unknown): boolean =>
  Number.isNaN(value) ||
  (Array.isArray(value) &&
    value.some((item) => typeof item === 'object' && Object.values(item as object).some(Number.isNaN)))

/** All that was typed for a question, that of its parts too. */
const typedAt = (wire: Wire, key: string): string =>
  Object.entries(wire)
    .filter(([name]) => name === key || name.startsWith(`${key}.`))
    .flatMap(([, value]) => value)
    .filter((value) => value !== '')
    .join('\n')
