// Runs on the server and in the browser: imports nothing, touches nothing.

/** What no database keeps and no browser sends: NUL, and halves of characters. */
export const isUnkeepable = (text: string): boolean => /[\0\ud800-\udfff]/u.test(text)

const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/**
 * Signs without a shape: control characters, direction marks, zero width, soft hyphens. A joiner or a variation selector
 * stays behind a letter or an emoji of those scripts that need it.
 */
const unseen =
  /([^\0-\u024f\s\p{P}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb][\ufe00-\ufe0f]?[\u200c\u200d]?)|(?![\t\n])[\p{Default_Ignorable_Code_Point}\p{Cc}\ufff9-\ufffb]/gu

const blanks = /(?:[^\S\n]|\u2800)+/g
const dashes = /[\p{Pd}\u2212\u2043\u02d7]/gu
const apostrophes = /[’‘‛`´ʹʻʼʽʾʿˈ′‵＇՚׳ꞌ]/g

/** A text as it is stored: NFC, nothing in it that nobody sees, one kind of line break, single blanks. */
export const tidyText = (text: string): string =>
  text.replace(lineBreaks, '\n').replace(unseen, '$1').normalize('NFC').replace(blanks, ' ').trim()

/** The same on one line. */
export const tidyLine = (text: string): string => tidyText(text).replace(/\s+/g, ' ')

/** Digits of one script follow each other, and 0 comes first. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}

/** What holds a number, a code or a day: digits, hyphens and full-width signs as a keyboard types them, no quote of a spreadsheet. */
export const tidyDigits = (text: string): string =>
  tidyLine(text)
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[^\0-\u007f]/gu, (sign) => (/\p{Nd}/u.test(sign) ? asciiDigit(sign) : sign))
    .replace(dashes, '-')
    .replace(apostrophes, "'")
    .replace(/^'\s*(?=.)|\u20e3/g, '')

/** A code that people write with a word before it and with spaces, dots or hyphens in it: NIK, No. KK, NRP. */
export const tidyCode = (text: string): string =>
  tidyDigits(text)
    .replace(/^(?:(?:nomor|no\b\.?)\s*)?(?:nik|kk|ktp|nrp)\b[\s.:]*/i, '')
    .replace(/[\s.-]/g, '')

/** A name as it is stored: one apostrophe, one hyphen, one quotation mark, letters in their plain form. */
export const tidyName = (text: string): string =>
  tidyLine(
    tidyLine(text)
      .replace(apostrophes, "'")
      .replace(dashes, '-')
      .replace(/[“”„«»]/g, '"')
      .normalize('NFKC'),
  ).replace(/'{2,}/g, "'")
