import { isUnkeepable, tidyLine, tidyText } from '../../kernel/tidy.ts'
import type { Sent } from './sent.ts'

const typedIn = (sent: Sent, name: string): string => {
  const value = sent[name]
  return typeof value === 'string' && !isUnkeepable(value) ? value : ''
}

/** What was typed in a field, tidied; '' when the name came twice or not at all, or when nothing of it can be kept. */
export const textOf = (sent: Sent, name: string): string => tidyText(typedIn(sent, name))

/** The same on one line. */
export const lineOf = (sent: Sent, name: string): string => tidyLine(typedIn(sent, name))
