import { type Day, dayOf } from '../../kernel/days.ts'
import { batched } from '../../platform/db/batched.ts'
import type { Reader } from '../../platform/db/connect.ts'
import {
  type Field,
  fieldsOn,
  hasVocabulary,
  type ReportType,
  type Term,
  termsIn,
  type Word,
  wordsOf,
} from '../engine/index.ts'
import { returnReasonOptions } from './return-reasons.ts'

/** All that was kept of all vocabularies by all units: one question of some dozens of rows, whatever a form asks. */
export const allTerms = (tx: Reader): Promise<Term[]> => termsFor(tx, undefined)

const termsFor = batched(async (tx: Reader, askers: undefined[]) => {
  const rows = await tx.term.findMany()
  const terms = rows.map(({ labelId, labelEn, sinceOn, untilOn, ...term }) => ({
    ...term,
    label: { id: labelId, en: labelEn },
    since: dayOf(sinceOn),
    until: untilOn && dayOf(untilOn),
  }))
  return askers.map(() => terms)
})

/** The reasons for which a report may be returned, past ones among them. */
export async function returnReasonWords(tx: Reader, unitPath: string): Promise<Word[]> {
  const terms = termsIn(await allTerms(tx), unitPath)
  return wordsOf(
    returnReasonOptions,
    terms.filter(({ vocabulary }) => vocabulary === 'alasan-pengembalian'),
  )
}

/** The questions with the words that are to choose from in a unit that day. */
export const fieldsToday = async <F extends Record<string, Field>>(
  tx: Reader,
  fields: F,
  today: Day,
  unitPath: string,
): Promise<F> =>
  hasVocabulary(fields) ? (fieldsOn(fields, termsIn(await allTerms(tx), unitPath), today) as F) : fields

/** The type as its form asks today. Asked for once in a request; everything after that is computed. */
export const typeToday = async (tx: Reader, type: ReportType, today: Day, unitPath: string): Promise<ReportType> => ({
  ...type,
  fields: await fieldsToday(tx, type.fields, today, unitPath),
})
