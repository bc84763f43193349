import { all } from './dom.ts'

export function offerPrinting(): void {
  for (const button of all<HTMLButtonElement>('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
}
