import { all, say } from './dom.ts'

/** Copies a text in one touch. */
export function offerCopying(): void {
  for (const button of all<HTMLButtonElement>('[data-copy]')) {
    const field = document.getElementById(button.dataset.copy ?? '')
    if (!(field instanceof HTMLTextAreaElement)) continue
    button.hidden = false
    button.addEventListener('click', () => void copy(button, field))
  }
}

/** Only a page that came over TLS is given the clipboard, and not in every browser: there the text is selected at least. */
async function copy(button: HTMLButtonElement, field: HTMLTextAreaElement): Promise<void> {
  field.select()
  let word = 'done'
  try {
    await navigator.clipboard.writeText(field.value)
  } catch {
    word = 'selected'
  }
  for (const status of all('[data-copied]')) status.textContent = say(button, word)
}
