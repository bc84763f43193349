import type { Actor } from '../../access/policy/actor.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { type Term, termsIn, type Word, wordsOf } from '../../reports/engine/index.ts'
import { allTerms } from '../../reports/registry/index.ts'
import type { Place, Vocabulary } from './catalogue.ts'

/** Whose list an admin keeps: that of their unit, or the one of the whole server where every polres is below them. */
export const listOf = ({ unitPath, coversServer }: Pick<Actor, 'unitPath' | 'coversServer'>): string =>
  coversServer ? '/' : unitPath

/** How often each word was chosen, and when that was counted. */
export interface Usage {
  uses: Record<string, number>
  countedAt: Date
}

/** A word as it stands in a list. */
export interface ListedWord extends Word {
  /** Ended in a list above: this one cannot offer it again. */
  isEndedAbove: boolean
}

export interface Listed {
  words: ListedWord[]
  /** All keys of the vocabulary, whosever they are: a key means one word everywhere. */
  taken: string[]
  /** The words of each list below that differs from this one. */
  below: Word[][]
}

/** The words of a vocabulary as they hold in a unit, and what else its admin must not break. */
export async function listIn(tx: Reader, { name, began }: Vocabulary, list: string): Promise<Listed> {
  const terms = (await allTerms(tx)).filter(({ vocabulary }) => vocabulary === name)
  const above = terms.filter(({ unitPath }) => unitPath !== list)
  const endedAbove = new Set(termsIn(above, list).flatMap(({ key, until }) => (until === null ? [] : key)))
  const isBelow = ({ unitPath }: Term) => unitPath !== list && unitPath.startsWith(list)
  const listsBelow = [...new Set(terms.filter(isBelow).map(({ unitPath }) => unitPath))]
  return {
    words: wordsOf(began, termsIn(terms, list)).map((word) => ({ ...word, isEndedAbove: endedAbove.has(word.key) })),
    taken: [...new Set([...Object.keys(began), ...terms.map(({ key }) => key)])],
    below: listsBelow.map((path) => wordsOf(began, termsIn(terms, path))),
  }
}

/** As counted at night, by the units of the list; before the first night it is counted now. */
export async function usageOf(tx: Reader, vocabulary: Vocabulary, list: string, now: Date): Promise<Usage> {
  const kept = await tx.termUsage.findUnique({ where: { vocabulary: vocabulary.name } })
  const byUnit = (kept?.uses as UsesByUnit | undefined) ?? (await countUses(tx, vocabulary))
  const uses: Record<string, number> = {}
  for (const [path, own] of Object.entries(byUnit)) {
    if (!path.startsWith(list)) continue
    for (const [key, times] of Object.entries(own)) uses[key] = (uses[key] ?? 0) + times
  }
  return { uses, countedAt: kept?.countedAt ?? now }
}

/** By the path of the unit that used them. */
export type UsesByUnit = Record<string, Record<string, number>>

export async function countUses(tx: Reader, { places }: Vocabulary): Promise<UsesByUnit> {
  const uses: UsesByUnit = {}
  for (const place of places) {
    for (const { path, key, times } of await chosenIn(tx, place)) {
      const own = (uses[path] ??= {})
      own[key] = (own[key] ?? 0) + times
    }
  }
  return uses
}

type Chosen = { path: string; key: string; times: number }[]

function chosenIn(tx: Reader, place: Place): Promise<Chosen> {
  switch (place.in) {
    case 'report':
      return tx.$queryRaw<Chosen>`
        SELECT unit_path AS path, chosen AS key, count(*)::int AS times
        FROM report CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(answers -> ${place.field})
          WHEN 'array' THEN answers -> ${place.field}
          WHEN 'string' THEN jsonb_build_array(answers -> ${place.field})
          ELSE '[]' END) AS chosen
        WHERE type_key = ${place.type} AND state NOT IN ('unacknowledged', 'disowned') GROUP BY 1, 2`
    case 'entry':
      return tx.$queryRaw<Chosen>`
        SELECT coalesce(u.path, '/') AS path, details ->> ${place.field} AS key, count(*)::int AS times FROM register_entry e
        LEFT JOIN jurisdiction j ON j.village_code = e.village_code AND j.until_on IS NULL
        LEFT JOIN unit u ON u.id = j.unit_id
        WHERE e.kind = ${place.kind} AND e.merged_into IS NULL AND details ->> ${place.field} IS NOT NULL GROUP BY 1, 2`
    case 'review':
      return tx.$queryRaw<Chosen>`
        SELECT unit_path AS path, reason AS key, count(*)::int AS times
        FROM review JOIN report ON report.id = report_id WHERE reason IS NOT NULL GROUP BY 1, 2`
  }
}
