import { all, say } from '../dom.ts'
import { openChooser } from '../drafts/choose-entry.ts'
import type { DraftForm } from '../drafts/draft-form.ts'
import { entriesHere } from '../drafts/entries.ts'
import { openPhone } from '../phone/db.ts'
import { isReached } from '../phone/network.ts'
import { isLetGo, submitPlainly } from '../submit-plainly.ts'
import { showCheck } from './check.ts'

/**
 * A button that leaves the form: what is typed lies on the phone first. When the server can be reached the form goes
 * there, as ever; else the phone does what it can by itself.
 */
export function guardLeaving(draftForm: DraftForm): void {
  let isBusy = false
  document.addEventListener('submit', (event) => {
    const button = event.submitter as HTMLButtonElement | null
    if (event.defaultPrevented || event.target !== draftForm.form || !button) return
    event.preventDefault()
    if (isBusy) return
    isBusy = true
    void leave(draftForm, button).finally(() => {
      isBusy = false
    })
  })
}

/** Opens the search over what lies on the phone; false where there is nothing to search. */
async function chooseHere(draftForm: DraftForm): Promise<boolean> {
  const kind = draftForm.form.querySelector<HTMLElement>('[data-entry-search]')?.dataset.register ?? ''
  const entries = await entriesHere(draftForm.person, kind)
  return entries.length > 0 && openChooser(draftForm, entries)
}

async function leave(draftForm: DraftForm, button: HTMLButtonElement): Promise<void> {
  const [verb = '', what = ''] = button.value.split(':')
  if (verb === 'pilih' && button.dataset.atServer === undefined && (await chooseHere(draftForm).catch(() => false)))
    return
  await draftForm.save(verb === 'simpan' || verb === 'pilih')
  if (await isReached()) return submitPlainly(draftForm.form, button)
  if (verb === 'periksa' && !draftForm.isStorageRefused && showCheck(draftForm.form)) return
  if (verb === 'hapus-foto') takeAway(draftForm.form, what)
  else sayAway(draftForm.isUnkept ? 'unkeptText' : verb === 'pilih' ? 'newText' : 'keptText')
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
