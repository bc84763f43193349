import type { Context } from '../../platform/http/endpoint.ts'
import { newsModel } from './news.pages.ts'
import { countToConfirm, unreadNotices } from './requests.queries.ts'

/** What a home page tells of accounts. */
export async function accountNews(context: Context) {
  const { tx, actor, now } = context
  const [count, notices] = await Promise.all([countToConfirm(tx, actor, now), unreadNotices(tx, actor.id)])
  return newsModel(context, count, notices)
}

export type AccountNews = Awaited<ReturnType<typeof accountNews>>
