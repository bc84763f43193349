import type { Sealer } from '../seal.ts'
import type { Sent } from './endpoint.ts'

/** A form that came when nobody was signed in any more. It travels sealed in the page that asks to sign in. */
export interface KeptForm {
  /** Names the photos that wait for it. */
  id: string
  /** The endpoint it was for, as it was mounted. */
  path: string
  params: Record<string, string>
  url: string
  sent: Sent
  /** The mark of the account that had last signed in on that browser; empty when none is known. */
  writer: string
  photos: { kept: number; lost: number }
  at: string
}

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
