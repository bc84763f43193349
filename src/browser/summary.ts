import { all } from './dom.ts'

const focusable = 'input:not([type=hidden]), select, textarea, button, a[href]'

/** Puts the reader at the summary of what is wrong, and from each line of it at the field, with its label in view. */
export function focusSummary(): void {
  for (const summary of all('[data-summary]')) {
    focusOnce(summary)
    summary.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link && goTo(decodeURIComponent(link.hash.slice(1)))) event.preventDefault()
    })
  }
}

function focusOnce(element: HTMLElement): void {
  element.tabIndex = -1
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  element.focus()
}

function goTo(id: string): boolean {
  const target = document.getElementById(id)
  if (!target) return false
  const inside = all(focusable, target).find((one) => one.offsetParent !== null)
  const control = target.matches(focusable) ? target : (inside ?? target)
  control.closest('.govuk-form-group')?.scrollIntoView()
  control.focus({ preventScroll: true })
  return true
}
