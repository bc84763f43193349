import { body } from 'express-validator'
import type { ReportState } from '../../access/policy/policy.ts'
import { Conflict, orNotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import { paths } from '../../kernel/paths.ts'
import { tidyDigits } from '../../kernel/tidy.ts'
import { type Handling, post } from '../../platform/http/endpoint.ts'
import { page, type Reply, redirect } from '../../platform/http/reply.ts'
import { type Sent } from '../../platform/http/sent.ts'
import { isLateReason } from '../../reports/deadlines/index.ts'
import type { Pin } from '../../reports/drafts/index.ts'
import { isTaken, type ReportType } from '../../reports/engine/index.ts'
import { errorsOf, fits, noteChain, textOf } from '../../reports/form/index.ts'
import {
  type Deciding,
  overtaken,
  pinnable,
  readingOf,
  reportInScope,
  reportPage,
  undecided,
} from '../../reports/reading/index.ts'
import { type FoundReport, findByNumber, placeInQueue, readQueueWord } from '../../reports/record/index.ts'
import { reportType, returnReasonWords } from '../../reports/registry/index.ts'
import { counts, transitions } from '../../reports/states/index.ts'
import {
  checkReport,
  explainLateness,
  markDuplicate,
  returnReport,
  supplementReport,
  verifyReport,
} from './decision.commands.ts'

type OnReport = Handling<FoundReport>

/** The page was made from a version; a decision on another one is not what the reviewer has read. */
function assertSameVersion({ sent, subject }: OnReport): void {
  if (textOf(sent, 'versi') !== String(subject.version)) throw new Conflict('report.decidedByAnother')
}

const pinsSent = (sent: Sent, type: ReportType): Pin[] => {
  const fields = [...new Set([sent.isian].flat().map(String))].filter((key) => pinnable(type).includes(key))
  return fields.map((field) => ({ field, note: textOf(sent, `tanda.${field}`) }))
}

/** The report again, with what was typed about it and what was wrong with that. */
async function again(context: OnReport, typed: Partial<Deciding>): Promise<Reply> {
  const reading = await readingOf(context, context.subject, context.sent.antrean)
  return page('reports/show', reportPage(context, reading, { ...undecided, ...typed }), 422)
}

/** Where a decision leads: to the next report of the queue that this one was read in, else to the queue. */
async function nextOf(context: OnReport): Promise<string> {
  const place = await placeInQueue(context, context.sent.antrean, context.subject)
  if (!place) return paths.queue()
  return place.next ? paths.reportInQueue(place.next, place.word) : paths.queue({ ...readQueueWord(place.word) })
}

const originalSent = ({ sent }: OnReport): string => tidyDigits(textOf(sent, 'nomor')).replace(/\s/g, '').toUpperCase()

/** Why the report of this number cannot stand for the one on the page. */
async function originalFault(context: OnReport): Promise<string> {
  const { tx, scope, subject, t } = context
  const original = await findByNumber(tx, scope, originalSent(context))
  if (!original) return t('report.originalUnknown')
  if (original.id === subject.id) return t('report.originalSelf')
  if (!counts(original.state as ReportState)) return t('report.originalUncounted')
  return subject.copies.length > 0 ? t('report.hasCopies') : ''
}

const typedReturn = ({ sent, subject }: OnReport): Partial<Deciding> => {
  const pins = pinsSent(sent, reportType(subject.typeKey))
  return {
    reason: textOf(sent, 'alasan'),
    note: textOf(sent, 'catatan'),
    pins: pins.map(({ field }) => field),
    pinNotes: Object.fromEntries(pins.map(({ field, note }) => [field, note])),
  }
}

const typedDuplicate = ({ sent }: OnReport): Partial<Deciding> => ({
  original: textOf(sent, 'nomor'),
  duplicateNote: textOf(sent, 'catatanDuplikat'),
})

const typedAddendum = ({ sent }: OnReport): Partial<Deciding> => ({ addendum: textOf(sent, 'tambahan') })

export const decisionRoutes = [
  post('/laporan/:id/pemeriksaan', {
    allow: 'report.check',
    on: reportInScope,
    overtaken: overtaken({ act: transitions.check, done: 'report.checked' }),
    handle: async (context) => {
      assertSameVersion(context)
      const next = await nextOf(context)
      await checkReport(context, context.subject)
      return redirect(next, 'report.checked', { number: context.subject.number })
    },
  }),
  post('/laporan/:id/verifikasi', {
    allow: 'report.verify',
    on: reportInScope,
    overtaken: overtaken({ act: transitions.verify, done: 'report.verified' }),
    handle: async (context) => {
      assertSameVersion(context)
      const next = await nextOf(context)
      await verifyReport(context, context.subject)
      return redirect(next, 'report.verified', { number: context.subject.number })
    },
  }),
  post('/laporan/:id/pengembalian', {
    allow: 'report.return',
    on: reportInScope,
    accept: async ({ t, tx, today, sent, subject, actor }) => [
      body('alasan')
        .isIn(
          (await returnReasonWords(tx, actor.unitPath)).filter((word) => isTaken(word, today)).map(({ key }) => key),
        )
        .withMessage(t('report.reasonEmpty')),
      noteChain('catatan', 10, 500, t('report.noteShort')),
      body('isian').custom(() => {
        const pins = pinsSent(sent, reportType(subject.typeKey))
        if (pins.length === 0) throw new Error(t('report.pinsEmpty'))
        if (pins.some(({ note }) => !fits(note, 0, 200))) throw new Error(t('report.pinNoteLong'))
        return true
      }),
    ],
    invalid: (context, violations) => again(context, { ...typedReturn(context), errors: errorsOf(violations) }),
    overtaken: overtaken({ act: transitions.return, done: 'report.returned', typed: typedReturn }),
    handle: async (context) => {
      const { sent, subject: report } = context
      assertSameVersion(context)
      const pins = pinsSent(sent, reportType(report.typeKey))
      const next = await nextOf(context)
      await returnReport(context, {
        report,
        reason: textOf(sent, 'alasan'),
        note: textOf(sent, 'catatan'),
        pins,
      })
      return redirect(next, 'report.returned', { number: report.number })
    },
  }),
  post('/laporan/:id/duplikat', {
    allow: 'report.markDuplicate',
    on: reportInScope,
    accept: (context) => [
      body('nomor').custom(async () => {
        const fault = await originalFault(context)
        if (fault) throw new Error(fault)
      }),
      noteChain('catatanDuplikat', 0, 500, context.t('report.noteLong')),
    ],
    invalid: (context, violations) => again(context, { ...typedDuplicate(context), errors: errorsOf(violations) }),
    overtaken: overtaken({ act: transitions.markDuplicate, done: 'report.markedDuplicate', typed: typedDuplicate }),
    handle: async (context) => {
      const { tx, scope, sent, subject: report } = context
      assertSameVersion(context)
      const original = orNotFound(await findByNumber(tx, scope, originalSent(context)))
      const next = await nextOf(context)
      await markDuplicate(context, { report, original, note: textOf(sent, 'catatanDuplikat') })
      return redirect(next, 'report.markedDuplicate', { number: report.number, original: original.number })
    },
  }),
  post('/laporan/:id/alasan-terlambat', {
    allow: 'report.explain',
    on: reportInScope,
    accept: ({ t }) => [body('alasanTerlambat').custom(isLateReason).withMessage(t('signal.reasonEmpty'))],
    invalid: (context, violations) => again(context, { errors: errorsOf(violations) }),
    overtaken: overtaken({
      act: { allow: 'report.explain', event: 'report.lateExplained' },
      done: 'clock.explained',
      isSame: ({ sent, subject }) => textOf(sent, 'alasanTerlambat') === subject.lateReason,
    }),
    handle: async (context) => {
      const { sent, subject: report } = context
      await explainLateness(context, { report, reason: textOf(sent, 'alasanTerlambat') })
      return redirect(paths.report(report.id), 'clock.explained')
    },
  }),
  post('/laporan/:id/catatan', {
    allow: 'report.supplement',
    on: reportInScope,
    accept: ({ t }) => [body('catatanId').custom(isUuid), noteChain('tambahan', 10, 1000, t('report.addendumShort'))],
    invalid: (context, violations) => again(context, { ...typedAddendum(context), errors: errorsOf(violations) }),
    overtaken: overtaken({
      act: { allow: 'report.supplement', event: 'report.supplemented' },
      done: 'report.supplemented',
      typed: typedAddendum,
      isSame: () => false,
    }),
    handle: async (context) => {
      const { sent, subject: report } = context
      const note = { report, id: textOf(sent, 'catatanId'), body: textOf(sent, 'tambahan') }
      await supplementReport(context, note)
      return redirect(paths.report(report.id), 'report.supplemented', { number: report.number })
    },
  }),
]
