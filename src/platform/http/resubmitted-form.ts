import type { Sent } from './sent.ts'

/** A form that came when nobody was signed in any more. It travels encrypted in the page that asks to sign in. */
export interface ResubmittedForm {
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
