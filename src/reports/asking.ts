import { paths } from '../kernel/paths.ts'
import type { Handling } from '../platform/http/endpoint.ts'
import { form, type Reply, redirect } from '../platform/http/reply.ts'
import { type Candidate, type Signals, signalsOf } from '../signals/index.ts'
import { checkPage } from './check.pages.ts'
import type { ReportType } from './engine/definition.ts'
import { acceptedAnswers, readFiling } from './filing.checks.ts'
import type { Filing } from './filing.commands.ts'
import { type Ask, ordinaryFiling } from './filing.ts'
import { keepDraft } from './form-acts.ts'
import { entryOf } from './names.queries.ts'
import { questionsOf } from './questions.pages.ts'
import { answeredIn } from './questions.ts'
import { subjectOf } from './subject.ts'

type Sending = Handling<ReportType>

/** The answers once more before they are sent, with the questions that they raise. */
export async function checkFirst(context: Sending, type: ReportType, id: string): Promise<Reply> {
  const filing = await ordinaryFiling(context, type, id, acceptedAnswers(type, context.input))
  return showCheck(context, type, id, await signalsAbout(context, type, filing))
}

/** Asks what is odd about a report and whether it is there already; what was answered goes with it. */
export const askAbout: Ask = async (context, type, filing) => {
  const signals = await signalsAbout(context, type, filing)
  const { same, open, kept } = answeredIn(signals, context.sent)
  if (same) return keepInstead(context, type, filing.id, same)
  return open.size > 0 ? showCheck(context, type, filing.id, signals, open) : kept
}

async function signalsAbout({ tx, today }: Sending, type: ReportType, filing: Filing): Promise<Signals> {
  const entry = filing.entryId === null ? null : await entryOf(tx, filing.entryId)
  return signalsOf(tx, subjectOf(type, filing, entry), today)
}

/** `open`: the questions that were left without an answer. */
async function showCheck(
  context: Sending,
  type: ReportType,
  id: string,
  signals: Signals,
  open: ReadonlySet<string> = new Set(),
): Promise<Reply> {
  const checked = await readFiling(context, type, id)
  const questions = questionsOf(context, { id, signals, open, sent: context.sent })
  return form('reports/check', checkPage({ ...checked, questions }), open.size > 0 ? 422 : 200)
}

/** It is there already: what was typed is kept as a draft, and the officer is led to what is there. */
async function keepInstead(context: Sending, type: ReportType, id: string, same: Candidate): Promise<Reply> {
  await keepDraft(context, { type, id })
  if (same.authorId !== context.actor.id) return redirect(paths.home, 'signal.sameElsewhere', { name: same.author })
  return redirect(paths.report(same.id), 'signal.sameKept', { number: same.number })
}
