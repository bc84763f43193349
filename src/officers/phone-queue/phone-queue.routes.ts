import { get } from '../../platform/http/endpoint.ts'
import { form, page } from '../../platform/http/reply.ts'
import { draftsOf } from '../../reports/drafts/index.ts'
import { quarantinedEnvelope } from '../envelopes/index.ts'
import { erasePage, leavePage, queuePage, removalPage } from './phone-queue.pages.ts'

export const phoneQueueRoutes = [
  get('/antrean-kirim', {
    allow: 'report.file',
    handle: async (context) => {
      const { tx, actor } = context
      const drafts = await draftsOf(tx, actor.id)
      return page('phone-queue/show', queuePage(context, drafts, await quarantinedEnvelope(tx, actor.id)))
    },
  }),
  get('/antrean-kirim/penghapusan', {
    allow: 'report.file',
    handle: (context) => form('phone-queue/remove', removalPage(context)),
  }),
  get('/keluar', {
    allow: 'session.manage',
    beforeDuties: true,
    resubmits: false,
    handle: (context) => form('phone-queue/leave', leavePage(context)),
  }),
  get('/keluar/penghapusan', {
    allow: 'session.manage',
    beforeDuties: true,
    resubmits: false,
    handle: (context) => form('phone-queue/erase', erasePage(context)),
  }),
]
