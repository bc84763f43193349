import { Conflict } from '../../kernel/errors.ts'
import { type CommandContext, command } from '../../platform/db/command.ts'
import { details, type FoundReport, move } from '../../reports/record/index.ts'
import { type Transition, transitions } from '../../reports/states/index.ts'
import { sayIn } from '../../sentences/say.ts'

export interface Answering {
  report: FoundReport
  reason: string
}

type Authorship = 'acknowledged' | 'endorsed' | 'disowned' | 'rejected'

/** Who decided is written first: the database changes the authorship of a report on no other condition. */
async function decide(
  context: CommandContext,
  { report, reason }: Answering,
  { from, to }: Transition,
  authorship: Authorship,
): Promise<void> {
  const { tx, actor, now } = context
  const { count } = await tx.acknowledgement.updateMany({
    where: { reportId: report.id, decidedAt: null },
    data: { decidedBy: actor.id, decidedAt: now, reason: reason === '' ? null : reason },
  })
  if (count === 0) throw new Conflict('report.decidedByAnother')
  await move(context, report, from, { state: to, authorship })
}

const isBrief = ({ acknowledgement }: FoundReport) => acknowledgement?.toState === 'brief'

/** From here on it is a report of its author like any other. */
export const acknowledgeReport = command(transitions.acknowledge.event, async (context, report: FoundReport) => {
  const way = isBrief(report) ? transitions.acknowledgeBrief : transitions.acknowledge
  await decide(context, { report, reason: '' }, way, 'acknowledged')
  return { result: undefined, subject: report.id, details: details(report) }
})

/** It counts from here on, and carries for ever that its author has not acknowledged it. */
export const endorseReport = command(transitions.endorse.event, async (context, { report, reason }: Answering) => {
  const way = isBrief(report) ? transitions.endorseBrief : transitions.endorse
  await decide(context, { report, reason }, way, 'endorsed')
  return { result: undefined, subject: report.id, details: details(report, { reason }) }
})

/** Back to the quarantined envelopes, for the Kasat to look into; nobody can file it a second time. */
export const disownReport = command(transitions.disown.event, async (context, { report, reason }: Answering) => {
  await decide(context, { report, reason }, transitions.disown, 'disowned')
  await quarantineAgain(context, report, {})
  return { result: undefined, subject: report.id, details: details(report, { reason }) }
})

export const rejectReport = command(transitions.reject.event, async (context, { report, reason }: Answering) => {
  const { actor, now } = context
  await decide(context, { report, reason }, transitions.reject, 'rejected')
  await quarantineAgain(context, report, {
    decision: 'discarded',
    decisionNote: reason,
    decidedBy: actor.id,
    decidedAt: now,
  })
  return { result: undefined, subject: report.id, details: details(report, { reason }) }
})

async function quarantineAgain({ tx }: CommandContext, report: FoundReport, decision: object): Promise<void> {
  const reasons = [{ field: '', code: 'disowned', message: sayIn('id')('intake.held.disowned') }]
  await tx.envelope.updateMany({
    where: { reportId: report.id, state: 'filed', decision: 'released' },
    data: {
      state: 'held',
      reasons,
      decision: null,
      decisionNote: '',
      decidedBy: null,
      decidedAt: null,
      ...decision,
    },
  })
}
