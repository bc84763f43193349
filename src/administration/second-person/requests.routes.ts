import { orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, post, type WriteContext } from '../../platform/http/endpoint.ts'
import { page, type Reply, redirect, type Sendable } from '../../platform/http/reply.ts'
import { type AccountAct, slipPage } from '../accounts/index.ts'
import { confirmRequest } from './confirm.commands.ts'
import { readNotice } from './request-notices.commands.ts'
import { type RequestedAct, rejectRequest, requestAct, withdrawRequest } from './requests.commands.ts'
import { requestPage, requestsPage } from './requests.pages.ts'
import {
  closedRequests,
  type FoundRequest,
  findRequest,
  pendingRequests,
  possibleConfirmers,
  reasonNot,
  reasonsNot,
  slipOwner,
  unitNameAt,
} from './requests.queries.ts'

/** An act on an account that stays where it is. */
export const asking = (act: AccountAct, subject: { id: string; unit: { path: string } }): RequestedAct => ({
  act,
  subjectId: subject.id,
  unitPath: subject.unit.path,
})

/** Asks for the second person; the act is done when they confirm. */
export async function requestSecondPerson(context: WriteContext, what: RequestedAct): Promise<Sendable> {
  const id = await requestAct(context, what)
  return redirect(paths.accountRequest(id), 'second.asked')
}

const daysShown = 7

async function list(context: Context): Promise<Reply> {
  const { tx, actor, now } = context
  const since = new Date(now.getTime() - daysShown * 86_400_000)
  const [pending, closed] = await Promise.all([
    pendingRequests(tx, actor.unitPath, now),
    closedRequests(tx, actor.unitPath, now, since),
  ])
  const reasons = await reasonsNot(tx, actor, pending, now)
  const judged = pending.map((request, index) => ({ request, isForActor: reasons[index] === undefined }))
  return page('personnel/requests', requestsPage(context, judged, closed))
}

/** A request about an account within the scope of the actor. */
const requestInScope = async ({ tx, actor, params }: Context): Promise<FoundRequest> =>
  orNotFound(await findRequest(tx, actor.unitPath, params.id!))

export const requestRoutes = [
  get(paths.accountRequests, {
    allow: 'account.confirm',
    menu: { in: 'account', label: 'second.title', order: 50 },
    handle: list,
  }),
  get('/konfirmasi/:id', {
    allow: 'account.confirm',
    on: requestInScope,
    handle: async (context) => {
      const { tx, actor, now, subject: request } = context
      const [reason, confirmers] = await Promise.all([
        reasonNot(tx, actor, request, now),
        possibleConfirmers(tx, request, now),
      ])
      const unitName = await unitNameAt(tx, request.unitPath)
      return page('personnel/request', requestPage(context, request, { reason, confirmers, unitName }))
    },
  }),
  post('/konfirmasi/:id/persetujuan', {
    allow: 'account.confirm',
    on: requestInScope,
    handle: async (context) => {
      const { subjectId, slip } = await confirmRequest(context, context.subject.id)
      if (!slip) return redirect(paths.accountRequest(context.subject.id), 'second.confirmed')
      const holder = await slipOwner(context.tx, subjectId)
      const places = { isNew: false, doneHref: paths.accountRequest(context.subject.id) }
      return page('personnel/slip', slipPage(context, holder, slip, places), 201)
    },
  }),
  post('/konfirmasi/:id/penolakan', {
    allow: 'account.confirm',
    on: requestInScope,
    handle: async (context) => {
      await rejectRequest(context, context.subject.id)
      return redirect(paths.accountRequest(context.subject.id), 'second.rejected')
    },
  }),
  post('/konfirmasi/:id/penarikan', {
    allow: 'account.manage',
    on: requestInScope,
    handle: async (context) => {
      await withdrawRequest(context, context.subject.id)
      return redirect(paths.accountRequest(context.subject.id), 'second.withdrawn')
    },
  }),
  post('/kabar-akun/:id/dibaca', {
    allow: 'home.read',
    handle: async ({ tx, actor, params, now }) => {
      await readNotice(tx, actor.id, params.id!, now)
      return redirect(paths.home)
    },
  }),
]
