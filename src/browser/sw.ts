import { cachedPage, drainLock, forgetPages, forgetShells, formLock, shellName } from './cached-pages.ts'
import { drain, syncTag, untilDue } from './phone/drain.ts'
import { scope } from './sw-scope.ts'

/** Filled in by the build: the release, and the files without which no page of it stands. */
declare const SHELL: { version: string; files: string[] }

const offlinePage = '/luring'
const patienceMs = 4000

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('activate', (event) => event.waitUntil(activate()))
scope.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(takeOverWhenFree())
})
scope.addEventListener('sync', (event) => {
  if (event.tag === syncTag) event.waitUntil(sendQueue())
})
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.method !== 'GET') {
    if (pathname === '/keluar') event.waitUntil(forgetPages())
    return
  }
  if (/^\/(?:assets|img)\/|^\/manifest\.webmanifest$/.test(pathname)) event.respondWith(fromPhone(request))
  else if (request.mode === 'navigate') event.respondWith(fromNetwork(request, pathname))
})

async function install(): Promise<void> {
  const shell = await caches.open(shellName(SHELL.version))
  // Fetched without a session, so that the page for everybody shows nobody's name.
  const asNobody: RequestInit = { credentials: 'omit', cache: 'reload' }
  await shell.addAll(SHELL.files.map((file) => new Request(file, file.startsWith('/assets/') ? {} : asNobody)))
  await takeOver()
}

/** The release before this one stays in charge while a form is being filled in or the queue is on its way. */
async function takeOver(): Promise<void> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  if (!held.some(({ name }) => name === formLock || name === drainLock)) await scope.skipWaiting()
}

/**
 * A page has asked for it, and asks once: the form it leaves or brings back, and what it sends as it opens, must not be the
 * end of it. Forms that open while this waits come after it. The locks are not held until the new release is in charge:
 * that waits for the old one to be idle, which may itself wait for them to send the queue.
 */
async function takeOverWhenFree(): Promise<void> {
  if (!('locks' in navigator)) return takeOver()
  let over: Promise<void> | undefined
  await navigator.locks.request(formLock, () =>
    navigator.locks.request(drainLock, () => void (over = scope.skipWaiting())),
  )
  await over
}

async function activate(): Promise<void> {
  await forgetShells(shellName(SHELL.version))
  await scope.clients.claim()
}

/** A network has come back, and no page need be open. The browser asks again later when this fails. */
async function sendQueue(): Promise<void> {
  await drain(true)
  if ((await untilDue()) !== undefined) throw new Error('Something still waits.')
}

/** Their names change with their content: what is there is right. */
const fromPhone = async (request: Request): Promise<Response> =>
  (await caches.match(request, { ignoreVary: true })) ?? fetch(request)

/** In the language of the person whose pages are cached; else as an anonymous visitor sees it. */
const notHere = async (): Promise<Response> =>
  (await cachedPage(offlinePage)) ?? (await caches.match(offlinePage)) ?? Response.error()

/**
 * A page comes from the server. One that is kept here also comes when the server is away, ails, or takes longer than
 * one likes to wait; for any other the wait lasts as long as there is hope.
 */
async function fromNetwork(request: Request, path: string): Promise<Response> {
  const kept = await cachedPage(path)
  const asked = fetch(request)
  if (!kept) return asked.catch(notHere)
  const answer = asked.then((one) => (one.status >= 500 ? kept : one)).catch(() => kept)
  return Promise.race([answer, new Promise<Response>((settle) => setTimeout(settle, patienceMs, kept))])
}
