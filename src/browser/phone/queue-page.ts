import { all, say, showSlashed, showWeight } from '../dom.ts'
import { type News, subscribe } from './broadcast.ts'
import { openPhone } from './db.ts'
import { drain } from './drain.ts'
import type { Place } from './place.ts'
import { removeQueued } from './queue.ts'
import { saveQueueFile } from './queue-file.ts'
import { type Row, rowsOf } from './queue-rows.ts'

/** The pages that show what waits here: the queue itself, the question before one is deleted, and the sign-out. */
export async function showQueue(place: Place): Promise<void> {
  const [page] = all('[data-queue-page]')
  if (!page) return
  for (const element of all('[data-needs-script]')) element.hidden = false
  for (const button of all('[data-queue-send]')) button.addEventListener('click', () => void drain(true))
  for (const button of all('[data-queue-save]'))
    button.addEventListener('click', () => void saveQueueFile(place.person))
  for (const form of all<HTMLFormElement>('form[data-queue-remove]')) askBeforeRemoval(form, place)
  subscribe((news) => {
    if (news.kind === 'changed' || news.kind === 'unreached') void render(page, place)
    if (news.kind === 'sending') showSending(page, news)
  })
  await Promise.all([render(page, place), showStorage()])
}

async function render(page: HTMLElement, place: Place): Promise<void> {
  const { waiting, needing, received, colleagues, bytes } = await rowsOf(place.person, page)
  const only = new URLSearchParams(location.search).get('laporan')
  const [template] = all<HTMLElement>('template[data-queue-row]')
  if (!(template instanceof HTMLTemplateElement)) return
  for (const list of all('[data-queue-list]')) {
    const rows = { waiting, needing, received }[list.dataset.queueList as 'waiting'] ?? []
    const shown = only === null ? rows : rows.filter(({ id }) => id === only)
    list.replaceChildren(...shown.map((row) => made(template, row)))
    for (const part of all(`[data-queue-part="${list.dataset.queueList}"]`)) part.hidden = shown.length === 0
  }
  for (const line of all('[data-queue-empty]')) line.hidden = waiting.length > 0
  const isJustQueued = new URLSearchParams(location.search).has('baru') && waiting.length > 0
  for (const notice of all('[data-just-queued]')) notice.hidden = !isJustQueued
  for (const line of all('[data-queue-total]')) {
    line.hidden = waiting.length === 0
    line.textContent = say(line, 'words', { count: waiting.length, size: showWeight(bytes) })
  }
  for (const line of all('[data-queue-colleagues]')) {
    line.hidden = colleagues === 0
    line.textContent = say(line, 'words', { count: colleagues })
  }
}

function made(template: HTMLTemplateElement, row: Row): HTMLElement {
  const card = template.content.firstElementChild!.cloneNode(true) as HTMLElement
  card.dataset.report = row.id
  fill(card, 'title', row.title)
  fill(card, 'text', row.text)
  fill(card, 'detail', row.detail)
  for (const chip of all('[data-state]', card)) chip.hidden = chip.dataset.state !== row.state
  for (const link of all<HTMLAnchorElement>('a[data-slot]', card)) {
    const href = link.dataset.slot === 'remove' ? row.removeHref : row.openHref
    link.hidden = href === ''
    link.href = href
  }
  return card
}

function fill(row: HTMLElement, slot: string, text: string): void {
  for (const place of all(`[data-slot="${slot}"]`, row)) {
    showSlashed(place, text)
    place.hidden = text === ''
  }
}

function showSending(page: HTMLElement, { id, photo, photos }: Extract<News, { kind: 'sending' }>): void {
  for (const row of all(`[data-report="${id}"]`)) {
    for (const chip of all('[data-state]', row)) chip.hidden = chip.dataset.state !== 'sending'
    const words = photo === undefined ? 'sendingText' : 'sendingPhoto'
    fill(row, 'detail', say(page, words, { number: photo ?? 0, count: photos }))
  }
}

function askBeforeRemoval(form: HTMLFormElement, { person }: Place): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const id = new URLSearchParams(location.search).get('laporan') ?? ''
    void removeOwn(id, person).then(() => location.assign(form.action))
  })
}

async function removeOwn(id: string, person: string): Promise<void> {
  const report = await (await openPhone()).get('queue', id)
  if (report?.person === person) await removeQueued([id])
}

async function showStorage(): Promise<void> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {}
  const isCached = (await navigator.storage?.persisted?.()) ?? false
  for (const line of all('[data-queue-storage]')) {
    line.hidden = quota === 0
    const words = say(line, 'words', { used: showWeight(usage), quota: showWeight(quota) })
    line.textContent = `${words} ${say(line, isCached ? 'kept' : 'loose')}`
  }
}
