import { openGet } from '../../platform/http/endpoint.ts'
import { bare } from '../../platform/http/reply.ts'
import { offlinePage } from './offline.pages.ts'

/** What the service worker shows in the place of a page that is not on the phone. */
export const offlineRoutes = [openGet('/luring', ({ t }) => bare('offline/show', offlinePage(t)))]
