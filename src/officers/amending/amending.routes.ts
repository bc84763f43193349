import { paths } from '../../kernel/paths.ts'
import {
  get,
  type Handling,
  post,
  type StatementHandling,
  type Violation,
  type WriteHandling,
} from '../../platform/http/endpoint.ts'
import { form, type Reply, redirect } from '../../platform/http/reply.ts'
import { type Sent } from '../../platform/http/sent.ts'
import {
  changedFields,
  correctedWire,
  openedFields,
  parkedPhotos,
  unparkPhoto,
  withItemAdded,
  withItemRemoved,
} from '../../reports/drafts/index.ts'
import { type Answers, type ReportType, type Wire, wireOf } from '../../reports/engine/index.ts'
import {
  acceptedAnswers,
  correctedPhotosFault,
  droppedPhotoChains,
  errorsOf,
  fillingOf,
  formChains,
  noteChain,
  parkUploads,
  refusal,
  textOf,
} from '../../reports/form/index.ts'
import {
  cancelPage,
  correctionPage,
  overtaken,
  readingOf,
  recallPage,
  reportInScope,
} from '../../reports/reading/index.ts'
import {
  decryptedAnswers,
  type FoundReport,
  reencryptedAnswers,
  splitConfidential,
} from '../../reports/record/index.ts'
import { reportType, typeToday } from '../../reports/registry/index.ts'
import { transitions } from '../../reports/states/index.ts'
import { cancelReport, correctReport, recallReport, resendReport } from './amending.commands.ts'

type OnReport = Handling<FoundReport>

/** What was returned and what was taken back are mended on the same page. */
const correction = {
  files: 'foto',
  parkPhotos: (context: StatementHandling<FoundReport>) => parkUploads(context, context.subject.id),
  accept: correctionChains,
  invalid: (context: OnReport, violations: Violation[]) =>
    showCorrection(context, shownWire(context), errorsOf(violations)),
  handle: correct,
}

const onReturned = {
  correct: {
    allow: 'report.correct' as const,
    on: reportInScope,
    overtaken: overtaken({ act: transitions.correct, done: 'report.corrected' }),
  },
  resend: {
    allow: 'report.resend' as const,
    on: reportInScope,
    overtaken: overtaken({ act: transitions.resend, done: 'report.corrected' }),
  },
}

const onRecall = overtaken({ act: transitions.recall, done: 'report.recalled' })
const onCancel = overtaken({
  act: transitions.cancel,
  done: 'report.cancelled',
  isSame: () => true,
})

export const amendingRoutes = [
  get('/laporan/:id/perbaikan', { ...onReturned.correct, handle: openCorrection }),
  post('/laporan/:id/perbaikan', { ...onReturned.correct, ...correction }),
  get('/laporan/:id/pengiriman', { ...onReturned.resend, handle: openCorrection }),
  post('/laporan/:id/pengiriman', { ...onReturned.resend, ...correction }),
  get('/laporan/:id/penarikan', {
    allow: 'report.recall',
    on: reportInScope,
    overtaken: onRecall,
    handle: (context) => form('reports/recall', recallPage(context, context.subject)),
  }),
  post('/laporan/:id/penarikan', {
    allow: 'report.recall',
    on: reportInScope,
    overtaken: onRecall,
    handle: async (context) => {
      await recallReport(context, context.subject)
      return redirect(paths.resending(context.subject.id), 'report.recalled', { number: context.subject.number })
    },
  }),
  get('/laporan/:id/pembatalan', {
    allow: 'report.cancel',
    on: reportInScope,
    overtaken: onCancel,
    handle: (context) => form('reports/cancel', cancelPage(context, context.subject)),
  }),
  post('/laporan/:id/pembatalan', {
    allow: 'report.cancel',
    on: reportInScope,
    overtaken: onCancel,
    accept: ({ t }) => [noteChain('alasan', 10, 500, t('report.cancelReasonShort'))],
    invalid: (context, violations) =>
      form(
        'reports/cancel',
        cancelPage(context, context.subject, textOf(context.sent, 'alasan'), errorsOf(violations)),
        422,
      ),
    handle: async (context) => {
      await cancelReport(context, { report: context.subject, reason: textOf(context.sent, 'alasan') })
      return redirect(paths.reports(), 'report.cancelled', { number: context.subject.number })
    },
  }),
]

