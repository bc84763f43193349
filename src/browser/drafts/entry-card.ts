import type { Wire } from '../../reports/engine/judge.ts'
import { all, newElement } from '../dom.ts'

export interface Entry {
  title: string
  lines: string[]
}

const boxIn = (form: HTMLFormElement) => form.querySelector<HTMLElement>('[data-entry]')

/** What the form says of the entry of the register that was chosen. */
export function shownEntry(form: HTMLFormElement): Entry | null {
  const card = boxIn(form)?.querySelector<HTMLElement>('[data-entry-card]')
  if (!card) return null
  const words = (selector: string) => all(selector, card).map(({ textContent }) => (textContent ?? '').trim())
  return { title: words('[data-entry-title]')[0] ?? '', lines: words('[data-entry-lines] .secondary') }
}

/** Chooses an entry; the card that says so comes from the page. */
export function showEntry(form: HTMLFormElement, wire: Wire, entry: Entry | null): void {
  const box = boxIn(form)
  const id = box && wire[box.dataset.entry ?? '']
  const card = box?.querySelector('[data-entry-card]') ?? box?.querySelector('template')?.content.firstElementChild
  if (!box || !card || !entry || !id) return
  const made = filledCard(card, String(id), entry)
  for (const part of all(':scope > button, :scope > [data-entry-card]', box)) part.remove()
  box.prepend(made)
}

function filledCard(card: Element, id: string, { title, lines }: Entry): HTMLElement {
  const made = card.cloneNode(true) as HTMLElement
  for (const input of all<HTMLInputElement>('input', made)) input.value = id
  for (const text of all('[data-entry-title]', made)) text.textContent = title
  for (const old of all('[data-entry-lines] .secondary', made)) old.remove()
  for (const words of all('[data-entry-lines]', made))
    words.append(...lines.map((line) => newElement('span', 'secondary', line)))
  return made
}
