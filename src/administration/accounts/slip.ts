/** How long a one-time code works. */
export const slipMinutes = 15

export interface Slip {
  /** In the clear, for the one page that shows it. */
  code: string
  expiresAt: Date
}
