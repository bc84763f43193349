/** What the running server knows of itself: the same object for health, load shedding and shutdown. */
export interface SiteState {
  /** It finishes what it has begun and takes nothing new. */
  isShuttingDown: boolean
  /** A commit would not end now: sends are rejected. */
  areSendsPaused: boolean
  /** What an operator should look at, though the server works. */
  hints: () => string[]
}

export const newSiteState = (): SiteState => ({ isShuttingDown: false, areSendsPaused: false, hints: () => [] })
