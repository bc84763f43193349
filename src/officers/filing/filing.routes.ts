import { randomUUID } from 'node:crypto'
import { body, type ValidationChain } from 'express-validator'
import { NotFound, orNotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import { paths } from '../../kernel/paths.ts'
import {
  type Context,
  get,
  type Handling,
  post,
  postStatement,
  type StatementHandling,
} from '../../platform/http/endpoint.ts'
import { form, page, type Reply, redirect } from '../../platform/http/reply.ts'
import { readTimeFacts } from '../../reports/deadlines/index.ts'
import { draftsOf, findDraft, findParkedPhoto, removeDraft } from '../../reports/drafts/index.ts'
import type { ReportType, Wire } from '../../reports/engine/index.ts'
import {
  act,
  doing,
  droppedPhotoChains,
  dueOfForm,
  type EditedForm,
  faultsOfDraft,
  filingChains,
  fillingOf,
  formPage,
  idOf,
  isJudged,
  nowAs,
  parkUploads,
  readDraft,
  settleId,
} from '../../reports/form/index.ts'
import { filedAs } from '../../reports/record/index.ts'
import { reportType, typeToday } from '../../reports/registry/index.ts'
import { confirmSignals, showPreview } from './confirmation.ts'
import { putIntoDraft } from './draft-entry.ts'
import { fileOnce, ordinaryFiling } from './filing.ts'
import { newReportPage } from './new-report.pages.ts'

type Filling = Handling<ReportType>

const typeInUrl = ({ tx, params, today, actor }: Context) =>
  typeToday(tx, reportType(params.jenis), today, actor.unitPath)

const editedFormOf = (context: StatementHandling<ReportType>): EditedForm => {
  const { subject: type, sent } = context
  const id = idOf(sent)
  return {
    type,
    id,
    show: (wire, errors) => showForm(context, type, id, wire, errors),
    check: () => showPreview(context, type, id),
    send: () => fileOnce(context, type, id, ordinaryFiling, confirmSignals),
  }
}

export const showForm = async (
  context: Context,
  type: ReportType,
  id: string,
  wire: Wire,
  errors = new Map<string, string>(),
): Promise<Reply> => form('reports/form', await pageOf(context, type, id, wire, errors), errors.size > 0 ? 422 : 200)

async function pageOf(context: Context, type: ReportType, id: string, wire: Wire, errors: Map<string, string>) {
  const filling = await fillingOf(context, type, id, wire, errors)
  const { line: due } = await dueOfForm(context, wire, type.key)
  return { ...formPage(filling), due }
}

/** A draft that was sent is the report of its id; a bookmark or a second press leads there. */
async function toSentReport({ tx, actor, params }: Context): Promise<Reply> {
  const report = orNotFound(await filedAs(tx, params.id!))
  if (report.authorId !== actor.id) throw new NotFound()
  return redirect(paths.report(params.id!), 'report.draftWasSent')
}

export const filingRoutes = [
  get('/laporan/baru', {
    allow: 'report.file',
    menu: { in: 'bar', label: 'nav.file', order: 50, icon: 'file-plus', primary: true },
    handle: async (context) => {
      const { tx, actor, now } = context
      const times = await readTimeFacts(tx, now, actor.unitPath)
      return page('reports/new', newReportPage(context, await draftsOf(tx, actor.id), times))
    },
  }),
  get('/laporan/:jenis/baru', {
    allow: 'report.file',
    on: typeInUrl,
    handle: (context) => {
      const { subject: type, query } = context
      const entry = isUuid(query.entri) ? query.entri : undefined
      const wire = type.entryField && entry ? { [type.entryField]: entry } : {}
      return showForm(context, type, randomUUID(), { ...wire, ...nowAs(context) })
    },
  }),
  postStatement('/laporan/:jenis', {
    allow: 'report.file',
    on: typeInUrl,
    files: 'foto',
    parkPhotos: async (context) => parkUploads(context, await settleId(context)),
    accept: chainsFor,
    invalid: refuse,
    handle: (context) => act(context, editedFormOf(context)),
  }),
  get('/draf/:id', {
    allow: 'report.file',
    handle: async (context) => {
      const draft = await findDraft(context.tx, context.actor.id, context.params.id!)
      if (!draft) return toSentReport(context)
      if (await filedAs(context.tx, draft.id)) return redirect(paths.completion(draft.id))
      const type = await typeToday(context.tx, reportType(draft.typeKey), context.today, context.actor.unitPath)
      const { wire, lost } = readDraft(context, type, draft)
      const faults = new Map([...(await faultsOfDraft(context, type, draft.id, wire)), ...lost])
      return form('reports/form', await pageOf(context, type, draft.id, wire, faults))
    },
  }),
  post('/draf/:id/penghapusan', {
    allow: 'report.file',
    handle: async (context) => {
      const { tx, actor, params } = context
      if (!(await findDraft(tx, actor.id, params.id!))) return toSentReport(context)
      await removeDraft(tx, actor.id, params.id!)
      return redirect(paths.home, 'report.draftRemoved')
    },
  }),
  get('/draf/:id/foto/:hash', {
    allow: 'report.file',
    handle: async ({ tx, actor, params }) => {
      const photo = orNotFound(await findParkedPhoto(tx, actor.id, params.id!, params.hash!))
      return { kind: 'image', body: photo.body, type: 'image/jpeg' }
    },
  }),
  post('/draf/:id/entri', {
    allow: 'report.file',
    accept: () => [body('entri').isUUID()],
    handle: async ({ tx, actor, params, input, now }) => {
      await putIntoDraft(tx, actor.id, params.id!, String(input.entri), now)
      return redirect(paths.draft(params.id!))
    },
  }),
]

async function chainsFor(context: Filling, photoFault: string): Promise<ValidationChain[]> {
  const id = await settleId(context)
  if (!isJudged(context.sent)) return droppedPhotoChains(context, photoFault)
  if (await isRepeated(context, id)) return []
  return filingChains(context, id, photoFault)
}

/** A repeated send is answered with its receipt, whatever has become of its photos since. */
const isRepeated = async ({ tx, sent }: Filling, id: string): Promise<boolean> =>
  doing(sent) === 'kirim' && (await filedAs(tx, id)) !== null

async function refuse(
  context: StatementHandling<ReportType>,
  violations: { field: string; message: string }[],
): Promise<Reply> {
  const editedForm = editedFormOf(context)
  if (await isRepeated(context, editedForm.id)) return editedForm.send()
  const errors = new Map(violations.map(({ field, message }) => [field, message]))
  return isJudged(context.sent) ? editedForm.show(context.sent, errors) : act(context, editedForm, errors)
}
