import { all, say } from './dom.ts'
import { submitPlainly } from './submit-plainly.ts'

type Phone = typeof import('./phone/main.ts')

/**
 * The phone's own file comes when the page is quiet, for officers and wherever a report may wait; and at once when one
 * is sent. Without it every form is sent as browsers always did.
 */
export function bringPhone(): void {
  const [place] = all('[data-phone]')
  if (!place) return
  let brought: Promise<Phone> | undefined
  const bring = (): Promise<Phone> => {
    brought ??= (import(place.dataset.script ?? '') as Promise<Phone>).catch((error: unknown) => {
      brought = undefined
      throw error
    })
    return brought
  }
  const isOfficer = place.dataset.officer !== undefined
  let mayWait = isOfficer
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
    const isSend = form.querySelector('[data-send]') !== null && submitter?.getAttribute('value') === 'kirim'
    if (!isSend && !(mayWait && form.dataset.signOut !== undefined)) return
    event.preventDefault()
    bring()
      .then((phone) => (isSend ? phone.send(form) : phone.leave(form)))
      .catch(() => sendOrStay(form, submitter))
  })
  whenQuiet(async () => {
    mayWait ||= await hasDatabase()
    if (mayWait) await (await bring()).start(place)
  })
}

/** The phone's own file did not come: the form goes as browsers always sent it, unless nothing would answer. */
async function sendOrStay(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const [status] = all('[data-send]', form)
  const isAway =
    status &&
    (await fetch('/sehat', { cache: 'no-store' }).then(
      () => false,
      () => true,
    ))
  if (isAway) status.textContent = say(status, 'stuck')
  else submitPlainly(form, submitter)
}

/** On a shared phone, the queue of a colleague is sent too. */
async function hasDatabase(): Promise<boolean> {
  const found = await globalThis.indexedDB?.databases?.().catch(() => [])
  return found?.some(({ name }) => name === 'bos') ?? false
}

function whenQuiet(work: () => Promise<void>): void {
  const quietly = () => void work().catch(() => undefined)
  const wait = () =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(quietly, { timeout: 1000 }) : setTimeout(quietly, 200)
  if (document.readyState === 'complete') wait()
  else addEventListener('load', wait, { once: true })
}
