import { showNumber } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'

/** The newest link of the chain. It stands for all that came before it. */
export interface Head {
  ordinal: number
  hash: string
}

const shownDigits = 32

/** As it is read off paper: `12.345 · 9f3a 0c11 …`; 128 bits are enough that nobody finds another chain with the same. */
export const showHead = ({ ordinal, hash }: Head, locale: Locale): string =>
  `${showNumber(ordinal, locale)} · ${hash.slice(0, shownDigits).match(/.{4}/g)!.join(' ')}`
