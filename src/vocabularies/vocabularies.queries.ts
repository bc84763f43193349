import type { Tx } from '../platform/db/connect.ts'
import { allTerms, type Word, wordsOf } from '../reports/index.ts'
import type { Place, Vocabulary } from './catalogue.ts'

/** How often each word was chosen, and when that was counted. */
export interface Usage {
  uses: Record<string, number>
  countedAt: Date
}

export async function wordsIn(tx: Tx, { name, began }: Vocabulary): Promise<Word[]> {
  const terms = await allTerms(tx)
  return wordsOf(
    began,
    terms.filter(({ vocabulary }) => vocabulary === name),
  )
}

/** As counted at night; before the first night it is counted now. */
export async function usageOf(tx: Tx, vocabulary: Vocabulary, now: Date): Promise<Usage> {
  const kept = await tx.termUsage.findUnique({ where: { vocabulary: vocabulary.name } })
  return kept
    ? { uses: kept.uses as Record<string, number>, countedAt: kept.countedAt }
    : { uses: await countUses(tx, vocabulary), countedAt: now }
}

export async function countUses(tx: Tx, { places }: Vocabulary): Promise<Record<string, number>> {
  const uses: Record<string, number> = {}
  for (const place of places) {
    for (const { key, times } of await chosenIn(tx, place)) uses[key] = (uses[key] ?? 0) + times
  }
  return uses
}

type Chosen = { key: string; times: number }[]

function chosenIn(tx: Tx, place: Place): Promise<Chosen> {
  switch (place.in) {
    case 'report':
      return tx.$queryRaw<Chosen>`
        SELECT chosen AS key, count(*)::int AS times
        FROM report CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(answers -> ${place.field})
          WHEN 'array' THEN answers -> ${place.field}
          WHEN 'string' THEN jsonb_build_array(answers -> ${place.field})
          ELSE '[]' END) AS chosen
        WHERE type_key = ${place.type} AND state NOT IN ('unacknowledged', 'disowned') GROUP BY 1`
    case 'entry':
      return tx.$queryRaw<Chosen>`
        SELECT details ->> ${place.field} AS key, count(*)::int AS times FROM register_entry
        WHERE kind = ${place.kind} AND merged_into IS NULL AND details ->> ${place.field} IS NOT NULL GROUP BY 1`
    case 'review':
      return tx.$queryRaw<Chosen>`
        SELECT reason AS key, count(*)::int AS times FROM review WHERE reason IS NOT NULL GROUP BY 1`
  }
}
