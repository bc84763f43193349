import { randomUUID } from 'node:crypto'
import { body, type ValidationChain } from 'express-validator'
import { Invalid, orNotFound } from '../kernel/errors.ts'
import { paths } from '../kernel/paths.ts'
import { type Context, get, type Handling, post, type Sent } from '../platform/http/endpoint.ts'
import { form, page, type Reply, redirect } from '../platform/http/reply.ts'
import { checkPage } from './check.pages.ts'
import { putIntoDraft } from './draft-entry.ts'
import { removeDraft, saveDraft, unparkPhoto } from './drafts.commands.ts'
import { draftsOf, findDraft, findParkedPhoto } from './drafts.queries.ts'
import type { ReportType } from './engine/definition.ts'
import type { Wire } from './engine/wire.ts'
import { filingChains, isUuid, readFiling } from './filing.checks.ts'
import { fileOnce } from './filing.ts'
import { fillingOf } from './filling.ts'
import { formPage } from './form.pages.ts'
import { newReportPage } from './new-report.pages.ts'
import { parkUploads } from './photo.checks.ts'
import { reportType } from './registry.ts'
import { filedAs } from './reports.queries.ts'
import { typeToday } from './terms.queries.ts'
import { withItemAdded, withItemRemoved } from './wire-edits.ts'

type Filling = Handling<ReportType>

const typeInUrl = ({ tx, params, today }: Context) => typeToday(tx, reportType(params.jenis), today)
const idOf = (sent: Sent): string => {
  const id = String(sent.laporanId ?? '').toLowerCase()
  if (!isUuid(id)) throw new Invalid()
  return id
}
const doing = (sent: Sent): string => (typeof sent.aksi === 'string' ? sent.aksi : '')

const showForm = async (
  context: Context,
  type: ReportType,
  id: string,
  wire: Wire,
  errors = new Map<string, string>(),
): Promise<Reply> =>
  form('reports/form', formPage(await fillingOf(context, type, id, wire, errors)), errors.size > 0 ? 422 : 200)

export const filingRoutes = [
  get('/laporan/baru', {
    allow: 'report.file',
    handle: async (context) =>
      page('reports/new', newReportPage(context, await draftsOf(context.tx, context.actor.id))),
  }),
  get('/laporan/:jenis/baru', {
    allow: 'report.file',
    on: typeInUrl,
    handle: (context) => {
      const { subject: type, query } = context
      const entry = typeof query.entri === 'string' && isUuid(query.entri) ? query.entri : undefined
      const wire = type.entryField && entry ? { [type.entryField]: entry } : {}
      return showForm(context, type, randomUUID(), { ...wire, ...nowAs(context) })
    },
  }),
  post('/laporan/:jenis', {
    allow: 'report.file',
    on: typeInUrl,
    files: true,
    ownStatement: true,
    accept: (context) => chainsFor(context),
    invalid: refuse,
    handle: act,
  }),
  get('/draf/:id', {
    allow: 'report.file',
    handle: async (context) => {
      const draft = orNotFound(await findDraft(context.tx, context.actor.id, context.params.id!))
      const type = await typeToday(context.tx, reportType(draft.typeKey), context.today)
      return showForm(context, type, draft.id, draft.answers as Wire)
    },
  }),
  post('/draf/:id/penghapusan', {
    allow: 'report.file',
    handle: async ({ tx, actor, params }) => {
      orNotFound(await findDraft(tx, actor.id, params.id!))
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

/** The date and time with which a form opens: now, where the officer is. */
const nowAs = ({ today, now, actor }: Context): Wire => ({ tanggal: today, pukul: clockTime(now, actor.timeZone) })
const clockTime = (now: Date, zone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(now)

/** Only checking and sending are judged; saving, adding a block or taking a photo away are not. */
async function chainsFor(context: Filling): Promise<ValidationChain[]> {
  const id = idOf(context.sent)
  const action = doing(context.sent)
  const photoFault = await parkUploads(context, id)
  if (action !== 'periksa' && action !== 'kirim') return []
  // A repeated send is answered with its receipt, whatever has become of its photos since.
  if (action === 'kirim' && (await filedAs(context.tx, id))) return []
  return filingChains(context, id, photoFault)
}

async function refuse(context: Filling, violations: { field: string; message: string }[]): Promise<Reply> {
  const id = idOf(context.sent)
  if (doing(context.sent) === 'kirim' && (await filedAs(context.tx, id))) return act(context)
  return showForm(
    context,
    context.subject,
    id,
    context.sent,
    new Map(violations.map(({ field, message }) => [field, message])),
  )
}

async function act(context: Filling): Promise<Reply> {
  const { subject: type, sent, tx, actor, now } = context
  const id = idOf(sent)
  const [verb, ...rest] = doing(sent).split(':')
  switch (verb) {
    case 'periksa':
      return form('reports/check', checkPage(await readFiling(context, type, id)))
    case 'kirim':
      return fileOnce(context, type, id)
    case 'simpan':
      await saveDraft(tx, { id, authorId: actor.id, typeKey: type.key, wire: typed(sent), now })
      return redirect(paths.home, 'report.draftSaved')
    case 'pilih':
      await saveDraft(tx, { id, authorId: actor.id, typeKey: type.key, wire: typed(sent), now })
      return redirect(paths.register(registerOf(type), { draf: id }))
    case 'tambah':
      return showForm(context, type, id, withItemAdded(type, sent, rest[0] ?? ''))
    case 'hapus':
      return showForm(context, type, id, withItemRemoved(type, sent, rest[0] ?? '', Number(rest[1])))
    case 'hapus-foto':
      await unparkPhoto(tx, actor.id, id, rest[0] ?? '')
      return showForm(context, type, id, sent)
    default:
      return showForm(context, type, id, sent)
  }
}

const registerOf = (type: ReportType) => orNotFound(type.fields[type.entryField]?.register)

/** What was typed, without what only steers the form. */
function typed(sent: Sent): Wire {
  const { aksi: _, laporanId: __, fotoHash: ___, ...wire } = sent
  return wire
}
