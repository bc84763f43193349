import type { Parsed } from './envelope-crypto.ts'
import type { QuarantineCode } from './verdict.ts'

export interface Arrived {
  envelope: Parsed
  requestId: string
  /** The address it came from; undefined when a known person handed in the file (`carriedBy`). */
  address?: string
  carriedBy?: string
}

/** An envelope that has not come before, and why it is doubted before it is opened. */
export interface Doubted extends Arrived {
  doubt: QuarantineCode | undefined
}
