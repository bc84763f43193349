import { all, say, showInstant, showSlashed } from '../dom.ts'
import { removeDraft, type StoredDraft } from './store.ts'

/** Lists the drafts that only this phone has, with a way to take each away. */
export function listDrafts(person: string, drafts: StoredDraft[]): void {
  for (const section of all('[data-phone-drafts]')) {
    const [list] = all('ul', section)
    const template = section.querySelector('template')
    if (!list || !template) continue
    section.hidden = drafts.length === 0
    list.replaceChildren(...drafts.flatMap((draft) => rows(template, person, draft)))
  }
}

function rows(template: HTMLTemplateElement, person: string, draft: StoredDraft): HTMLElement[] {
  const made = [...template.content.children].map((row) => row.cloneNode(true) as HTMLElement)
  const [row] = made
  const at = showInstant(new Date(draft.updatedAt))
  for (const link of all<HTMLAnchorElement>('a', row)) {
    link.href = `${draft.path}?draf=${draft.id}`
    showSlashed(link, draft.entry ? `${draft.title}: ${draft.entry.title}` : draft.title)
  }
  for (const text of all('[data-words]', row))
    text.textContent = say(text, draft.progress ? 'words' : 'plain', { at, ...draft.progress })
  for (const button of made.flatMap((one) => all<HTMLButtonElement>('button', one)))
    button.addEventListener('click', () => void removeAsked(button, person, draft.id, made))
  return made
}

/** Asked twice: what is gone from the phone is nowhere else. */
async function removeAsked(button: HTMLButtonElement, person: string, id: string, made: HTMLElement[]): Promise<void> {
  if (button.dataset.asked === undefined) {
    button.dataset.asked = ''
    button.textContent = say(button, 'surely')
    return
  }
  await removeDraft(person, id)
  const section = button.closest<HTMLElement>('[data-phone-drafts]')
  for (const row of made) row.remove()
  if (section && all('li', section).length === 0) section.hidden = true
}
