import { tidyDigits } from '../../kernel/tidy.ts'

/** However it was typed: the digits of an NRP are all that says something. */
export const readNrp = (typed: unknown): string =>
  typeof typed === 'string' ? tidyDigits(typed).replace(/\D/g, '').slice(0, 20) : ''
