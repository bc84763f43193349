import { say, showInstant, showTime, showWeight } from '../dom.ts'
import { deviceNow, serverNow } from './clock.ts'
import { openPhone, type QueuedReport, type SentReport } from './db.ts'
import { decryptJson } from './encryption.ts'
import { draftKeyOf } from './keys.ts'
import { labelPlace, queuedReports } from './queue.ts'

/** One report as the page shows it; every text is ready. */
export interface Row {
  id: string
  title: string
  text: string
  detail: string
  state: 'waiting' | 'photos' | 'needing' | 'held' | 'received'
  openHref: string
  removeHref: string
}

const shownFor = 86_400_000

/** What waits, what needs its author and what has arrived today; of colleagues only how much waits. */
export async function rowsOf(person: string, page: HTMLElement) {
  const all = await queuedReports()
  const own = all.filter((report) => report.person === person).sort((a, b) => a.queuedAt - b.queuedAt)
  const sent = (await (await openPhone()).getAll('sent')).filter((report) => report.person === person)
  const since = serverNow().getTime() - shownFor
  const key = await draftKeyOf(person)
  return {
    waiting: await Promise.all(own.map((report) => waitingRow(report, key, page))),
    needing: sent.filter((report) => isUnsettled(report, page)).map((report) => sentRow(report, page)),
    received: sent
      .filter(({ state, at }) => state === 'filed' && Date.parse(at) > since)
      .map((report) => sentRow(report, page)),
    colleagues: all.length - own.length,
    bytes: own.reduce((sum, report) => sum + sizeOf(report).text + sizeOf(report).photos, 0),
  }
}

/** Whether it still needs somebody: unless the page, which came later, no longer names it. */
function isUnsettled(
  { id, state, at }: SentReport,
  { dataset: { unsettled = '', servedAt = '' } }: HTMLElement,
): boolean {
  return state !== 'filed' && (unsettled.split(' ').includes(id) || Date.parse(at) > Date.parse(servedAt))
}

const sizeOf = ({ jws, photos }: QueuedReport) => ({
  text: jws.length,
  photos: photos.reduce((sum, { size }) => sum + size, 0),
})

async function waitingRow(report: QueuedReport, key: CryptoKey | undefined, page: HTMLElement): Promise<Row> {
  const { id, receipt, photos, badPhotos = 0 } = report
  const size = sizeOf(report)
  const count = photos.length
  return {
    id,
    title: await titleOf(report, key, page),
    text: say(page, count === 0 ? 'text' : 'textAndPhotos', {
      time: showWhen(new Date(report.queuedAt), deviceNow()),
      count,
      text: showWeight(size.text),
      photos: showWeight(size.photos),
    }),
    detail: [
      receipt ? say(page, 'photosFollow', { number: receipt.number ?? '' }) : '',
      badPhotos > 0 ? say(page, 'badPhotos', { count: badPhotos }) : '',
    ]
      .join(' ')
      .trim(),
    state: receipt ? 'photos' : 'waiting',
    openHref: '',
    removeHref: receipt ? '' : say(page, 'removeHref', { id }),
  }
}

/** The author's label while their key is here, else its kind. */
async function titleOf({ id, label, typeKey }: QueuedReport, key: CryptoKey | undefined, page: HTMLElement) {
  const opened = label && key ? await decryptJson<string>(key, label, labelPlace(id)).catch(() => '') : ''
  return opened || typeTitle(typeKey, page)
}

const typeTitle = (typeKey: string, page: HTMLElement): string =>
  (JSON.parse(page.dataset.types ?? '{}') as Record<string, string>)[typeKey] ?? typeKey

/** Where its author sees it, or mends it; what is held is for others to look at. */
const mendedAt = { filed: 'receiptHref', faulty: 'draftHref', held: '', conflict: 'reportHref' }

const shownAs = { filed: 'received', faulty: 'needing', held: 'held', conflict: 'needing' } as const

function sentRow({ id, typeKey, state, number, code, at, unreadable = 0 }: SentReport, page: HTMLElement): Row {
  const words = { filed: 'accepted', faulty: 'faulty', held: 'held', conflict: 'conflict' }[state]
  return {
    id,
    title: typeTitle(typeKey, page),
    text: '',
    detail: [
      say(page, words, { time: showWhen(new Date(at), serverNow()), number: number ?? '', code: code ?? '' }),
      unreadable > 0 ? say(page, 'unreadable', { count: unreadable }) : '',
    ]
      .join(' ')
      .trim(),
    state: shownAs[state],
    openHref: mendedAt[state] ? say(page, mendedAt[state], { id }) : '',
    removeHref: '',
  }
}

/** The time alone while it is of today, by the clock that it was taken from. */
const showWhen = (at: Date, now: Date): string =>
  at.toDateString() === now.toDateString() ? showTime(at) : showInstant(at)
