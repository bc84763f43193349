import type { Day } from '../../kernel/days.ts'
import { type Answers, problemsIn, type ReportType, readAnswers, wireOf } from '../../reports/engine/index.ts'

/** A rule that a stored answer breaks; an item of a list is known by the list and its own question. */
export interface Finding {
  field: string
  rule: string
}

const withoutIndex = (name: string): string => name.replace(/\.\d+\./, '.')

/**
 * What the rules of today say of a stored report, read as a form would send it. `day` is the one on which it came:
 * what was not too late then is not too late now. What is confidential is not there to be judged.
 */
export function findingsIn(type: ReportType, stored: Answers, day: Day, formVersion: number): Finding[] {
  const answers = readAnswers(type, wireOf(type, stored))
  const found = problemsIn(type, answers, day, formVersion)
    .filter(({ field }) => !field.confidential)
    .map(({ name, problem }) => ({ field: withoutIndex(name), rule: problem.key }))
  return [...new Map(found.map((one) => [`${one.field} ${one.rule}`, one])).values()]
}
