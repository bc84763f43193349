import { all } from './dom.ts'

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/

/** Makes the form that of another report: a kept page, or one whose draft is brought back. */
export function renameForm(form: HTMLFormElement, id: string): void {
  for (const input of all<HTMLInputElement>('input[name=laporanId]', form)) input.value = id
  const parts = [form, ...all<HTMLTemplateElement>('template', form).map(({ content }) => content)]
  for (const place of parts.flatMap((part) => all('[data-receipt]', part)))
    place.dataset.receipt = (place.dataset.receipt ?? '').replace(uuid, id)
}
