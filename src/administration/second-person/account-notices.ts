import type { Context } from '../../platform/http/endpoint.ts'
import { noticesModel } from './notices.pages.ts'
import { countToConfirm, unreadNotices } from './requests.queries.ts'

/** What a home page tells of accounts. */
export async function accountNotices(context: Context) {
  const { tx, actor, now } = context
  const [count, notices] = await Promise.all([countToConfirm(tx, actor, now), unreadNotices(tx, actor.id)])
  return noticesModel(context, count, notices)
}

export type AccountNotices = Awaited<ReturnType<typeof accountNotices>>
