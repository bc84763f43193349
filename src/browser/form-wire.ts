import { itemsSent, type Wire } from '../reports/engine/judge.ts'
import { setBlocks } from './blocks.ts'
import { all } from './dom.ts'
import { showPosition } from './position.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What the form would send now, without its photos. */
export function wireIn(form: HTMLFormElement): Record<string, string | string[]> {
  const wire: Record<string, string | string[]> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') wire[name] = name in wire ? [wire[name]!, value].flat() : value
  }
  return wire
}

/** The photos that are still with the form, not with the server. */
export const filesIn = (form: HTMLFormElement): File[] =>
  new FormData(form).getAll('foto').filter((one): one is File => one instanceof File && one.size > 0)

/** Puts back what a form of the same type had; what it had not is emptied. */
export function fillForm(form: HTMLFormElement, wire: Wire): void {
  for (const list of all('[data-list]', form)) setBlocks(list, itemsSent(list.dataset.list ?? '', wire))
  for (const control of all<Control>('input[name], select[name], textarea[name]', form))
    fill(control, [wire[control.name] ?? []].flat().map(String))
  for (const box of all('[data-position]', form)) showPosition(box)
  for (const text of all('textarea', form)) text.dispatchEvent(new Event('input'))
  form.dispatchEvent(new Event('change', { bubbles: true }))
}

function fill(control: Control, values: string[]): void {
  if (!(control instanceof HTMLInputElement)) control.value = values[0] ?? ''
  else if (/radio|checkbox/.test(control.type)) control.checked = values.includes(control.value)
  // Whatever else is hidden says which form this is.
  else if (control.type !== 'file' && (control.type !== 'hidden' || control.closest('[data-position]')))
    control.value = values[0] ?? ''
}
