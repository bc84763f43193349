import type { Day } from '../../kernel/days.ts'
import { paths } from '../../kernel/paths.ts'
import type { StatementHandling, WriteHandling } from '../../platform/http/endpoint.ts'
import { form, type Reply, redirect } from '../../platform/http/reply.ts'
import type { ReportType } from '../../reports/engine/index.ts'
import {
  acceptedAnswers,
  checkPage,
  isAskedLate,
  lateName,
  lateReasonOf,
  lateReasonSent,
  type QuestionedReport,
  questionsOf,
  readFiling,
  saveAsDraft,
} from '../../reports/form/index.ts'
import { answeredIn, entryOf, type Filing, type SignalAnswers, subjectOf } from '../../reports/record/index.ts'
import { type Candidate, type Signals, signalsOf } from '../../reports/signals/index.ts'
import type { MessageKey } from '../../sentences/say.ts'
import { type ConfirmSignals, ordinaryFiling } from './filing.ts'

type Sending = StatementHandling<unknown> | WriteHandling<unknown>

/** What is asked about: the report as it would stand once it is sent, and how it is shown before. */
export interface Inquiry {
  type: ReportType
  filing: Filing
  /** The day on which the server first knew of it; what is old is old by that day. */
  knownOn: Day
  photoAt: (hash: string) => string
  pageOf: (asked: QuestionedReport) => ReturnType<typeof checkPage>
  /** Whether it is asked why it is late: not when it was filed long before. */
  asksLate: boolean
  /** What is said when it is there already: as an own report, or as that of somebody else. */
  same: { own: MessageKey; other: MessageKey }
}

const inquiryOf = ({ today }: Sending, type: ReportType, filing: Filing): Inquiry => ({
  type,
  filing,
  knownOn: today,
  pageOf: checkPage,
  asksLate: true,
  photoAt: (hash) => paths.parkedPhoto(filing.id, hash),
  same: { own: 'signal.sameKept', other: 'signal.sameElsewhere' },
})

/** The answers once more before they are sent, with the questions that they raise. */
export async function showPreview(context: Sending, type: ReportType, id: string): Promise<Reply> {
  const filing = await ordinaryFiling(context, type, id, acceptedAnswers(type, context.input))
  return confirmBeforeFiling(context, inquiryOf(context, type, filing))
}

export const confirmBeforeFiling = async (context: Sending, inquiry: Inquiry): Promise<Reply> =>
  showCheck(context, inquiry, await signalsAbout(context, inquiry))

/** Asks what is odd about a new report and whether it is there already; what was answered goes with it. */
export const confirmSignals: ConfirmSignals = async (context, type, filing) => {
  const kept = await settle(context, inquiryOf(context, type, filing))
  return 'kind' in kept ? kept : { ...kept, lateReason: lateReasonOf(filing, context.sent, kept.warnings) }
}

/** What was answered, once all is; until then the reply that asks, or that leads to what is there. */
export async function settle(context: Sending, inquiry: Inquiry): Promise<SignalAnswers | Reply> {
  const signals = await signalsAbout(context, inquiry)
  const { same, open, kept } = answeredIn(signals, context.sent)
  if (same) return saveDraftInstead(context, inquiry, same)
  const all = isLateOpen(inquiry, signals, context.sent) ? new Set([...open, lateName]) : open
  return all.size > 0 ? showCheck(context, inquiry, signals, all) : kept
}

const isLateOpen = ({ asksLate, filing }: Inquiry, signals: Signals, sent: Sending['sent']): boolean =>
  asksLate && isAskedLate(filing, signals) && lateReasonSent(sent) === null

async function signalsAbout({ tx }: Sending, { type, filing, knownOn }: Inquiry): Promise<Signals> {
  const entry = filing.entryId === null ? null : await entryOf(tx, filing.entryId)
  return signalsOf(tx, subjectOf(type, filing, entry), knownOn)
}

/** `open`: the questions that were left without an answer. */
async function showCheck(
  context: Sending,
  { type, filing, photoAt, pageOf, asksLate }: Inquiry,
  signals: Signals,
  open: ReadonlySet<string> = new Set(),
): Promise<Reply> {
  const checked = await readFiling(context, type, filing.id)
  const late = asksLate && isAskedLate(filing, signals) ? filing : undefined
  const questions = questionsOf(context, { photoAt, signals, late, open, sent: context.sent })
  return form('reports/check', pageOf({ ...checked, questions }), open.size > 0 ? 422 : 200)
}

/** It is there already: what was typed is kept as a draft, and the officer is led to what is there. */
async function saveDraftInstead(
  context: Sending,
  { type, filing, same: said }: Inquiry,
  same: Candidate,
): Promise<Reply> {
  await saveAsDraft(context, { type, id: filing.id })
  if (same.authorId !== context.actor.id) return redirect(paths.home, said.other, { name: same.author })
  return redirect(paths.report(same.id), said.own, { number: same.number })
}
