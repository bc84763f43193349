import type { Sent } from './sent.ts'

/** A form that arrived after its session had ended. It travels encrypted in the page that asks to sign in. */
export interface ResubmittedForm {
  /** Names the photos that wait for it. */
  id: string
  /** The path pattern of the endpoint that it was sent to; `params` fills it. */
  path: string
  params: Record<string, string>
  url: string
  sent: Sent
  /** A keyed hash of the account that last signed in on that browser; empty when none is known. */
  writer: string
  photos: { kept: number; lost: number }
  at: string
}
