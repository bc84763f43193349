import { all, newElement } from '../dom.ts'
import { rulesOf } from '../report-rules.ts'
import { headlineIn, shownSections } from './answers.ts'

/**
 * The answers once more, made by the phone because the server is away: the same page, in the place of the form, whose
 * button lays the report into the phone's queue. The way back leads to the form. False where the form has no such page.
 */
export function showCheck(form: HTMLFormElement): boolean {
  const template = form.querySelector<HTMLTemplateElement>('template[data-phone-check]')
  const view = template?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined
  if (!view) return false
  fill(view, form)
  const others = [...all(':scope > *', form), ...siblings(form)].filter((one) => !one.hidden)
  for (const one of others) one.hidden = true
  form.append(view)
  history.pushState({ check: true }, '', location.href)
  let at: HTMLElement = form
  const close = () => {
    view.remove()
    for (const one of others) one.hidden = false
    at.scrollIntoView()
    const controls = all('input:not([type=hidden]), select, textarea', at)
    controls.find((one) => one.offsetParent !== null)?.focus({ preventScroll: true })
  }
  addEventListener('popstate', close, { once: true })
  for (const button of all('[data-edit]', view))
    button.addEventListener('click', () => {
      at = sectionOf.get(button) ?? form
      history.back()
    })
  scrollTo(0, 0)
  for (const heading of all('h1', view)) heading.focus()
  return true
}

/** Which part of the form a button leads back to. */
const sectionOf = new WeakMap<HTMLElement, HTMLElement>()

const siblings = (form: HTMLFormElement): HTMLElement[] =>
  [...(form.parentElement?.children ?? [])].filter(
    (one): one is HTMLElement => one !== form && one instanceof HTMLElement,
  )

function fill(view: HTMLElement, form: HTMLFormElement): void {
  const rules = rulesOf(form)
  for (const status of all('[data-send]', view))
    status.dataset.label = `${form.dataset.title}: ${headlineIn(form, rules)}`
  for (const model of all('[data-check-section]', view)) {
    for (const { title, section, rows } of shownSections(form, rules)) {
      const made = model.cloneNode(true) as HTMLElement
      for (const heading of all('h2', made)) heading.textContent = title
      for (const button of all('[data-edit]', made)) {
        for (const words of all('span', button)) words.textContent = ` ${title}`
        sectionOf.set(button, section)
      }
      for (const list of all('dl', made)) list.replaceChildren(...rows.map((row) => answerRow(list, row)))
      model.before(made)
    }
    model.remove()
  }
  for (const list of all('[data-check-photos] ul', view)) showPhotos(list, form)
}

function answerRow(list: HTMLElement, { label, lines }: { label: string; lines: string[] }): HTMLElement {
  const row = list.firstElementChild!.cloneNode(true) as HTMLElement
  for (const term of all('dt', row)) term.textContent = label
  for (const answer of all('dd', row))
    if (lines.length === 1) answer.textContent = lines[0]!
    else answer.replaceChildren(...lines.map((line) => newElement('span', 'answers__line', line)))
  return row
}

function showPhotos(list: HTMLElement, form: HTMLFormElement): void {
  const images = all<HTMLImageElement>('[data-kept-photo] img, [data-photos-list] img', form)
  list.closest<HTMLElement>('[data-check-photos]')!.hidden = images.length === 0
  list.append(
    ...images.map((image) => {
      const item = document.createElement('li')
      const copy = document.createElement('img')
      copy.src = image.src
      copy.alt = ''
      item.append(copy)
      return item
    }),
  )
}