function openCorrection(context: OnReport): Promise<Reply> {
  const { typeKey, answers } = context.subject
  return showCorrection(context, wireOf(reportType(typeKey), answers as Answers), new Map())
}

/** The correction as the form shows it: of the confidential answers only what was just typed. */
const shownWire = ({ subject, sent }: OnReport): Wire => correctedWire(reportType(subject.typeKey), subject, sent)

const isEdit = (sent: Sent) => /^(tambah|hapus|hapus-foto):/.test(textOf(sent, 'aksi'))

async function correctionChains(context: OnReport, fault: string) {
  const { subject, sent, t, tx, actor, today } = context
  const type = await typeToday(tx, reportType(subject.typeKey), today, actor.unitPath)
  if (isEdit(sent)) return droppedPhotoChains(context, fault)
  const sealed = await decryptedAnswers(tx, context.cipher, subject.id)
  const wire = correctedWire(type, subject, sent, sealed)
  const photos = await parkedPhotos(tx, actor.id, subject.id)
  const opened = openedFields(type, subject)
  const lacking = opened.has('foto') ? correctedPhotosFault(context, type, subject, wire, photos) : ''
  // A returned report needs a note of what was changed; a recalled one may be sent as it was.
  const asked = () => [
    refusal('perubahan', changedFields(type, subject, wire, photos, sealed).length === 0 ? t('report.unchanged') : ''),
    noteChain('catatan', 5, 500, t('report.changeNoteEmpty')),
  ]
  const judged = { photos: { fault: fault || lacking }, only: opened, standing: subject.villageCode }
  return [
    ...(await formChains(context, type, wire, judged)),
    ...(subject.state === 'recalled' ? [noteChain('catatan', 0, 500, t('report.changeNoteLong'))] : asked()),
  ]
}

async function showCorrection(context: OnReport, wire: Wire, errors: Map<string, string>): Promise<Reply> {
  const { tx, actor, subject, sent, today } = context
  const type = await typeToday(tx, reportType(subject.typeKey), today, actor.unitPath)
  const filling = await fillingOf(context, type, subject.id, wire, errors, subject.villageCode)
  const parked = await parkedPhotos(tx, actor.id, subject.id)
  const model = correctionPage(context, {
    filling: { ...filling, photos: parked },
    note: textOf(sent, 'catatan'),
    reading: await readingOf(context, subject),
  })
  return form('reports/correct', model, errors.size > 0 ? 422 : 200)
}

async function correct(context: WriteHandling<FoundReport>): Promise<Reply> {
  const { subject: report, input, sent, tx, actor, cipher } = context
  const type = reportType(report.typeKey)
  if (isEdit(sent)) return edit(context, type)
  const parked = openedFields(type, report).has('foto') ? await parkedPhotos(tx, actor.id, report.id) : []
  const answers = acceptedAnswers(type, input)
  const send = report.state === 'recalled' ? resendReport : correctReport
  await send(context, {
    report,
    type,
    answers,
    changeNote: textOf(sent, 'catatan'),
    photos: parked.length > 0 ? parked.map(({ hash }) => hash) : undefined,
    sealed: await reencryptedAnswers(tx, cipher, report, splitConfidential(type, answers).confidential ?? {}),
  })
  return redirect(paths.report(report.id), 'report.corrected', { number: report.number })
}

/** A block more or less, a photo taken away: the form again, nothing decided. */
async function edit(context: WriteHandling<FoundReport>, type: ReportType): Promise<Reply> {
  const [verb, name = '', index] = textOf(context.sent, 'aksi').split(':')
  const wire = shownWire(context)
  if (verb === 'hapus-foto') await unparkPhoto(context.tx, context.actor.id, context.subject.id, name)
  const edited =
    verb === 'tambah'
      ? withItemAdded(type, wire, name)
      : verb === 'hapus'
        ? withItemRemoved(type, wire, name, Number(index))
        : wire
  return showCorrection(context, edited, new Map())
}
