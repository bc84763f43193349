import { all, newElement, say } from '../dom.ts'
import type { DraftForm } from './draft-form.ts'
import type { ListedEntry } from './entries.ts'
import { showEntry } from './entry-card.ts'

const most = 20

/** Opens the search over what the phone has of the register, under the question that asks for an entry. False when it cannot search. */
export async function openChooser(draftForm: DraftForm, entries: ListedEntry[]): Promise<boolean> {
  const searching = await import('./matching.ts').catch(() => undefined)
  if (!searching) return false
  const box = draftForm.form.querySelector<HTMLElement>('[data-entry]')
  const search = box?.querySelector<HTMLElement>('[data-entry-search]')
  const before = search?.querySelector('input')
  const [list] = search ? all('ul', search) : []
  if (!box || !search || !before || !list) return false
  // Anew each time it opens, with nothing that an earlier opening listens to.
  const input = before.cloneNode() as HTMLInputElement
  before.replaceWith(input)
  const choose = ({ id, name, place }: ListedEntry) => {
    showEntry(draftForm.form, { [box.dataset.entry ?? '']: id }, { title: name, lines: [place] })
    search.hidden = true
    draftForm.form.dispatchEvent(new Event('change', { bubbles: true }))
    box.querySelector<HTMLElement>('[data-entry-card] button')?.focus()
  }
  const show = () => {
    const found = searching.matching(entries, input.value)
    for (const count of all('[role=status]', search))
      count.textContent = say(count, 'count', { count: found.length, all: entries.length })
    list.replaceChildren(...found.slice(0, most).map((entry) => row(entry, () => choose(entry))))
  }
  input.addEventListener('input', show)
  // Enter is for the first that was found, not for the form around it.
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    list.querySelector('button')?.focus()
  })
  search.hidden = false
  show()
  input.focus()
  return true
}

function row({ name, place }: ListedEntry, choose: () => void): HTMLElement {
  const item = document.createElement('li')
  const button = newElement('button', 'card card--row entry-found')
  button.type = 'button'
  button.append(newElement('strong', '', name), newElement('span', 'secondary', place))
  button.addEventListener('click', choose)
  item.append(button)
  return item
}
