import { filled, type Locale, type Params } from '../kernel/locale.ts'
import { type MessageKey, sentences } from './sentences.ts'

export type { MessageKey }

/** Says a sentence of ours in one language; an unknown key or a missing parameter throws. */
export type Say = (key: MessageKey, params?: Params) => string

const sayers: Record<Locale, Say> = { id: sayerOf('id'), en: sayerOf('en') }

function sayerOf(locale: Locale): Say {
  return (key, params) => {
    const sentence = sentences[key]
    if (!sentence) throw new Error(`No sentence "${key}"`)
    return filled(sentence[locale], params)
  }
}

export const sayIn = (locale: Locale): Say => sayers[locale]

/** Whether the text names a sentence: for keys that travel as data, such as those of errors and notices. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(sentences, key)
