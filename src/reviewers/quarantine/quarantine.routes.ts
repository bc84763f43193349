import { orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { acknowledgingRoutes } from '../../officers/acknowledging/index.ts'
import {
  gapsWithin,
  quarantinedWithin,
  quarantineFilter,
  type UndecidedEnvelope,
  undecidedEnvelope,
} from '../../officers/envelopes/index.ts'
import { inTransaction } from '../../platform/db/connect.ts'
import {
  type Context,
  get,
  post,
  postStatement,
  type StatementHandling,
  type WriteHandling,
} from '../../platform/http/endpoint.ts'
import { textOf } from '../../platform/http/form-text.ts'
import { page, type Reply, redirect } from '../../platform/http/reply.ts'
import { noteChain } from '../../reports/form/index.ts'
import { sideOf } from '../../reports/reading/index.ts'
import { findReport, namesFor } from '../../reports/record/index.ts'
import { auditOpened, discardEnvelope } from './quarantine.commands.ts'
import { quarantinePage } from './quarantine.pages.ts'
import { type Again, quarantinedPage, whyUnfit } from './quarantined.pages.ts'
import { contentOfQuarantined } from './quarantined-content.ts'
import { release } from './releasing.ts'

const mostShown = 100

const undecided = async ({ tx, scope, params }: Context): Promise<UndecidedEnvelope> =>
  orNotFound(await undecidedEnvelope(tx, scope, params.sidik!))

/** What is inside, for the reviewer: each time it is shown, the audit records it. */
async function showInside(
  context: StatementHandling<unknown> | WriteHandling<unknown>,
  held: UndecidedEnvelope,
  again?: Again,
): Promise<Reply> {
  await inTransaction(context.tx, (tx) => auditOpened({ ...context, tx }, held))
  const content = await contentOfQuarantined(context, held)
  const standing = await standingBeside(context, held)
  return page('intake/held', quarantinedPage(context, { held, content, standing }, again), again ? 422 : 200)
}

async function standingBeside(context: Context, { standingId }: UndecidedEnvelope) {
  const { tx, scope, now } = context
  const report = standingId === null ? null : await findReport(tx, scope, standingId, now)
  return report ? sideOf(context, report, await namesFor(tx, [report])) : undefined
}

export const quarantineRoutes = [
  ...acknowledgingRoutes,
  get('/karantina', {
    allow: 'envelope.review',
    menu: { in: 'account', label: 'quarantine.title', order: 70 },
    handle: async (context) => {
      const { tx, scope } = context
      const filter = quarantineFilter(context)
      const held = await quarantinedWithin(tx, scope, filter)
      const gaps = await gapsWithin(tx, scope, mostShown)
      return page('intake/quarantine', quarantinePage(context, { held, gaps, filter }))
    },
  }),
  postStatement('/karantina/:sidik/pembukaan', {
    allow: 'envelope.review',
    on: undecided,
    handle: (context) => showInside(context, context.subject),
  }),
  post('/karantina/:sidik/pelepasan', {
    allow: 'envelope.decide',
    on: undecided,
    handle: async (context) => {
      const { subject } = context
      const released = await release(context, subject)
      if ('number' in released) {
        const { number, isAcknowledged } = released
        const notice = isAcknowledged ? 'quarantine.released' : 'quarantine.releasedToAuthor'
        return redirect(paths.quarantine, notice, { number })
      }
      return showInside(context, subject, { problem: whyUnfit(context, released) })
    },
  }),
  post('/karantina/:sidik/penyisihan', {
    allow: 'envelope.decide',
    on: undecided,
    accept: ({ t }) => [noteChain('alasan', 10, 500, t('quarantine.discardShort'))],
    invalid: (context, [violation]) =>
      showInside(context, context.subject, { problem: violation!.message, note: String(context.sent.alasan ?? '') }),
    handle: async (context) => {
      const { digest, reportId } = context.subject
      await discardEnvelope(context, { digest, reportId, note: textOf(context.sent, 'alasan') })
      return redirect(paths.quarantine, 'quarantine.discarded')
    },
  }),
]
