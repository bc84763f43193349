export type NameFault = 'empty' | 'short' | 'long' | 'letters'

export { tidyName as tidyUnitName } from '../../kernel/tidy.ts'

export function unitNameFault(name: string): NameFault | undefined {
  if (name === '') return 'empty'
  if (!/^[\p{L}\p{M}\d .,'()/-]+$/u.test(name)) return 'letters'
  if ((name.match(/\p{L}/gu)?.length ?? 0) < 3) return 'short'
  return name.length > 100 ? 'long' : undefined
}

const longestCode = 40

/** The last step of a unit's path, as it is made from its name: `Polsek Utara Barat` is `utara-barat`. */
export const codeFrom = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/^polsek /, '')
    .replace(/[\p{M}']/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longestCode)
    .replace(/-$/, '')

export const isUnitCode = (code: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) && code.length >= 2 && code.length <= longestCode

export const pathBelow = (parent: { path: string }, code: string): string => `${parent.path}${code}/`
