import { type Day, dateOf } from '../../kernel/days.ts'
import { Conflict } from '../../kernel/errors.ts'
import type { Text } from '../../kernel/locale.ts'
import { lockNameUntilCommit } from '../../platform/db/advisory-locks.ts'
import { command } from '../../platform/db/command.ts'
import type { Db, Transaction } from '../../platform/db/connect.ts'
import { isOffered, type Word } from '../../reports/engine/index.ts'
import { type Vocabulary, vocabularies } from './catalogue.ts'
import { keyFor } from './term-key.ts'
import { countUses, type Listed, listIn, listOf } from './vocabularies.queries.ts'

/** A word that only a definition knows began before anybody kept a list. */
const always = '2000-01-01'

export interface NewTerm {
  vocabulary: Vocabulary
  label: Text
  since: Day
}

export const addTerm = command('term.added', async ({ tx, actor }, { vocabulary, label, since }: NewTerm) => {
  const unitPath = listOf(actor)
  const { words, taken } = await held(tx, vocabulary, unitPath)
  const key = keyFor(label.id, taken)
  await tx.term.create({
    data: {
      vocabulary: vocabulary.name,
      key,
      labelId: label.id,
      labelEn: label.en,
      unitPath,
      sinceOn: dateOf(since),
      rank: words.length,
    },
  })
  return { result: key, subject: subjectOf(vocabulary, key), details: { label: label.id, since } }
})

export interface OfWord {
  vocabulary: Vocabulary
  key: string
  today: Day
}

/** From today on no form of the admin's unit offers it, nor of those below. What was written with it keeps it. */
export const retireTerm = command('term.retired', async ({ tx, actor }, { vocabulary, key, today }: OfWord) => {
  const listed = await held(tx, vocabulary, listOf(actor))
  const word = listed.words.find((one) => one.key === key)!
  if (!isOffered(word, today)) return { result: undefined, unchanged: true }
  assertOthersOffered(listed, key, today)
  await keep(tx, vocabulary, listOf(actor), { ...word, until: laterOf(word.since, today), mergedInto: null })
  return { result: undefined, subject: subjectOf(vocabulary, key), details: { label: word.label.id } }
})

export const reinstateTerm = command('term.reinstated', async ({ tx, actor }, { vocabulary, key, today }: OfWord) => {
  const word = (await held(tx, vocabulary, listOf(actor))).words.find((one) => one.key === key)!
  if (isOffered(word, today)) return { result: undefined, unchanged: true }
  if (word.isEndedAbove) throw new Conflict('vocabulary.endedAbove')
  await keep(tx, vocabulary, listOf(actor), { ...word, until: null, mergedInto: null })
  return { result: undefined, subject: subjectOf(vocabulary, key), details: { label: word.label.id } }
})

export interface Merging extends OfWord {
  into: string
}

/** The word is retired, and what was written with it counts with the other one where that is asked for. */
export const mergeTerm = command('term.merged', async ({ tx, actor }, { vocabulary, key, into, today }: Merging) => {
  const listed = await held(tx, vocabulary, listOf(actor))
  const { words } = listed
  const word = words.find((one) => one.key === key)!
  const target = words.find((one) => one.key === into)
  if (!target || into === key || !isOffered(target, today)) throw new Conflict('vocabulary.targetGone')
  assertOthersOffered(listed, key, today)
  await keep(tx, vocabulary, listOf(actor), {
    ...word,
    until: laterOf(word.since, word.until ?? today),
    mergedInto: into,
  })
  return { result: undefined, subject: subjectOf(vocabulary, key), details: { label: word.label.id, into } }
})

/** How often every word was chosen, counted once a night: the answers have no index for it, and need none. */
export async function countTerms(db: Db, now: Date): Promise<void> {
  for (const vocabulary of vocabularies) {
    const data = { uses: await countUses(db, vocabulary), countedAt: now }
    await db.termUsage.upsert({
      where: { vocabulary: vocabulary.name },
      create: { vocabulary: vocabulary.name, ...data },
      update: data,
    })
  }
}

const subjectOf = ({ name }: Vocabulary, key: string) => `${name}/${key}`

const laterOf = (since: Day | null, day: Day): Day => (since !== null && since > day ? since : day)

/** The words as they stand, while nobody else changes them: two admins change one vocabulary after each other. */
async function held(tx: Transaction, vocabulary: Vocabulary, list: string): Promise<Listed> {
  await lockNameUntilCommit(tx, 'vocabulary', vocabulary.name)
  return listIn(tx, vocabulary, list)
}

/** A form with nothing to choose from could not be filled in, here or in a unit below that offers less. */
function assertOthersOffered({ words, below }: Listed, key: string, today: Day): void {
  const isEmpty = (list: Word[]) => !list.some((one) => one.key !== key && isOffered(one, today))
  if ([words, ...below].some(isEmpty)) throw new Conflict('vocabulary.lastWord')
}

async function keep(tx: Transaction, { name: vocabulary }: Vocabulary, unitPath: string, word: Word): Promise<void> {
  const { key, label, since, until, mergedInto } = word
  const ends = { untilOn: until === null ? null : dateOf(until), mergedInto }
  await tx.term.upsert({
    where: { vocabulary_key_unitPath: { vocabulary, key, unitPath } },
    create: {
      vocabulary,
      key,
      unitPath,
      labelId: label.id,
      labelEn: label.en,
      sinceOn: dateOf(since ?? always),
      ...ends,
    },
    update: ends,
  })
}
