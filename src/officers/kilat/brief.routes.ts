import { randomUUID } from 'node:crypto'
import {
  type Context,
  get,
  type Handling,
  postStatement,
  type StatementHandling,
} from '../../platform/http/endpoint.ts'
import { form, type Reply } from '../../platform/http/reply.ts'
import { isLate, readTimeFacts } from '../../reports/deadlines/index.ts'
import { unparkPhoto } from '../../reports/drafts/index.ts'
import type { ReportType, Wire } from '../../reports/engine/index.ts'
import {
  briefPage,
  droppedPhotoChains,
  dueOfForm,
  filingChains,
  fillingOf,
  idOf,
  lateName,
  lateReasonSent,
  nowAs,
  parkUploads,
  photosOf,
  settleId,
} from '../../reports/form/index.ts'
import { authorOn, filedAs, filingOf } from '../../reports/record/index.ts'
import { briefAnswers, briefForm, findReportType, reportType } from '../../reports/registry/index.ts'
import { type ConfirmSignals, type FilingFrom, fileOnce } from '../filing/index.ts'

type Sending = StatementHandling<ReportType>

export const briefRoutes = [
  get('/laporan/kilat', {
    allow: 'report.file',
    handle: (context) => show(context, randomUUID(), nowAs(context)),
  }),
  postStatement('/laporan/kilat', {
    allow: 'report.file',
    on: () => briefForm,
    files: 'foto',
    parkPhotos: async (context) => parkUploads(context, await settleId(context)),
    accept: async (context, photoFault) => {
      const id = await settleId(context)
      if (!(await isSettled(context, id))) return filingChains(context, id, photoFault)
      return photoTakenAway(context).length > 0 ? droppedPhotoChains(context, photoFault) : []
    },
    // Of two sends at once the slower one finds its photos gone: they are with the report, and so is its receipt.
    invalid: async (context, violations) => {
      const errors = new Map(violations.map(({ field, message }) => [field, message]))
      const id = idOf(context.sent)
      return (await isSettled(context, id)) ? fileOrShow(context, errors) : show(context, id, context.sent, errors)
    },
    handle: (context) => fileOrShow(context),
  }),
]

async function fileOrShow(context: Sending, errors?: Map<string, string>): Promise<Reply> {
  const id = idOf(context.sent)
  const [, hash] = photoTakenAway(context)
  if (hash === undefined) return fileOnce(context, briefForm, id, filingFrom, askWhy)
  await unparkPhoto(context.tx, context.actor.id, id, hash)
  return show(context, id, context.sent, errors)
}

async function show(context: Context, id: string, wire: Wire, errors = new Map<string, string>()): Promise<Reply> {
  const filling = await fillingOf(context, briefForm, id, wire, errors)
  const due = await dueOfForm(context, wire, findReportType(String(wire.jenis))?.key)
  return form('reports/form', briefPage(context, filling, due), errors.size > 0 ? 422 : 200)
}

/** A late one is asked why, once, in the same form. */
const askWhy: ConfirmSignals = async (context, _, filing) => {
  if (!isLate(filing)) return {}
  const lateReason = lateReasonSent(context.sent)
  if (lateReason !== null) return { lateReason }
  return show(context, filing.id, context.sent, new Map([[lateName, context.t('signal.reasonEmpty')]]))
}

const photoTakenAway = ({ sent }: Pick<Sending, 'sent'>) => /^hapus-foto:([0-9a-f]{64})$/.exec(String(sent.aksi)) ?? []

/** Nothing is judged when a photo is only taken away, or when this was sent before and is answered with its receipt. */
const isSettled = async (context: Handling<ReportType>, id: string): Promise<boolean> =>
  photoTakenAway(context).length > 0 || (await filedAs(context.tx, id)) !== null

const filingFrom: FilingFrom = async (context, _, id, answers) => {
  const author = await authorOn(context.tx, context.actor, answers.tanggal, context.today)
  return filingOf({
    id,
    type: reportType(String(answers.jenis)),
    author,
    state: 'brief',
    answers: briefAnswers(answers),
    villageCode: String(answers.wilayah),
    photos: photosOf(context),
    writtenAt: context.now,
    arrivedAt: context.now,
    requestId: context.requestId,
    cipher: context.cipher,
    times: await readTimeFacts(context.tx, context.now, author.unitPath),
  })
}
