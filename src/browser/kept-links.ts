import { all, newElement } from './dom.ts'
import { isKept } from './keep-pages.ts'
import { keptPage } from './kept.ts'

/** Says of the links of a page from the phone which lead somewhere; shows those that only the phone knows of. */
export function markKept(): void {
  if (!('caches' in globalThis)) return
  for (const row of all('[data-if-kept]')) void showIfKept(row)
  if (!isKept()) return
  for (const part of all('[data-online]')) part.hidden = true
  for (const list of all('[data-forms]'))
    for (const link of all<HTMLAnchorElement>('a', list)) void greyUnlessKept(link, list.dataset.forms ?? '')
}

async function showIfKept(row: HTMLElement): Promise<void> {
  if (!(await keptPage(row.dataset.ifKept ?? '').catch(() => undefined))) return
  row.hidden = false
  for (const part of all('[data-some-kept]')) part.hidden = false
  for (const part of all('[data-none-kept]')) part.hidden = true
}

async function greyUnlessKept(link: HTMLAnchorElement, why: string): Promise<void> {
  if (await keptPage(link.pathname)) return
  link.removeAttribute('href')
  link.closest('.task')?.classList.add('task--away')
  link.after(newElement('p', 'secondary', why))
}
