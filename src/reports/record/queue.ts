import { settingsOf } from '../../administration/settings/index.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { type ListedReport, listReportsById } from './list.queries.ts'
import { type QueueSearch, queueIds } from './queue.queries.ts'
import { type QueueQuery, queueWord, readQueueQuery, readQueueWord } from './queue-query.ts'
import { type FoundReport } from './reports.queries.ts'

/** The actor's queue, narrowed by the address. */
export async function queueSearch({ tx, scope, actor, now }: Context, query: QueueQuery): Promise<QueueSearch> {
  const { sampel } = await settingsOf(tx, actor.unitPath)
  return { scope, actor, query, now, sampling: sampel }
}

/** A stretch of the queue with its reports, in its order. */
export async function queueReports({ tx, scope }: Context, search: QueueSearch, size: number, skip = 0) {
  const ids = await queueIds(tx, search, size, skip)
  const found = new Map((await listReportsById(tx, scope, ids)).map((report) => [report.id, report]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** What is to be read first, for a page that only points to the queue. */
export const waitingReports = async (context: Context, size: number): Promise<ListedReport[]> =>
  queueReports(context, await queueSearch(context, readQueueQuery({})), size)

/** Where a report stands in the queue that its reader came from. */
export interface QueuePlace {
  word: string
  position: number
  count: number
  previous: string
  next: string
}

/** Nobody turns more pages than this; what lies behind is reached by a filter. */
const turned = 1000

export async function placeInQueue(
  context: Context,
  word: unknown,
  report: FoundReport,
): Promise<QueuePlace | undefined> {
  const query = readQueueWord(word)
  if (!query) return undefined
  const ids = await queueIds(context.tx, await queueSearch(context, query), turned)
  const index = ids.indexOf(report.id)
  return {
    word: queueWord(query),
    position: index + 1,
    count: ids.length,
    previous: ids[index - 1] ?? '',
    // After the last one the first of those that were left out comes again.
    next: (index === -1 ? undefined : ids[index + 1]) ?? ids.find((id) => id !== report.id) ?? '',
  }
}
