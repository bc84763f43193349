import type { EnvelopeContent, Receipt } from '../../officers/envelopes/envelope.ts'
import { canOpenUnreached } from '../cached-pages.ts'
import { all, newElement, say, showTime } from '../dom.ts'
import { letGo, submitPlainly } from '../submit-plainly.ts'
import { subscribe } from './broadcast.ts'
import { deviceNow } from './clock.ts'
import { makeContact } from './contact.ts'
import { openPhone } from './db.ts'
import { drain, syncTag } from './drain.ts'
import { isReached } from './network.ts'
import { parkedPhotos } from './parked.ts'
import { release, thisPlace } from './place.ts'
import { type Sending, type Storing, storeReport } from './queue.ts'

/** How long this page stays after Send before the queue is shown. */
const patience = 6000
const sending = new WeakSet<HTMLFormElement>()

export type Report = Omit<Sending, 'person' | 'locale' | 'release'>

/** Seals a report and lays it on the disk. Asks the browser to keep what lies there, and the service worker to send it later. */
export async function queueReport(report: Report): Promise<Storing> {
  const place = thisPlace()
  if (!place?.person) return 'unkeyed'
  const whole = { ...report, person: place.person, locale: place.locale, release }
  const stored = await storeReport(whole)
  if (stored === 'unkeyed' && (await makeContact(place)) === 'made') return storeReport(whole)
  if (stored === 'stored') void askToKeep().catch(() => undefined)
  return stored
}

/** Not every browser has it, and its types do not know it. */
type Syncing = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } }

async function askToKeep(): Promise<void> {
  await navigator.storage?.persist?.()
  const worker: Syncing | undefined = await navigator.serviceWorker?.getRegistration()
  await worker?.sync?.register(syncTag)
}

/** Send was pressed: on the check page, or on the form of a laporan kilat. */
export async function send(form: HTMLFormElement): Promise<void> {
  if (sending.has(form)) return
  const [status] = all('[data-send]', form)
  if (!status || !isAnswered(form) || isThere(form)) return plainly(form)
  sending.add(form)
  try {
    await sendFrom(form, status)
  } finally {
    sending.delete(form)
  }
}

/** A question that was left open is the server's to ask again. */
function isAnswered(form: HTMLFormElement): boolean {
  const names = new Set(all<HTMLInputElement>('input[type=radio]:enabled', form).map(({ name }) => name))
  const given = new FormData(form)
  return form.dataset.reportForm !== undefined || [...names].every((name) => given.has(name))
}

/** It tells what another report tells already: nothing is to be sent, and the server keeps the form as a draft. */
const isThere = (form: HTMLFormElement): boolean => new FormData(form).get('serupa') === 'sama'

async function sendFrom(form: HTMLFormElement, status: HTMLElement): Promise<void> {
  const { send: kind, type = '', label = '', receipt = '', queue = '' } = status.dataset
  const wire = wireOf(form)
  const id = String(wire.laporanId)
  status.textContent = say(status, 'sealing')
  const parked = await parkedPhotos(form, wire)
  if (!parked) return plainly(form)
  const { fotoHash: _, ...rest } = wire
  const photos = [...parked, ...filesOf(form)]
  const badPhotos = all('[data-bad-photo]', form).length
  const about = { id, kind: kind as EnvelopeContent['kind'], type, label, badPhotos }
  // Whatever goes wrong on the phone, the form is not left before something has it.
  const stored = await queueReport({ ...about, wire: rest, photos }).catch((): Storing => 'refused')
  if (stored !== 'stored') return sendDirectly(form, status, stored)
  status.textContent = say(status, 'stored', { time: showTime(deviceNow()) })
  letGo(form)
  if (await isFiled(id)) return location.assign(receipt)
  if ((await canOpenUnreached()) || (await isReached())) return location.assign(queue)
  stayStored(form, status, id)
}

/** No page could be opened from here: it says in the form's place that the report waits, and goes on once it has its number. */
function stayStored(form: HTMLFormElement, status: HTMLElement, id: string): void {
  const { receipt = '' } = status.dataset
  const waiting = newElement('p', 'notice notice--good', say(status, 'waits', { time: showTime(deviceNow()) }))
  waiting.setAttribute('role', 'status')
  waiting.tabIndex = -1
  form.replaceChildren(waiting)
  waiting.focus()
  subscribe(({ kind }) => {
    if (kind === 'changed') void stateOf(id).then((state) => state === 'filed' && location.assign(receipt))
  })
}

/** Nothing claims to be saved. Where nothing is reached either, the page stays as it is, with all that was typed. */
async function sendDirectly(form: HTMLFormElement, status: HTMLElement, why: Storing): Promise<void> {
  if (!(await isReached())) {
    status.textContent = say(status, 'stuck')
    return
  }
  if (why === 'refused') status.textContent = say(status, 'direct')
  plainly(form)
}

function plainly(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLElement>('button[name=aksi][value=kirim]')
  submitPlainly(form, button)
}

function wireOf(form: HTMLFormElement): EnvelopeContent['wire'] {
  const wire: EnvelopeContent['wire'] = {}
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') wire[name] = name in wire ? [wire[name]!, value].flat() : value
  return wire
}

const filesOf = (form: HTMLFormElement): File[] =>
  new FormData(form).getAll('foto').filter((one): one is File => one instanceof File && one.size > 0)

/** Whether the server has given it its number, as far as somebody wants to wait for that. */
function isFiled(id: string): Promise<boolean> {
  return new Promise((settle) => {
    const look = async () => {
      const state = await stateOf(id)
      if (state !== undefined) settle(state === 'filed')
    }
    subscribe(({ kind }) => {
      if (kind === 'changed') void look()
      if (kind === 'unreached') settle(false)
    })
    setTimeout(() => settle(false), patience)
    void drain(true).then(look)
  })
}

async function stateOf(id: string): Promise<Receipt['state'] | undefined> {
  const db = await openPhone()
  return (await db.get('sent', id))?.state ?? (await db.get('queue', id))?.receipt?.state
}
