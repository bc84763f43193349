import { isUnkeepable, tidyLine } from '../../kernel/tidy.ts'

/** What was typed into a search, tidied and no longer than a name. */
export const searched = (value: unknown): string =>
  typeof value === 'string' && !isUnkeepable(value) ? [...tidyLine(value)].slice(0, 100).join('') : ''
