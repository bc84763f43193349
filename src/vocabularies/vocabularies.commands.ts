import { type Day, dateOf } from '../kernel/days.ts'
import { Conflict } from '../kernel/errors.ts'
import type { Text } from '../kernel/locale.ts'
import { lockNameUntilCommit } from '../platform/db/advisory-locks.ts'
import { command } from '../platform/db/command.ts'
import type { Db, Tx } from '../platform/db/connect.ts'
import { isOffered, type Word } from '../reports/index.ts'
import { type Vocabulary, vocabularies } from './catalogue.ts'
import { keyFor } from './term-key.ts'
import { countUses, wordsIn } from './vocabularies.queries.ts'

/** A word that only a definition knows began before anybody kept a list. */
const always = '2000-01-01'

export interface NewTerm {
  vocabulary: Vocabulary
  label: Text
  since: Day
}

export const addTerm = command('term.added', async ({ tx }, { vocabulary, label, since }: NewTerm) => {
  const words = await held(tx, vocabulary)
  const key = keyFor(
    label.id,
    words.map((word) => word.key),
  )
  await tx.term.create({
    data: {
      ...{ vocabulary: vocabulary.name, key, labelId: label.id, labelEn: label.en },
      ...{ sinceOn: dateOf(since), rank: words.length },
    },
  })
  return { result: key, subject: subjectOf(vocabulary, key), details: { label: label.id, since } }
})

export interface OfWord {
  vocabulary: Vocabulary
  key: string
  today: Day
}

/** From today on no form offers it. What was written with it keeps it. */
export const retireTerm = command('term.retired', async ({ tx }, { vocabulary, key, today }: OfWord) => {
  const words = await held(tx, vocabulary)
  const word = words.find((one) => one.key === key)!
  if (!isOffered(word, today)) return { result: undefined, unchanged: true }
  if (words.filter((one) => isOffered(one, today)).length === 1) throw new Conflict('vocabulary.lastWord')
  await keep(tx, vocabulary, { ...word, until: laterOf(word.since, today), mergedInto: null })
  return { result: undefined, subject: subjectOf(vocabulary, key), details: { label: word.label.id } }
})

export const reinstateTerm = command('term.reinstated', async ({ tx }, { vocabulary, key, today }: OfWord) => {
  const word = (await held(tx, vocabulary)).find((one) => one.key === key)!
  if (isOffered(word, today)) return { result: undefined, unchanged: true }
  await keep(tx, vocabulary, { ...word, until: null, mergedInto: null })
  return { result: undefined, subject: subjectOf(vocabulary, key), details: { label: word.label.id } }
})

export interface Merging extends OfWord {
  into: string
}

/** The word is retired, and what was written with it counts with the other one where that is asked for. */
export const mergeTerm = command('term.merged', async ({ tx }, { vocabulary, key, into, today }: Merging) => {
  const words = await held(tx, vocabulary)
  const word = words.find((one) => one.key === key)!
  const target = words.find((one) => one.key === into)
  if (!target || into === key || !isOffered(target, today)) throw new Conflict('vocabulary.targetGone')
  await keep(tx, vocabulary, target)
  await keep(tx, vocabulary, { ...word, until: laterOf(word.since, word.until ?? today), mergedInto: into })
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
async function held(tx: Tx, vocabulary: Vocabulary): Promise<Word[]> {
  await lockNameUntilCommit(tx, 'vocabulary', vocabulary.name)
  return wordsIn(tx, vocabulary)
}

async function keep(tx: Tx, { name: vocabulary }: Vocabulary, word: Word): Promise<void> {
  const { key, label, since, until, mergedInto } = word
  const ends = { untilOn: until === null ? null : dateOf(until), mergedInto }
  await tx.term.upsert({
    where: { vocabulary_key: { vocabulary, key } },
    create: { vocabulary, key, labelId: label.id, labelEn: label.en, sinceOn: dateOf(since ?? always), ...ends },
    update: ends,
  })
}
