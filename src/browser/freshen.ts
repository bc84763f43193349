import { isCached } from './cache-pages.ts'
import { all } from './dom.ts'
import { renameForm } from './form-id.ts'
import { serverNow } from './phone/clock.ts'
import { rulesOf } from './report-rules.ts'

/** A form from the phone may be days old: it becomes a report of its own, of today and now, where its officer serves. */
export function freshenForms(): void {
  if (!isCached()) return
  for (const form of all<HTMLFormElement>('form[data-report-form]')) freshen(form)
}

function freshen(form: HTMLFormElement): void {
  const [day, time] = wallClock(document.body.dataset.zone ?? '')
  const before = rulesOf(form).today
  form.dataset.today = day
  renameForm(form, newId())
  const inputs = all<HTMLInputElement>('input', form)
  for (const input of inputs) {
    if (input.name === 'tanggal') input.value = day
    if (input.name === 'pukul') input.value = time
    for (const limit of ['max', 'min'] as const) if (input[limit] === before) input[limit] = day
  }
}

/** The day and the time of a clock on a wall in that zone. */
export function wallClock(timeZone: string): [day: string, time: string] {
  const [day = '', time = ''] = serverNow()
    .toLocaleString('sv-SE', { ...(timeZone ? { timeZone } : {}), dateStyle: 'short', timeStyle: 'short' })
    .split(' ')
  return [day, time]
}

/** A random UUID, also where the browser does not make them itself. */
function newId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID()
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 15) | 64
  bytes[8] = (bytes[8]! & 63) | 128
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
