import type { Wire } from '../../reports/engine/judge.ts'
import { all } from '../dom.ts'

/** The photos of a draft that the server has already: named by their hashes, shown when it can be reached. */
export function showSavedPhotos(form: HTMLFormElement, wire: Wire): void {
  for (const old of all('[data-kept-photo]', form)) old.remove()
  const hashes = [wire.fotoHash ?? []].flat().map(String)
  for (const template of all<HTMLTemplateElement>('template[data-saved-photos]', form)) {
    const rows = hashes.map((hash, index) => row(template, String(wire.laporanId), hash, index + 1))
    template.after(...rows)
  }
  for (const box of all('[data-photos]', form)) box.dataset.kept = String(hashes.length)
}

function row(template: HTMLTemplateElement, id: string, hash: string, number: number): HTMLElement {
  const made = template.content.firstElementChild!.cloneNode(true) as HTMLElement
  const address = (template.dataset.savedPhotos ?? '').replace('{id}', id).replace('{hash}', hash)
  for (const image of all<HTMLImageElement>('img', made)) image.src = address
  for (const input of all<HTMLInputElement>('input', made)) input.value = hash
  for (const button of all<HTMLButtonElement>('button', made)) button.value = `hapus-foto:${hash}`
  for (const words of all('strong, .govuk-visually-hidden', made))
    words.textContent = (words.textContent ?? '').replace('{number}', String(number))
  return made
}
