import { type Village, villagesInScope } from '../../administration/units/index.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { type Word, wordsOf } from '../../reports/engine/index.ts'
import { allTerms, reportType } from '../../reports/registry/index.ts'
import { categoryIn, type EarlyWarning } from './early-warnings.pages.ts'
import { answersTo, type FoundCell, unusualCells } from './early-warnings.queries.ts'

const vocabulary = 'kategori-gangguan'

/** The categories of disturbance, retired and merged ones among them. */
async function categories({ tx }: Pick<Context, 'tx'>): Promise<Word[]> {
  const asked = reportType('laporan-informasi').fields.kategori
  const terms = (await allTerms(tx)).filter((term) => term.vocabulary === vocabulary)
  return wordsOf(asked?.options ?? {}, terms)
}

export interface Warned {
  village: Village
  word: Word
}

/** A village in scope and a category that there is or was; nothing where one of them is not known. */
export async function warnedOf(context: Context, code: unknown, category: unknown): Promise<Warned | undefined> {
  const { tx, scope, today } = context
  const [villages, words] = await Promise.all([villagesInScope(tx, scope, today), categories(context)])
  const village = villages.find((one) => one.code === code)
  const word = words.find(({ key }) => key === category)
  return village && word && { village, word }
}

/** What is out of the usual there now. */
export async function cellOf({ tx, scope, today }: Context, { village, word }: Warned): Promise<FoundCell | undefined> {
  const cells = await unusualCells(tx, scope, today)
  return cells.find(({ villageCode, category }) => villageCode === village.code && category === word.key)
}

/** Whether there is or was something to act on. */
export async function hasWarned(context: Context, warned: Warned): Promise<boolean> {
  if (await cellOf(context, warned)) return true
  return (await answersTo(context.tx, warned.village.code, warned.word.key, 1)).length > 0
}

/** What is out of the usual now in the villages of the scope. */
export async function earlyWarnings(
  context: Pick<Context, 'tx' | 'scope' | 'today' | 'locale'>,
): Promise<EarlyWarning[]> {
  const { tx, scope, today } = context
  const [cells, villages, words] = await Promise.all([
    unusualCells(tx, scope, today),
    villagesInScope(tx, scope, today),
    categories(context),
  ])
  return cells.flatMap((cell) => {
    const village = villages.find(({ code }) => code === cell.villageCode)
    return village ? [{ cell, village, category: categoryIn(words, cell.category, context) }] : []
  })
}
