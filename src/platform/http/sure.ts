import { isUnusualName } from '../../kernel/name-key.ts'
import { tidyName } from '../../kernel/tidy.ts'
import type { Sent } from './sent.ts'

const field = 'yakin'

/** Whether a name that is one letter or a title only was asked about already: the form that asked sends it back. */
export const isSureOf = (sent: Sent, name: string): boolean =>
  !isUnusualName(name) || [sent[field]].flat().includes(name)

/** What a form that asks about these names carries, so that sending it once more is the answer. */
export const sureFields = (names: unknown[]): { name: string; value: string }[] =>
  [
    ...new Set(
      names
        .filter((name) => typeof name === 'string')
        .map(tidyName)
        .filter(isUnusualName),
    ),
  ].map((value) => ({ name: field, value }))
