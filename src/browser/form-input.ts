import { all } from './dom.ts'

/** Marks what is typed, so that the phone's own file, which may come late, puts no draft over it. */
export function markEdited(): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLElement) target.dataset.typed = ''
  })
}

/** The names of what somebody has typed into the form since it was opened. */
export const inputIn = (form: HTMLFormElement): Set<string> =>
  new Set(all<HTMLInputElement>('[data-typed]', form).map(({ name }) => name))
