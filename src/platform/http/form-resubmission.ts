import type { Cipher } from '../cipher.ts'
import { type ResubmittedForm } from './resubmitted-form.ts'

/** The control that carries it. */
export const resubmissionField = 'tersimpan'

const place = 'form:kept'
const day = 86_400_000
const mostCharacters = 128 * 1024

/** The form encrypted for a hidden field; undefined when it is too long to be typed text. */
export function encryptForm(cipher: Cipher, form: ResubmittedForm): string | undefined {
  const text = JSON.stringify(form)
  return text.length > mostCharacters ? undefined : Buffer.from(cipher.encrypt(text, place)).toString('base64url')
}

/** The form from the hidden field; undefined when it was not encrypted here or is older than a day. */
export function decryptForm(cipher: Cipher, given: unknown, now: Date): ResubmittedForm | undefined {
  if (typeof given !== 'string' || given === '') return undefined
  try {
    const form = JSON.parse(cipher.decrypt(Buffer.from(given, 'base64url'), place)) as ResubmittedForm
    return now.getTime() - Date.parse(form.at) < day ? form : undefined
  } catch {
    return undefined
  }
}

/** Whether the person with this tag may resubmit the form: another person must not see it. */
export const mayResubmit = (form: ResubmittedForm, mark: string): boolean => form.writer === '' || form.writer === mark
