import { type FixFault, fixFault, fixText, readFix } from '../reports/engine/position.ts'
import { all, say, showNumber, showTime } from './dom.ts'
import { deviceNow } from './phone/clock.ts'

/** Metres. At the first the search ends by itself; beyond the second it asks to try again. */
const good = 20
const rough = 100
const longestSearch = 20_000
/** A first fix that is older than this is from the phone's cache. */
const oldest = 60_000

/** Why an attempt failed, as the box calls its sentences. */
type Failure = FixFault | 'denied' | 'none' | 'stale'

export function takePositions(): void {
  if (!('geolocation' in navigator)) return
  for (const box of all('[data-position]')) offer(box)
}

/** Shows a value that was put there from elsewhere. One that is no evidence goes, and the card says why. */
export function showPosition(box: HTMLElement): void {
  const [value] = all<HTMLInputElement>('input[type=hidden]', box)
  const fix = readFix(value?.value ?? '')
  if (!value || !fix) return
  const fault = fixFault(fix)
  if (fault) {
    value.value = ''
    return fail(box, fault, fix.accuracy)
  }
  show(box, say(box, 'found'), say(box, 'metres', { metres: metresOf(fix.accuracy) }))
  hideReasons(box)
}

function offer(box: HTMLElement): void {
  const [take] = all<HTMLButtonElement>('[data-position-take]', box)
  const [value] = all<HTMLInputElement>('input[type=hidden]', box)
  if (!take || !value) return
  if (value.value) label(take, say(box, 'again'))
  take.hidden = false
  take.addEventListener('click', () => search(box, value, take))
  // A reason for having none takes the place of the location.
  for (const reasons of all('[data-position-reasons]', box))
    reasons.addEventListener('change', () => {
      value.value = ''
      for (const card of all('[data-position-card]', box)) card.hidden = true
    })
}

function search(box: HTMLElement, value: HTMLInputElement, take: HTMLButtonElement): void {
  const started = deviceNow().getTime()
  let best: GeolocationPosition | undefined
  let last: number | undefined
  let refused: [Failure, number] = ['none', 0]
  let isOver = false
  take.disabled = true
  show(box, say(box, 'searching'))
  const end = (failure?: Failure) => {
    if (isOver) return
    isOver = true
    navigator.geolocation.clearWatch(watch)
    clearTimeout(timer)
    take.disabled = false
    label(take, say(box, 'again'))
    if (best) keepBetter(box, value, best)
    else fail(box, failure ?? refused[0], refused[1])
  }
  const watch = navigator.geolocation.watchPosition(
    (found) => {
      if (isOver) return
      const { coords, timestamp } = found
      // The phone's clock may be wrong, and the time is that of the satellites: a later fix than the last one is new.
      const isOld = started - timestamp > oldest && !(last !== undefined && timestamp > last)
      last = timestamp
      const fault = isOld ? 'stale' : fixFault(coords)
      if (fault) {
        refused = [fault, coords.accuracy]
        return
      }
      if (!best || coords.accuracy < best.coords.accuracy) best = found
      show(box, say(box, 'better', { metres: metresOf(best.coords.accuracy) }))
      if (best.coords.accuracy <= good) end()
    },
    (error) => end(error.code === error.PERMISSION_DENIED ? 'denied' : undefined),
    { enableHighAccuracy: true, maximumAge: 0, timeout: longestSearch },
  )
  const timer = setTimeout(end, longestSearch)
}

/** A fix that is less exact than the one there is takes its place only when somebody says so. */
function keepBetter(box: HTMLElement, value: HTMLInputElement, found: GeolocationPosition): void {
  const before = readFix(value.value)
  const { accuracy } = found.coords
  if (!before || accuracy <= before.accuracy) return keep(box, value, found)
  show(box, say(box, 'found'), `${say(box, 'worse', { metres: metresOf(accuracy) })} ${still(box, before.accuracy)}`)
  for (const use of all<HTMLButtonElement>('[data-position-use]', box)) {
    use.hidden = false
    use.addEventListener('click', () => keep(box, value, found), { once: true })
  }
}

function keep(box: HTMLElement, value: HTMLInputElement, { coords, timestamp }: GeolocationPosition): void {
  const metres = metresOf(coords.accuracy)
  const time = showTime(timestamp ? new Date(timestamp) : deviceNow())
  value.value = fixText(coords)
  value.dispatchEvent(new Event('change', { bubbles: true }))
  show(box, say(box, 'found'), say(box, coords.accuracy > rough ? 'rough' : 'accuracy', { metres, time }))
  hideReasons(box)
}

/** Says why there is no new location, and offers the reasons for none; the location from before stays, if there is one. */
function fail(box: HTMLElement, failure: Failure, accuracy = 0): void {
  const [value] = all<HTMLInputElement>('input[type=hidden]', box)
  const before = readFix(value?.value ?? '')
  show(box, say(box, failure, { metres: metresOf(accuracy) }), before ? still(box, before.accuracy) : '')
  for (const reasons of all('[data-position-reasons]', box)) reasons.hidden = false
}

function hideReasons(box: HTMLElement): void {
  for (const reasons of all('[data-position-reasons]', box)) {
    reasons.hidden = true
    for (const reason of all<HTMLInputElement>('input', reasons)) reason.checked = false
  }
}

const still = (box: HTMLElement, accuracy: number): string => say(box, 'still', { metres: metresOf(accuracy) })

const metresOf = (accuracy: number): string => showNumber(Math.max(1, Math.round(accuracy)))

function show(box: HTMLElement, title: string, text = ''): void {
  for (const card of all('[data-position-card]', box)) card.hidden = false
  for (const line of all('[data-position-title]', box)) line.textContent = title
  for (const line of all('[data-position-text]', box)) line.textContent = text
  for (const use of all('[data-position-use]', box)) use.hidden = true
}

function label(button: HTMLButtonElement, words: string): void {
  for (const span of all('span', button)) span.textContent = words
}
