import { store, stored } from '../site-storage.ts'

/** The clock of this device, as it stands: wrong ones are allowed for by the offset that each contact measures. */
export const deviceNow = (): Date => new Date()

const key = 'bos clock'

/** Also where a page finds it that has not opened the phone's database yet; a service worker has no such place. */
export function noteOffset(milliseconds: number): void {
  store('localStorage', key, String(milliseconds))
}

/** The time of the server, as far as the last contact tells; of this device where there was none. */
export function serverNow(): Date {
  const offset = Number(stored('localStorage', key) ?? 0)
  return new Date(deviceNow().getTime() + (Number.isFinite(offset) ? offset : 0))
}
