import { all, say } from './dom.ts'

/** Lets one see what one typed; before sending it is hidden again, so that no browser keeps it as a plain text. */
export function revealPasswords(): void {
  for (const button of all<HTMLButtonElement>('[data-reveal]')) {
    const field = document.getElementById(button.dataset.reveal ?? '')
    if (!(field instanceof HTMLInputElement)) continue
    const show = (isShown: boolean) => {
      field.type = isShown ? 'text' : 'password'
      button.textContent = say(button, isShown ? 'hide' : 'show')
    }
    button.hidden = false
    button.addEventListener('click', () => show(field.type === 'password'))
    field.form?.addEventListener('submit', () => show(false))
  }
}
