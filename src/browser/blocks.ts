import { countCharacters } from './counters.ts'
import { all } from './dom.ts'

/** Adds and takes away the blocks of a list in the page itself; without a script the server does. */
export function growLists(): void {
  document.addEventListener('submit', (event) => {
    const button = event.submitter as HTMLButtonElement | null
    const [verb, key, index] = (button?.value ?? '').split(':')
    const list = key && document.querySelector<HTMLElement>(`[data-list="${CSS.escape(key)}"]`)
    if (event.defaultPrevented || !list || (verb !== 'tambah' && verb !== 'hapus')) return
    event.preventDefault()
    if (verb === 'tambah') controlsIn(addBlock(list))[0]?.focus()
    else {
      removeBlock(list, Number(index))
      list.focus()
    }
    list.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

/** As many blocks as that, or as the list must have. */
export function setBlocks(list: HTMLElement, count: number): void {
  const wanted = Math.max(count, leastOf(list))
  while (blocksOf(list).length < wanted) addBlock(list)
  while (blocksOf(list).length > wanted) removeBlock(list, blocksOf(list).length - 1)
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const blocksOf = (list: HTMLElement) => all(':scope > fieldset', list)
const controlsIn = (block: HTMLElement) => all<Control>('input, select, textarea', block)
const leastOf = ({ dataset: { least } }: HTMLElement) => Number(least ?? 1)

function addBlock(list: HTMLElement): HTMLElement {
  const blocks = blocksOf(list)
  const last = blocks[blocks.length - 1]!
  const block = emptied(last.cloneNode(true) as HTMLElement)
  number(list, block, blocks.length - 1, blocks.length)
  last.after(block)
  countCharacters(block)
  offerMore(list)
  return block
}

function removeBlock(list: HTMLElement, index: number): void {
  const blocks = blocksOf(list)
  if (blocks.length <= leastOf(list)) addBlock(list)
  blocks[index]?.remove()
  for (const [at, block] of blocksOf(list).entries()) if (at >= index) number(list, block, at + 1, at)
  offerMore(list)
}

function offerMore(list: HTMLElement): void {
  for (const button of all(':scope > button', list)) button.hidden = blocksOf(list).length >= Number(list.dataset.most)
}

function emptied(block: HTMLElement): HTMLElement {
  for (const control of controlsIn(block)) {
    if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)) control.checked = false
    else control.value = ''
    control.removeAttribute('aria-invalid')
  }
  for (const message of all('.govuk-error-message', block)) message.remove()
  for (const group of all('.govuk-form-group--error', block)) group.classList.remove('govuk-form-group--error')
  for (const counter of all('[data-counter]', block)) counter.hidden = true
  return block
}

/** Its place is in names, ids and what refers to them, and in what it is called. */
function number(list: HTMLElement, block: HTMLElement, from: number, to: number): void {
  const key = list.dataset.list ?? ''
  const inPlace = (text: string) =>
    text
      .replaceAll(`${key}.${from}.`, `${key}.${to}.`)
      .replaceAll(`f-${key}-${from}-`, `f-${key}-${to}-`)
      .replace(`hapus:${key}:${from}`, `hapus:${key}:${to}`)
  for (const element of all('*', block))
    for (const attribute of element.attributes) attribute.value = inPlace(attribute.value)
  for (const title of all('.list__title, :scope > button', block))
    title.textContent = (title.textContent ?? '').trim().replace(/\d+$/, String(to + 1))
}
