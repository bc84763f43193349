import { all, say } from '../dom.ts'
import { openChooser } from '../drafts/choose-entry.ts'
import type { Desk } from '../drafts/draft-form.ts'
import { entriesHere } from '../drafts/entries.ts'
import { openPhone } from '../phone/db.ts'
import { isReached } from '../phone/network.ts'
import { isLetGo, submitPlainly } from '../submit-plainly.ts'
import { showCheck } from './check.ts'

/**
 * A button that leaves the form: what is typed lies on the phone first. When the server can be reached the form goes
 * there, as ever; else the phone does what it can by itself.
 */
export function guardLeaving(desk: Desk): void {
  let isBusy = false
  document.addEventListener('submit', (event) => {
    const button = event.submitter as HTMLButtonElement | null
    if (event.defaultPrevented || event.target !== desk.form || !button) return
    event.preventDefault()
    if (isBusy) return
    isBusy = true
    void leave(desk, button).finally(() => {
      isBusy = false
    })
  })
}

/** Opens the search over what lies on the phone; false where there is nothing to search. */
async function chooseHere(desk: Desk): Promise<boolean> {
  const kind = desk.form.querySelector<HTMLElement>('[data-entry-search]')?.dataset.register ?? ''
  const entries = await entriesHere(desk.person, kind)
  return entries.length > 0 && openChooser(desk, entries)
}

async function leave(desk: Desk, button: HTMLButtonElement): Promise<void> {
  const [verb = '', what = ''] = button.value.split(':')
  if (verb === 'pilih' && button.dataset.atServer === undefined && (await chooseHere(desk).catch(() => false))) return
  await desk.save(verb === 'simpan' || verb === 'pilih')
  if (await isReached()) return submitPlainly(desk.form, button)
  if (verb === 'periksa' && !desk.isStorageRefused && showCheck(desk.form)) return
  if (verb === 'hapus-foto') takeAway(desk.form, what)
  else sayAway(desk.isUnkept ? 'unkeptText' : verb === 'pilih' ? 'newText' : 'keptText')
}

async function leaveFinal(form: HTMLFormElement, button: HTMLElement, status: HTMLElement): Promise<void> {
  if (await isReached()) submitPlainly(form, button)
  else status.textContent = say(status, 'unreached')
}

/**
 * A check page of the server holds the answers in hidden fields. Its other buttons wait for the server to be in reach;
 * where the browser stores nothing, leaving asks.
 */
export function guardFinalForms(): void {
  for (const status of all('form [data-send]')) {
    const form = status.closest('form')!
    form.addEventListener('submit', (event) => {
      const button = event.submitter as HTMLButtonElement | null
      if (event.defaultPrevented || !button || button.value === 'kirim') return
      event.preventDefault()
      void leaveFinal(form, button, status)
    })
    void openPhone().catch(() =>
      addEventListener('beforeunload', (event) => {
        if (!isLetGo(form)) event.preventDefault()
      }),
    )
  }
}

/** It stays with the server, which keeps only what the report names in the end. */
function takeAway(form: HTMLFormElement, hash: string): void {
  for (const input of all(`input[value="${hash}"]`, form)) input.closest('[data-kept-photo]')?.remove()
  for (const box of all('[data-photos]', form)) box.dataset.kept = String(all('[data-kept-photo]', form).length)
  form.dispatchEvent(new Event('change', { bubbles: true }))
}

function sayAway(what: string): void {
  for (const notice of all('[data-away]')) {
    notice.hidden = false
    for (const text of all('p', notice)) text.textContent = say(text, what)
    notice.scrollIntoView({ block: 'center' })
  }
}
