import { forgetPages, forgetShells } from './cached-pages.ts'
import { scope } from './sw-scope.ts'

// Sent in the place of the service worker when that is switched off: takes its place, clears up and goes. The queue and
// the drafts are not touched.
scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
scope.addEventListener('activate', (event) => event.waitUntil(leave()))

async function leave(): Promise<void> {
  await Promise.all([forgetPages(), forgetShells()])
  await scope.registration.unregister()
}
