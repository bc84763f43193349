import { body } from 'express-validator'
import { unitsBelow } from '../../administration/units/index.ts'
import { orNotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { page, type Reply, redirect } from '../../platform/http/reply.ts'
import { type Sent } from '../../platform/http/sent.ts'
import { textOf } from '../../reports/form/index.ts'
import {
  acceptRest,
  type Batch,
  cleanAmong,
  findBatch,
  namesFor,
  narrowedTo,
  numbersAmong,
  type QueueQuery,
  type QueueSearch,
  queueFigures,
  queueReports,
  queueSearch,
  readQueueQuery,
  readQueueWord,
  undoableBatches,
  undoBatch,
  verifyBatch,
  waitingAuthors,
} from '../../reports/record/index.ts'
import { queuePage } from './queue.pages.ts'

const pageSize = 50
/** As many as a sentence holds. */
const numbersTold = 5

const batchInScope = async ({ tx, scope, actor, params }: Context): Promise<Batch> =>
  orNotFound(await findBatch(tx, scope, actor.id, params.id!))

/** The filter that the pressed button stood under. */
const queueOf = (sent: Sent): QueueQuery => readQueueWord(sent.antrean) ?? readQueueQuery({})

const idsSent = ({ laporan }: Sent): string[] => [...new Set([laporan].flat().map(String))].filter(isUuid)

export const queueRoutes = [
  get('/antrean', {
    allow: 'queue.read',
    menu: { in: 'bar', label: 'nav.queue', order: 30, icon: 'checklist' },
    handle: showQueue,
  }),
  post('/antrean/kelompok/verifikasi', {
    allow: 'queue.decide',
    handle: async (context) => {
      const query = queueOf(context.sent)
      const ids = idsSent(context.sent)
      const decided = await verifyBatch(context, { search: await queueSearch(context, query), ids })
      const done = new Set(decided.map(({ id }) => id))
      const left = ids.filter((id) => !done.has(id))
      if (ids.length === 0) return redirect(paths.queue({ ...query }), 'review.noneChosen')
      const numbers = (await numbersAmong(context.tx, context.scope, left)).slice(0, numbersTold).join(', ')
      const told = { count: decided.length, left: left.length, numbers }
      return redirect(paths.queue({ ...query }), told.left > 0 ? 'review.verifiedSome' : 'review.verifiedAll', told)
    },
  }),
  post('/antrean/kelompok/penerimaan', {
    allow: 'queue.decide',
    accept: () => [body('sampai').isISO8601({ strict: true })],
    handle: async (context) => {
      const query = queueOf(context.sent)
      const until = new Date(textOf(context.sent, 'sampai'))
      const decided = await acceptRest(context, { search: await queueSearch(context, query), until })
      return redirect(paths.queue({ ...query, bagian: '' }), 'review.acceptedRest', { count: decided.length })
    },
  }),
  post('/antrean/kelompok/:id/pembatalan', {
    allow: 'queue.decide',
    on: batchInScope,
    handle: async (context) => {
      const back = await undoBatch(context, context.subject)
      const told = { count: back.length, left: context.subject.count - back.length }
      return redirect(paths.queue(), told.left > 0 ? 'review.undoneSome' : 'review.undoneAll', told)
    },
  }),
]

async function showQueue(context: Context): Promise<Reply> {
  const { tx, scope, actor, now, today, query: address } = context
  const query = readQueueQuery(address)
  const at = /^[1-9]\d{0,3}$/.test(String(address.halaman)) ? Number(address.halaman) : 1
  await narrowedTo(tx, scope, { unitPath: query.satuan, personId: query.petugas, day: today })
  const search = await queueSearch(context, query)
  const [reports, figures, units, authors, batches] = await Promise.all([
    queueReports(context, search, pageSize, (at - 1) * pageSize),
    queueFigures(tx, search),
    unitsBelow(tx, scope),
    waitingAuthors(tx, search),
    undoableBatches(tx, actor.id, now),
  ])
  const [names, clean, parts] = await Promise.all([
    namesFor(tx, reports),
    cleanAmong(
      tx,
      search,
      reports.map(({ id }) => id),
    ),
    partsOf(context, search),
  ])
  return page(
    'reports/queue',
    queuePage(context, {
      query,
      page: at,
      pageSize,
      allChosen: address.pilih === 'semua',
      reports,
      names,
      figures,
      clean,
      ...parts,
      units: units.filter(({ kind }) => kind === 'polsek' && actor.role !== 'kanit'),
      authors,
      batches,
    }),
  )
}

/** How much lies in the parts of the queue that the settings of the polres make. */
async function partsOf({ tx, actor }: Context, search: QueueSearch) {
  const countOf = async (bagian: 'sisa' | 'polsek') =>
    (await queueFigures(tx, { ...search, query: { ...search.query, bagian } })).count
  const isPolres = actor.role !== 'kanit'
  return {
    rest: isPolres && search.sampling < 100 ? await countOf('sisa') : undefined,
    atPolsek: isPolres && actor.twoStage ? await countOf('polsek') : undefined,
  }
}
