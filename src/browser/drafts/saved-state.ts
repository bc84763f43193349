import { all, say, showTime } from '../dom.ts'
import { deviceNow } from '../phone/clock.ts'

/** Says in the bar of the page when the form was last kept on this phone, or that it was not. */
export function saySaved(what: 'saved' | 'restored' | 'unsaved', at = deviceNow().getTime()): void {
  for (const pill of all('[data-pill]')) {
    // Announced once: a screen reader that heard it every second would say nothing else.
    if (!pill.hidden) pill.removeAttribute('role')
    pill.hidden = false
    pill.textContent = say(pill, what, { time: showTime(new Date(at)) })
  }
}

/** The sentences that entries are safe on this phone give way to one that they are not. */
export function showUnkept(isUnkept: boolean): void {
  for (const notice of all('[data-unkept]')) notice.hidden = !isUnkept
  for (const sentence of all('[data-safe-here]')) sentence.hidden = isUnkept
}
