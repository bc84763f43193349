import { nameProblem } from '../kernel/names.ts'

export { tidyName } from '../kernel/tidy.ts'

export type NameFault = 'empty' | 'long' | 'letters' | 'placeholder'

export function nameFault(name: string): NameFault | undefined {
  if (name === '') return 'empty'
  return [...name].length > 100 ? 'long' : nameProblem(name)
}
