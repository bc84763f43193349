import {
  envelopeType,
  isComplete,
  isReceiptFor,
  photoType,
  type Receipt,
  sendingPaths,
  unreadableIn,
} from '../../officers/envelopes/envelope.ts'
import { drainLock } from '../cached-pages.ts'
import { broadcast } from './broadcast.ts'
import { deviceNow } from './clock.ts'
import { saveClock } from './contact.ts'
import { openPhone, type QueuedReport, write } from './db.ts'
import { type Fetched, fetched } from './fetched.ts'
import { clearPause, nextPause, pauseAll, pauseNow, postpone } from './pauses.ts'
import { photosOf, queuedReports } from './queue.ts'

/** `sent`: this step is done. `odd`: answered, but not with its receipt. `unreached`: nothing else would get through either. */
type Outcome = 'sent' | 'odd' | 'unreached'

/** What the service worker is woken by when a network comes back. */
export const syncTag = 'kirim'

let waiting: Promise<void> | undefined
let isEager = false
let isStopped = false

/**
 * Sends what waits, whoever wrote it. `eager`: somebody or something asks now, so pauses that nobody asked for are not
 * kept. Only one tab of this browser does it at a time; the server would see through a second one, but the signal is dear.
 */
export function drain(eager: boolean): Promise<void> {
  isEager ||= eager
  // One more round is enough, however often it is asked for while one runs.
  waiting ??= exclusively(() => {
    const asked = isEager
    waiting = undefined
    isEager = false
    return round(asked)
  })
  return waiting
}

const exclusively = (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request(drainLock, work) : Promise.resolve().then(work)

/** Ends what this tab is sending after the request under way, and begins nothing new; resolves when nothing is under way. */
export function stopDraining(): Promise<void> {
  isStopped = true
  return exclusively(async () => undefined)
}

export function resumeDraining(): void {
  isStopped = false
}

async function round(eager: boolean): Promise<void> {
  if (await pauseNow(eager)) return
  const tried = new Set<string>()
  for (;;) {
    const report = next(await queuedReports(), tried, eager)
    if (!report || isStopped) return
    tried.add(step(report))
    const outcome = await (report.receipt ? sendPhotos(report, report.receipt) : sendText(report))
    if (outcome === 'unreached') return
    if (outcome === 'odd') await postpone(report)
  }
}

const step = ({ id, receipt }: QueuedReport) => `${receipt ? 'photos' : 'text'} ${id}`

/** Text goes before photos, so that every report has its number in seconds; then who has failed least, then who waited longest. */
function next(all: QueuedReport[], tried: Set<string>, eager: boolean): QueuedReport | undefined {
  const now = deviceNow().getTime()
  const order = (report: QueuedReport) => [report.receipt ? 1 : 0, report.tries, report.queuedAt] as const
  const isBefore = (a: QueuedReport, b: QueuedReport) => {
    const [one, other] = [order(a), order(b)]
    return (one[0] - other[0] || one[1] - other[1] || one[2] - other[2]) < 0
  }
  return all
    .filter((report) => !tried.has(step(report)) && (eager || report.nextTry <= now))
    .reduce<QueuedReport | undefined>((best, one) => (best && !isBefore(one, best) ? best : one), undefined)
}

async function sendText(report: QueuedReport): Promise<Outcome> {
  broadcast({ kind: 'sending', id: report.id, photos: report.photos.length })
  const asked = deviceNow()
  const answer = await post(sendingPaths.envelope, envelopeType, report.jws)
  if (!isAccepted(answer, report)) return failed(answer)
  await saveClock(answer.json.now, asked, deviceNow())
  await storeReceipt(report, answer.json)
  return 'sent'
}

async function sendPhotos(report: QueuedReport, receipt: Receipt): Promise<Outcome> {
  let last = receipt
  for (const [index, { hash }] of report.photos.entries()) {
    if (isStopped) return 'unreached'
    if (last.photos[hash] !== 'awaited') continue
    broadcast({ kind: 'sending', id: report.id, photo: index + 1, photos: report.photos.length })
    const ticket = await post(sendingPaths.ticket, '', null)
    if (ticket?.status !== 200) return failed(ticket)
    const bytes = (await (await openPhone()).get('queuePhotos', [report.id, hash]))?.bytes
    if (!bytes) return 'odd'
    const answer = await post(sendingPaths.photo(report.id, hash), photoType, bytes)
    if (!isAccepted(answer, report)) return photoFailed(report, answer)
    last = answer.json
    await storeReceipt(report, last)
  }
  return isComplete(last) ? 'sent' : 'odd'
}

const isAccepted = (answer: Fetched | undefined, { id, digest }: QueuedReport): answer is Fetched & { json: Receipt } =>
  answer?.status === 200 && isReceiptFor(answer.json, id, digest)

const post = (path: string, type: string, body: string | ArrayBuffer | null) =>
  fetched(path, { method: 'POST', body, headers: type ? { 'Content-Type': type } : {} })

/** A server that does not know the report is told it again. */
async function photoFailed(report: QueuedReport, answer: Fetched | undefined): Promise<Outcome> {
  if (answer?.status === 404)
    await write(['queue'], async (tx) => {
      const here = await tx.objectStore('queue').get(report.id)
      if (here) await tx.objectStore('queue').put({ ...here, receipt: null })
    })
  return failed(answer)
}

/** An answer that is about this report alone, or one that says that nothing gets through: a portal, a proxy, a full server. */
async function failed(answer: Fetched | undefined): Promise<Outcome> {
  const status = answer?.status ?? 0
  if (status === 500 || (status >= 400 && status < 500 && status !== 429)) return 'odd'
  await pauseAll(answer?.retryAfter ?? 0)
  broadcast({ kind: 'unreached' })
  return 'unreached'
}

/** The one place where a report leaves the phone by itself: the server has it, and all of its photos. */
async function storeReceipt(report: QueuedReport, receipt: Receipt): Promise<void> {
  const { id, person, typeKey, digest } = report
  const { number, code, at, mac, state } = receipt
  await write(['queue', 'queuePhotos', 'sent'], async (tx) => {
    const here = await tx.objectStore('queue').get(id)
    if (here?.digest !== digest) return
    if (isComplete(receipt)) {
      await tx.objectStore('queue').delete(id)
      await tx.objectStore('queuePhotos').delete(photosOf(id))
      await tx
        .objectStore('sent')
        .put({ id, person, typeKey, digest, number, code, at, mac, state, unreadable: unreadableIn(receipt) })
    } else await tx.objectStore('queue').put({ ...here, receipt, tries: 0, nextTry: 0 })
  })
  await clearPause()
  broadcast({ kind: 'reached' })
  broadcast({ kind: 'changed' })
}

/** Milliseconds until something is due by itself; nothing when nothing waits. */
export async function untilDue(): Promise<number | undefined> {
  const all = await queuedReports()
  if (all.length === 0) return undefined
  const due = Math.max(await nextPause(), Math.min(...all.map(({ nextTry }) => nextTry)))
  return Math.max(0, due - deviceNow().getTime())
}
