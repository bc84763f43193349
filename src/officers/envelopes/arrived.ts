import type { Parsed } from './envelope-crypto.ts'
import type { QuarantineCode } from './verdict.ts'

export interface Arrived {
  envelope: Parsed
  requestId: string
  /** Whence it came; undefined where somebody has carried it to a desk, who is known. */
  address?: string
  carriedBy?: string
}

/** An envelope that has not come before, and why it is doubted before it is opened. */
export interface Doubted extends Arrived {
  doubt: QuarantineCode | undefined
}
