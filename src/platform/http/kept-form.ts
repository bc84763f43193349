import type { Sealer } from '../seal.ts'
import { type KeptForm } from './kept-form-model.ts'

/** The control that carries it. */
export const keptName = 'tersimpan'

const place = 'form:kept'
const day = 86_400_000
const mostCharacters = 128 * 1024

/** Sealed for the page; nothing when it is longer than anybody types. */
export function sealForm(sealer: Sealer, form: KeptForm): string | undefined {
  const text = JSON.stringify(form)
  return text.length > mostCharacters ? undefined : Buffer.from(sealer.seal(text, place)).toString('base64url')
}

/** What a page gives back: nothing when it is not ours, or older than a day. */
export function openForm(sealer: Sealer, given: unknown, now: Date): KeptForm | undefined {
  if (typeof given !== 'string' || given === '') return undefined
  try {
    const form = JSON.parse(sealer.open(Buffer.from(given, 'base64url'), place)) as KeptForm
    return now.getTime() - Date.parse(form.at) < day ? form : undefined
  } catch {
    return undefined
  }
}

/** Whoever signs in with this mark goes on with the form; another person's is not for his eyes. */
export const mayGoOn = (form: KeptForm, mark: string): boolean => form.writer === '' || form.writer === mark
