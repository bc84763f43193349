import { body } from 'express-validator'
import { Conflict } from '../kernel/errors.ts'
import { paths } from '../kernel/paths.ts'
import { get, type Handling, post, type Sent, type Violation } from '../platform/http/endpoint.ts'
import { form, page, type Reply, redirect } from '../platform/http/reply.ts'
import { cancelPage } from './cancel.pages.ts'
import { correctionPage } from './correction.pages.ts'
import { unparkPhoto } from './drafts.commands.ts'
import { parkedPhotos } from './drafts.queries.ts'
import type { Answers, ReportType } from './engine/definition.ts'
import { type Wire, wireOf } from './engine/wire.ts'
import { acceptedAnswers, answerAndPlaceChains, refusal } from './filing.checks.ts'
import { fillingOf } from './filling.ts'
import { correctedPhotosFault, parkUploads } from './photo.checks.ts'
import { changedFields, correctedWire, openedFields } from './pins.ts'
import { reportType } from './registry.ts'
import { type Deciding, pinnable, reportPage } from './report.pages.ts'
import type { FoundReport } from './reports.queries.ts'
import { readingOf, reportInReach } from './reports.routes.ts'
import { returnReasons } from './reports.workflow.ts'
import { cancelReport, correctReport, returnReport, verifyReport } from './review.commands.ts'
import { typeToday } from './terms.queries.ts'
import { withItemAdded, withItemRemoved } from './wire-edits.ts'

type OnReport = Handling<FoundReport>

const textOf = (sent: Sent, name: string): string => (typeof sent[name] === 'string' ? sent[name].trim() : '')
const plain = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n')
const isClean = (text: string) =>
  !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) && !/[\ud800-\udfff]/u.test(text)

/** Text of a length, for the notes that go with a decision. */
const noteChain = (name: string, least: number, most: number, message: string) =>
  body(name).custom((value: unknown) => {
    const length = typeof value === 'string' && isClean(value) ? [...value.trim()].length : 0
    if (length < least || length > most) throw new Error(message)
    return true
  })

/** The page was made from a version; a decision on another one is not what the reviewer has read. */
function assertSameVersion({ sent, subject }: OnReport): void {
  if (textOf(sent, 'versi') !== String(subject.version)) throw new Conflict('report.decidedByAnother')
}

const pinsSent = (sent: Sent, type: ReportType): string[] => {
  const known = new Set(pinnable(type))
  return [...new Set([sent.isian].flat().map(String))].filter((key) => known.has(key))
}

export const reviewRoutes = [
  post('/laporan/:id/verifikasi', {
    allow: 'report.verify',
    on: reportInReach,
    handle: async (context) => {
      assertSameVersion(context)
      await verifyReport(context, context.subject)
      return redirect(paths.queue, 'report.verified', { number: context.subject.number })
    },
  }),
  post('/laporan/:id/pengembalian', {
    allow: 'report.return',
    on: reportInReach,
    accept: ({ t, sent, subject }) => [
      body('alasan')
        .isIn([...returnReasons])
        .withMessage(t('report.reasonEmpty')),
      noteChain('catatan', 10, 500, t('report.noteShort')),
      body('isian').custom(() => {
        if (pinsSent(sent, reportType(subject.typeKey)).length === 0) throw new Error(t('report.pinsEmpty'))
        return true
      }),
    ],
    invalid: async (context, violations) => {
      const { sent, subject } = context
      const deciding: Deciding = {
        reason: textOf(sent, 'alasan'),
        note: textOf(sent, 'catatan'),
        pins: pinsSent(sent, reportType(subject.typeKey)),
        errors: errorsOf(violations),
      }
      return page('reports/show', reportPage(context, await readingOf(context, subject), deciding), 422)
    },
    handle: async (context) => {
      const { sent, subject: report } = context
      assertSameVersion(context)
      const note = plain(textOf(sent, 'catatan'))
      const pins = pinsSent(sent, reportType(report.typeKey)).map((field) => ({ field, note: '' }))
      await returnReport(context, { report, reason: textOf(sent, 'alasan'), note, pins })
      return redirect(paths.queue, 'report.returned', { number: report.number })
    },
  }),
  get('/laporan/:id/perbaikan', {
    allow: 'report.correct',
    on: reportInReach,
    handle: (context) =>
      showCorrection(
        context,
        wireOf(reportType(context.subject.typeKey), context.subject.answers as Answers),
        new Map(),
      ),
  }),
  post('/laporan/:id/perbaikan', {
    allow: 'report.correct',
    on: reportInReach,
    files: true,
    accept: correctionChains,
    invalid: (context, violations) => showCorrection(context, wireFrom(context), errorsOf(violations)),
    handle: correct,
  }),
  get('/laporan/:id/pembatalan', {
    allow: 'report.cancel',
    on: reportInReach,
    handle: (context) => page('reports/cancel', cancelPage(context, context.subject)),
  }),
  post('/laporan/:id/pembatalan', {
    allow: 'report.cancel',
    on: reportInReach,
    accept: ({ t }) => [noteChain('alasan', 10, 500, t('report.cancelReasonShort'))],
    invalid: (context, violations) =>
      page(
        'reports/cancel',
        cancelPage(context, context.subject, textOf(context.sent, 'alasan'), errorsOf(violations)),
        422,
      ),
    handle: async (context) => {
      await cancelReport(context, { report: context.subject, reason: plain(textOf(context.sent, 'alasan')) })
      return redirect(paths.reports(), 'report.cancelled', { number: context.subject.number })
    },
  }),
]

