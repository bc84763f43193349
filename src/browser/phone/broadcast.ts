/** What tabs, and the service worker, tell each other. */
export type News =
  | { kind: 'changed' }
  /** `photo` counts from 1; absent while the text is on its way. */
  | { kind: 'sending'; id: string; photo?: number; photos: number }
  | { kind: 'reached' | 'unreached' }
  /** The person signs out: nothing of theirs is written or sent from here on. */
  | { kind: 'leaving'; person: string }

const name = 'bos'

/** A channel does not hear itself: telling and hearing each have their own. */
let telling: BroadcastChannel | undefined

export function broadcast(news: News): void {
  telling ??= new BroadcastChannel(name)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
  telling.postMessage(news)
}

export function subscribe(listener: (news: News) => void): void {
  const hearing = new BroadcastChannel(name)
  hearing.addEventListener('message', ({ data }: MessageEvent<News>) => listener(data))
}
