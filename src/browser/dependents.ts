import { all } from './dom.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** Shows a dependent question only while the answer it depends on calls for it; a hidden one is not sent. */
export function askDependents(): void {
  const blocks = all('[data-when-field]')
  if (blocks.length === 0) return
  const show = () => {
    for (const block of blocks) ask(block)
  }
  document.addEventListener('change', show)
  addEventListener('pageshow', show)
  show()
}

function ask(block: HTMLElement): void {
  const form = block.closest('form')
  if (!form) return
  const calling = (block.dataset.whenIs ?? '').split(' ')
  const isAsked = new FormData(form)
    .getAll(block.dataset.whenField ?? '')
    .some((value) => calling.includes(String(value)))
  block.hidden = !isAsked
  for (const control of all<Control>('input, select, textarea', block)) control.disabled = !isAsked
}
