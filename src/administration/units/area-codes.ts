export interface AreaCodes {
  /** As the official list writes them: `32.74.05` or `32.74.05.1002`. */
  codes: string[]
  wrong: string[]
}

const pattern = /^\d{2}\.\d{2}\.\d{2}(\.\d{4})?$/

const dotted = (text: string): string =>
  /^(\d{6}|\d{10})$/.test(text) ? text.replace(/^(..)(..)(..)/, '$1.$2.$3').replace(/^(.{8})(....)$/, '$1.$2') : text

/** The codes of kecamatan and villages in a line of text, with or without their dots. */
export function areaCodesIn(text: string): AreaCodes {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  const written = [...new Set(parts.map(dotted))]
  return { codes: written.filter((part) => pattern.test(part)), wrong: written.filter((part) => !pattern.test(part)) }
}
