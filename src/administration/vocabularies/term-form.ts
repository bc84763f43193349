import { body } from 'express-validator'
import type { Handling } from '../../platform/http/endpoint.ts'
import type { Sent } from '../../platform/http/sent.ts'
import { date, type Field, fieldProblem, isTaken, readForm, text, type Word } from '../../reports/engine/index.ts'
import { isMessageKey } from '../../sentences/say.ts'
import { vocabulary as sentences } from '../../sentences/vocabulary.ts'

const words = { required: true, minLength: 2, maxLength: 80 }

/** The questions of a new word. */
export const termFields = {
  istilah: text({ label: sentences['vocabulary.label'], hint: sentences['vocabulary.labelHint'], ...words }),
  inggris: text({ label: sentences['vocabulary.labelEnglish'], ...words }),
  mulai: date({ label: sentences['vocabulary.since'], required: true, notInPast: true }),
} satisfies Record<string, Field>

export const readTerm = (sent: Sent) => readForm(termFields, sent)

const plain = (label: string) => label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** A chain for each question, and that no word of the list says the same. */
export function termChains({ sent, subject, today, locale, t }: Handling<{ words: Word[] }>) {
  const given = readTerm(sent)
  const say = (key: string, params: Record<string, string | number>) => (isMessageKey(key) ? t(key, params) : key)
  const chains = Object.entries(termFields).map(([name, field]) =>
    body(name).custom(() => {
      const message = fieldProblem(field, given[name], today, locale, say)
      if (message) throw new Error(message)
      return true
    }),
  )
  const same = subject.words.find(
    (word) => isTaken(word, today) && plain(word.label.id) === plain(String(given.istilah ?? '')),
  )
  const isNew = body('istilah').custom(() => {
    if (same) throw new Error(t('vocabulary.known', { label: same.label[locale] }))
    return true
  })
  return [...chains, isNew]
}
