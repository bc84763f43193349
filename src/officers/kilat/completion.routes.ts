import type { ValidationChain } from 'express-validator'
import { dayIn } from '../../kernel/days.ts'
import { paths } from '../../kernel/paths.ts'
import {
  type Context,
  get,
  type Handling,
  post,
  type StatementHandling,
  type WriteHandling,
} from '../../platform/http/endpoint.ts'
import { form, type Reply, redirect } from '../../platform/http/reply.ts'
import { findDraft } from '../../reports/drafts/index.ts'
import { type Answers, type ReportType, readAnswers, type Wire, wireOf } from '../../reports/engine/index.ts'
import {
  acceptedAnswers,
  act,
  droppedPhotoChains,
  type EditedForm,
  filingChains,
  fillingOf,
  isJudged,
  parkUploads,
  readDraft,
  refusal,
} from '../../reports/form/index.ts'
import { overtaken, reportInScope } from '../../reports/reading/index.ts'
import { type FoundReport, reencryptedAnswers, splitConfidential } from '../../reports/record/index.ts'
import { reportType, typeToday } from '../../reports/registry/index.ts'
import { transitions } from '../../reports/states/index.ts'
import { confirmBeforeFiling, type Inquiry, ordinaryFiling, settle } from '../filing/index.ts'
import { completeReport } from './completion.commands.ts'
import { completionCheckPage, completionPage, withStoredPhotos } from './completion.pages.ts'

type OnBrief = Handling<FoundReport>
type WritingOnBrief = StatementHandling<FoundReport> | WriteHandling<FoundReport>

const onBrief = {
  allow: 'report.complete' as const,
  on: reportInScope,
  overtaken: overtaken({ act: transitions.complete, done: 'brief.completed' }),
}

export const completionRoutes = [
  get('/laporan/:id/pelengkapan', {
    ...onBrief,
    handle: async (context) => {
      const { tx, actor, subject: report } = context
      const type = await typeOf(context, report)
      const draft = await findDraft(tx, actor.id, report.id)
      if (!draft) return show(context, type, wireOf(type, report.answers as Answers))
      const { wire, lost } = readDraft(context, type, draft)
      return show(context, type, wire, lost)
    },
  }),
  post('/laporan/:id/pelengkapan', {
    ...onBrief,
    files: 'foto',
    parkPhotos: (context) => parkUploads(context, context.subject.id),
    accept: chainsFor,
    invalid: async (context, violations) => {
      const type = await typeOf(context, context.subject)
      const errors = new Map(violations.map(({ field, message }) => [field, message]))
      if (!isJudged(context.sent)) {
        const again = () => show(context, type, context.sent, errors)
        return act(context, editedFormOf(context, type, again), errors)
      }
      return show(context, type, context.sent, errors)
    },
    handle: async (context) => {
      const type = await typeOf(context, context.subject)
      return act(
        context,
        editedFormOf(context, type, () => complete(context, type)),
      )
    },
  }),
]

const typeOf = async ({ tx, today, actor }: Context, report: FoundReport): Promise<ReportType> =>
  withStoredPhotos(await typeToday(tx, reportType(report.typeKey), today, actor.unitPath), report.photos.length)

async function show(
  context: Context & { subject: FoundReport },
  type: ReportType,
  wire: Wire,
  errors = new Map<string, string>(),
): Promise<Reply> {
  const filling = await fillingOf(context, type, context.subject.id, wire, errors, context.subject.villageCode)
  return form('reports/form', completionPage(context, filling, context.subject), errors.size > 0 ? 422 : 200)
}

function editedFormOf(context: WritingOnBrief, type: ReportType, send: EditedForm['send']): EditedForm {
  const { subject: report } = context
  return {
    type,
    id: report.id,
    show: (wire, errors) => show(context, type, wire, errors),
    check: async () => confirmBeforeFiling(context, await inquiryOf(context, type)),
    send,
  }
}

/** As a new report of the type is judged; only the day is settled, for the deadline hangs on it. */
async function chainsFor(context: OnBrief, photoFault: string): Promise<ValidationChain[]> {
  const { subject: report, sent, t } = context
  if (!isJudged(sent)) return droppedPhotoChains(context, photoFault)
  const type = await typeOf(context, report)
  const day = (report.answers as Answers).tanggal
  return [
    ...(await filingChains({ ...context, subject: type }, report.id, photoFault, report.villageCode)),
    refusal('tanggal', readAnswers(type, sent).tanggal === day ? '' : t('brief.otherDay')),
  ]
}

/** The report as it would stand: in the place and with the clocks of the brief one, and the photos of both. */
async function inquiryOf(context: OnBrief, type: ReportType): Promise<Inquiry> {
  const { subject: report, input, actor } = context
  const filing = await ordinaryFiling(context, type, report.id, acceptedAnswers(type, input))
  const kept = new Map(report.photos.map(({ hash, ordinal }) => [hash, paths.photo(report.id, ordinal!)]))
  return {
    type,
    filing: { ...filing, unitPath: report.unitPath, photos: [...kept.keys(), ...filing.photos] },
    knownOn: dayIn(actor.timeZone, report.arrivedAt),
    photoAt: (hash) => kept.get(hash) ?? paths.parkedPhoto(report.id, hash),
    pageOf: (asked) => completionCheckPage(context, asked, report),
    asksLate: false,
    same: { own: 'signal.sameBrief', other: 'signal.sameBriefElsewhere' },
  }
}

async function complete(context: WriteHandling<FoundReport>, type: ReportType): Promise<Reply> {
  const { subject: report, tx, cipher } = context
  const inquiry = await inquiryOf(context, type)
  const kept = await settle(context, inquiry)
  if ('kind' in kept) return kept
  const answers = acceptedAnswers(type, context.input)
  const sealed = await reencryptedAnswers(tx, cipher, report, splitConfidential(type, answers).confidential ?? {})
  const { villageCode, photos } = inquiry.filing
  await completeReport(context, { report, type, answers, sealed, villageCode, photos: [...photos], kept })
  return redirect(paths.report(report.id), 'brief.completed', { number: report.number })
}
