import { nameProblem } from '../../kernel/names.ts'

export { tidyName } from '../../kernel/tidy.ts'

export type NameFault = 'empty' | 'long' | 'letters' | 'placeholder'

export function nameFault(name: string): NameFault | undefined {
  if (name === '') return 'empty'
  return [...name].length > 100 ? 'long' : nameProblem(name)
}

/** A person as superiors say it: the rank before the name. */
export const callPerson = ({ pangkat, name }: { pangkat: string; name: string }): string => `${pangkat} ${name}`
