import type { Answers } from '../engine/index.ts'

/** The line that a brief report consists of; '' for answers of an ordinary form. No type may have a field of this name. */
export const briefLine = (answers: Answers): string => (typeof answers.kilat === 'string' ? answers.kilat : '')

/** The line of a report that is a brief one, or was. */
export const lineOf = ({
  answers,
  versions,
}: {
  answers: unknown
  versions: readonly { answers: unknown }[]
}): string => briefLine((versions[0] ?? { answers }).answers as Answers)
