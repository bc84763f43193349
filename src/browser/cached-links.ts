import { isCached } from './cache-pages.ts'
import { cachedPage } from './cached-pages.ts'
import { all, newElement } from './dom.ts'

/** Says of the links of a page from the phone which lead somewhere; shows those that only the phone knows of. */
export function markCached(): void {
  if (!('caches' in globalThis)) return
  for (const row of all('[data-if-cached]')) void showIfCached(row)
  if (!isCached()) return
  for (const part of all('[data-online]')) part.hidden = true
  for (const list of all('[data-forms]'))
    for (const link of all<HTMLAnchorElement>('a', list)) void greyUnlessCached(link, list.dataset.forms ?? '')
}

async function showIfCached(row: HTMLElement): Promise<void> {
  if (!(await cachedPage(row.dataset.ifCached ?? '').catch(() => undefined))) return
  row.hidden = false
  for (const part of all('[data-some-kept]')) part.hidden = false
  for (const part of all('[data-none-kept]')) part.hidden = true
}

async function greyUnlessCached(link: HTMLAnchorElement, why: string): Promise<void> {
  if (await cachedPage(link.pathname)) return
  link.removeAttribute('href')
  link.closest('.task')?.classList.add('task--away')
  link.after(newElement('p', 'secondary', why))
}
