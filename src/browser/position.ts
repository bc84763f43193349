import { all, say, showNumber, showTime } from './dom.ts'

/** Metres. At the first the search ends by itself; beyond the second it asks to try again, and never refuses. */
const good = 20
const rough = 100
const longestSearch = 20_000

export function takePositions(): void {
  if (!('geolocation' in navigator)) return
  for (const box of all('[data-position]')) offer(box)
}

/** Says of a value that was put there from elsewhere that it is there. */
export function showPosition(box: HTMLElement): void {
  const [, , metres] = (all<HTMLInputElement>('input[type=hidden]', box)[0]?.value ?? '').split(',')
  if (!metres) return
  show(box, say(box, 'found'), say(box, 'metres', { metres: showNumber(Number(metres)) }))
  hideReasons(box)
}

function offer(box: HTMLElement): void {
  const [take] = all<HTMLButtonElement>('[data-position-take]', box)
  const [value] = all<HTMLInputElement>('input[type=hidden]', box)
  if (!take || !value) return
  if (value.value) label(take, say(box, 'again'))
  take.hidden = false
  take.addEventListener('click', () => search(box, value, take))
}

function search(box: HTMLElement, value: HTMLInputElement, take: HTMLButtonElement): void {
  let best: GeolocationPosition | undefined
  let isOver = false
  take.disabled = true
  show(box, say(box, 'searching'))
  const end = (failure = '') => {
    if (isOver) return
    isOver = true
    navigator.geolocation.clearWatch(watch)
    clearTimeout(timer)
    take.disabled = false
    label(take, say(box, 'again'))
    if (best) keep(box, value, best)
    else show(box, failure)
  }
  const watch = navigator.geolocation.watchPosition(
    (found) => {
      if (!best || found.coords.accuracy < best.coords.accuracy) best = found
      show(box, say(box, 'better', { metres: metresOf(best) }))
      if (best.coords.accuracy <= good) end()
    },
    (error) => end(say(box, error.code === error.PERMISSION_DENIED ? 'denied' : 'none')),
    { enableHighAccuracy: true, maximumAge: 0, timeout: longestSearch },
  )
  const timer = setTimeout(() => end(say(box, 'none')), longestSearch)
}

function keep(box: HTMLElement, value: HTMLInputElement, { coords, timestamp }: GeolocationPosition): void {
  const accuracy = Math.round(coords.accuracy)
  const time = showTime(new Date(timestamp))
  const metres = showNumber(accuracy)
  value.value = `${coords.latitude.toFixed(6)},${coords.longitude.toFixed(6)},${accuracy}`
  value.dispatchEvent(new Event('change', { bubbles: true }))
  show(box, say(box, 'found'), say(box, accuracy > rough ? 'rough' : 'accuracy', { metres, time }))
  hideReasons(box)
}

function hideReasons(box: HTMLElement): void {
  for (const reasons of all('[data-position-reasons]', box)) {
    reasons.hidden = true
    for (const reason of all<HTMLInputElement>('input', reasons)) reason.checked = false
  }
}

const metresOf = ({ coords }: GeolocationPosition) => showNumber(Math.round(coords.accuracy))

function show(box: HTMLElement, title: string, text = ''): void {
  for (const card of all('[data-position-card]', box)) card.hidden = false
  for (const line of all('[data-position-title]', box)) line.textContent = title
  for (const line of all('[data-position-text]', box)) line.textContent = text
}

function label(button: HTMLButtonElement, words: string): void {
  for (const span of all('span', button)) span.textContent = words
}
