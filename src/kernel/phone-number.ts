// Runs on the server and in the browser: no side effects, and no imports that have any.
import { tidyDigits } from './tidy.ts'

/** A mobile number, as it is stored. */
export const isMobile = (number: string): boolean => /^\+628[1-9]\d{7,10}$/.test(number)

/** The same, a landline with its area code, or a number that is free to call. */
export const isTelephone = (number: string): boolean =>
  isMobile(number) || /^\+62(?:[2-79]\d{7,10}|80[0479]\d{5,8})$/.test(number)

/** What people write around a number: `WA: …`, `No. HP/WA …`, `https://wa.me/…`, `… (WA)`. */
const beforeNumber =
  /^(?:(?:https?:\/\/)?wa\.me\/|(?:(?:nomor|no|hp|wa|whatsapp|tel(?:p|epon)?|tlp|kantor|rumah)\b[\s.:/-]*)+)/i
const afterNumber = /\s*\(?\b(?:wa|hp)\)?$/i
const between = /\s*(?:[,;|&]|\b(?:atau|dan)\b)\s*/i
const whole = /^[\d\s().+/-]+$/

/** With the code of the country, or undefined when it names neither that nor an area. */
function withCountry(written: string): string | undefined {
  const digits = written.replace(/[^\d+]/g, '')
  const match = /^(?:\+62|0062|62(?=0?[2-9]))0?([2-9]\d*)$/.exec(digits) ?? /^0([2-9]\d*)$/.exec(digits)
  return match ? `+62${match[1]}` : /^8[1-9]\d{7,10}$/.test(digits) ? `+62${digits}` : undefined
}

/** A number that is whole already before the rest is another one: `0812…/0813…`, `0231-204567/68`. */
function holdsTwo(written: string): boolean {
  const isOne = isTelephone(withCountry(written) ?? '')
  return [...written.matchAll(/[/+\s-]/g)].some(
    ({ 0: sign, index }) =>
      (/[/+]/.test(sign) || !isOne) &&
      isTelephone(withCountry(written.slice(0, index)) ?? '') &&
      /\d/.test(written.slice(index)),
  )
}

/** In the place of a number: two of them were written. */
export const twoNumbers = '2'

/** However it is written, a number is kept as `+62812…`; undefined when it is none. */
export function readPhoneNumber(text: string): string | undefined {
  const written = tidyDigits(text).replace(beforeNumber, '').replace(afterNumber, '')
  const parts = written.split(between).filter((part) => part !== '')
  if (parts.length > 1) return parts.every((part) => whole.test(part)) ? twoNumbers : undefined
  if (!whole.test(written)) return undefined
  return holdsTwo(written) ? twoNumbers : (withCountry(written) ?? written.replace(/[^\d+]/g, ''))
}
