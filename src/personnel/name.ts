export type NameFault = 'empty' | 'short' | 'long' | 'letters' | 'placeholder'

/** A name as it is kept: no spaces around or in a row, and the apostrophe of the keyboard. */
export const tidyName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

export function nameFault(name: string): NameFault | undefined {
  if (name === '') return 'empty'
  if (!/^[\p{L}\p{M} .,'-]+$/u.test(name)) return 'letters'
  if (name.length > 100) return 'long'
  const letters = name.toLowerCase().match(/\p{L}/gu) ?? []
  if (letters.length < 2) return 'short'
  return new Set(letters).size < 2 ? 'placeholder' : undefined
}
