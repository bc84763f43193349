import { type Day, dayOf } from '../kernel/days.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { ReportType } from './engine/definition.ts'
import type { Field } from './engine/fields.ts'
import { fieldsOn, hasVocabulary, type Term } from './engine/vocabulary.ts'

/** All that was kept of all vocabularies: one question of some dozens of rows, whatever a form asks. */
export async function allTerms(tx: Tx): Promise<Term[]> {
  const rows = await tx.term.findMany()
  return rows.map(({ labelId, labelEn, sinceOn, untilOn, ...term }) => ({
    ...term,
    label: { id: labelId, en: labelEn },
    since: dayOf(sinceOn),
    until: untilOn && dayOf(untilOn),
  }))
}

/** The questions with the words that are to choose from that day. */
export const fieldsToday = async <F extends Record<string, Field>>(tx: Tx, fields: F, today: Day): Promise<F> =>
  hasVocabulary(fields) ? (fieldsOn(fields, await allTerms(tx), today) as F) : fields

/** The type as its form asks today. Asked for once in a request; everything after that is computed. */
export const typeToday = async (tx: Tx, type: ReportType, today: Day): Promise<ReportType> => ({
  ...type,
  fields: await fieldsToday(tx, type.fields, today),
})
