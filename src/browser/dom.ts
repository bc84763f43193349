export const all = <E extends HTMLElement>(selector: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(selector),
]

export function newElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.textContent = text
  return made
}

/** As `views/components/slashed.ejs`: a line may end after a stroke, so that a report's number is not cut inside of its parts. */
export function showSlashed(element: HTMLElement, text: string): void {
  const parts = text.split('/').map((part, at, { length }) => (at < length - 1 ? `${part}/` : part))
  element.replaceChildren(...parts.flatMap((part, at) => (at === 0 ? [part] : [document.createElement('wbr'), part])))
}

/** A sentence that the page brought along in a data attribute, with its `{places}` filled. */
export function say(element: HTMLElement, name: string, params: Record<string, string | number> = {}): string {
  return (element.dataset[name] ?? '').replace(/\{(\w+)\}/g, (place, key: string) => String(params[key] ?? place))
}

export const language = document.documentElement.lang === 'en' ? 'en-GB' : 'id-ID'

export const showNumber = (value: number, digits = 0): string =>
  value.toLocaleString(language, { maximumFractionDigits: digits })

export const showWeight = (bytes: number): string =>
  bytes >= 1_000_000 ? `${showNumber(bytes / 1_000_000, 1)} MB` : `${showNumber(Math.max(1, bytes / 1000))} kB`

/** `09.42` in Indonesian, `09:42` in English: by the clock of this device. */
export const showTime = (at: Date): string =>
  at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** `24 Nov 09.42`, by the clock of this device. */
export const showInstant = (at: Date): string =>
  `${at.toLocaleDateString(language, { day: 'numeric', month: 'short' })} ${showTime(at)}`
