import type { Context } from '../platform/http/endpoint.ts'
import { allTerms, reportType, type Word, wordsOf } from '../reports/index.ts'
import { type Village, villagesInReach } from '../units/index.ts'
import { categoryIn, type EarlyWarning } from './early-warnings.pages.ts'
import { answersTo, unusualCells } from './early-warnings.queries.ts'

const vocabulary = 'kategori-gangguan'

/** The categories of disturbance, retired and merged ones among them. */
export async function categories({ tx }: Pick<Context, 'tx'>): Promise<Word[]> {
  const asked = reportType('laporan-informasi').fields.kategori
  const terms = (await allTerms(tx)).filter((term) => term.vocabulary === vocabulary)
  return wordsOf(asked?.options ?? {}, terms)
}

export interface Warned {
  village: Village
  word: Word
}

/** A village in reach and a category that there is or was; nothing where one of them is not known. */
export async function warnedOf(context: Context, code: unknown, category: unknown): Promise<Warned | undefined> {
  const { tx, reach, today } = context
  const [villages, words] = await Promise.all([villagesInReach(tx, reach, today), categories(context)])
  const village = villages.find((one) => one.code === code)
  const word = words.find(({ key }) => key === category)
  return village && word && { village, word }
}

/** Whether there is or was something to act on. */
export async function hasWarned({ tx, reach, today }: Context, { village, word }: Warned): Promise<boolean> {
  const cells = await unusualCells(tx, reach, today)
  if (cells.some(({ villageCode, category }) => villageCode === village.code && category === word.key)) return true
  return (await answersTo(tx, village.code, word.key, 1)).length > 0
}

/** What is out of the usual now in the villages of the reach. */
export async function earlyWarnings(
  context: Pick<Context, 'tx' | 'reach' | 'today' | 'locale'>,
): Promise<EarlyWarning[]> {
  const { tx, reach, today } = context
  const [cells, villages, words] = await Promise.all([
    unusualCells(tx, reach, today),
    villagesInReach(tx, reach, today),
    categories(context),
  ])
  return cells.flatMap((cell) => {
    const village = villages.find(({ code }) => code === cell.villageCode)
    return village ? [{ cell, village, category: categoryIn(words, cell.category, context) }] : []
  })
}
