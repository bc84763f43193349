/** What the page says about whom and what it is for. */
export interface Place {
  element: HTMLElement
  /** The person signed in on this page; empty when nobody is. */
  person: string
  isOfficer: boolean
  sessionHours: number
  locale: 'id' | 'en'
}

export const placeOf = (element: HTMLElement): Place => ({
  element,
  person: document.body.dataset.person ?? '',
  isOfficer: element.dataset.officer !== undefined,
  sessionHours: Number(element.dataset.sessionHours),
  locale: document.documentElement.lang === 'en' ? 'en' : 'id',
})

export const thisPlace = (): Place | undefined => {
  const element = document.querySelector<HTMLElement>('[data-phone]')
  return element ? placeOf(element) : undefined
}

/** Of this very file: it names the program that encrypted. */
export const release = /\.([0-9a-f]{8})\.js/.exec(import.meta.url)?.[1] ?? 'source'