const errorsOf = (violations: Violation[]) => new Map(violations.map(({ field, message }) => [field, message]))

/** The report's answers with the pinned ones as they were sent: what is not pinned cannot be changed, whatever came. */
const wireFrom = ({ subject, sent }: OnReport): Wire => correctedWire(reportType(subject.typeKey), subject, sent)

const isEdit = (sent: Sent) => /^(tambah|hapus|hapus-foto):/.test(textOf(sent, 'aksi'))

async function correctionChains(context: OnReport) {
  const { subject, sent, t, tx, actor, today } = context
  const type = await typeToday(tx, reportType(subject.typeKey), today)
  const fault = await parkUploads(context, subject.id)
  if (isEdit(sent)) return []
  const wire = wireFrom(context)
  const photos = await parkedPhotos(tx, actor.id, subject.id)
  const opened = openedFields(type, subject)
  const lacking = opened.has('foto') ? correctedPhotosFault(context, type, subject, wire, photos) : ''
  return [
    ...(await answerAndPlaceChains(context, type, wire, opened)),
    refusal('foto', fault ? t(fault) : lacking),
    refusal('perubahan', changedFields(type, subject, wire, photos).length === 0 ? t('report.unchanged') : ''),
    noteChain('catatan', 5, 500, t('report.changeNoteEmpty')),
  ]
}

async function showCorrection(context: OnReport, wire: Wire, errors: Map<string, string>): Promise<Reply> {
  const { tx, actor, subject, sent, today } = context
  const type = await typeToday(tx, reportType(subject.typeKey), today)
  const filling = await fillingOf(context, type, subject.id, wire, errors)
  const parked = await parkedPhotos(tx, actor.id, subject.id)
  const model = correctionPage(context, {
    filling: { ...filling, photos: parked },
    note: textOf(sent, 'catatan'),
    reading: await readingOf(context, subject),
  })
  return form('reports/correct', model, errors.size > 0 ? 422 : 200)
}

async function correct(context: OnReport): Promise<Reply> {
  const { subject: report, input, sent, tx, actor } = context
  const type = reportType(report.typeKey)
  if (isEdit(sent)) return edit(context, type)
  const parked = openedFields(type, report).has('foto') ? await parkedPhotos(tx, actor.id, report.id) : []
  await correctReport(context, {
    ...{ report, type, answers: acceptedAnswers(type, input), changeNote: plain(textOf(sent, 'catatan')) },
    photos: parked.length > 0 ? parked.map(({ hash }) => hash) : undefined,
  })
  return redirect(paths.report(report.id), 'report.corrected', { number: report.number })
}

/** A block more or less, a photo taken away: the form again, nothing decided. */
async function edit(context: OnReport, type: ReportType): Promise<Reply> {
  const [verb, name = '', index] = textOf(context.sent, 'aksi').split(':')
  const wire = wireFrom(context)
  if (verb === 'hapus-foto') await unparkPhoto(context.tx, context.actor.id, context.subject.id, name)
  const edited =
    verb === 'tambah'
      ? withItemAdded(type, wire, name)
      : verb === 'hapus'
        ? withItemRemoved(type, wire, name, Number(index))
        : wire
  return showCorrection(context, edited, new Map())
}
