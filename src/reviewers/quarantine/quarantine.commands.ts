import { Conflict } from '../../kernel/errors.ts'
import { type CommandContext, command } from '../../platform/db/command.ts'
import { type Filing, fileReports } from '../../reports/record/index.ts'

/** Decided once: the second reviewer is told that somebody was first. */
async function decide({ tx, actor, now }: CommandContext, digest: string, decision: string, note: string) {
  const { count } = await tx.envelope.updateMany({
    where: { digest, state: { in: ['held', 'conflict'] }, decision: null },
    data: { decision, decisionNote: note, decidedBy: actor.id, decidedAt: now },
  })
  if (count === 0) throw new Conflict('quarantine.decided')
}

const askAuthor = ({ tx, actor, now }: CommandContext, reportId: string, toState: Filing['state']) =>
  tx.acknowledgement.create({ data: { reportId, toState, askedAt: now, askedBy: actor.id } })

/** Who has read what is in it, before anybody decides. */
export const auditOpened = command(
  'envelope.opened',
  async (_: CommandContext, { digest, reportId: subject }: { digest: string; reportId: string }) => ({
    result: undefined,
    subject,
    details: { digest },
  }),
)

/** It stays where it is, with who put it aside and why. */
export const discardEnvelope = command(
  'envelope.discarded',
  async (context, { digest, reportId, note }: { digest: string; reportId: string; note: string }) => {
    await decide(context, digest, 'discarded', note)
    return { result: undefined, subject: reportId, details: { digest, note } }
  },
)

/** Files it as its author's, as it would have been filed when it came; where nothing shows that, its author is asked. */
export const releaseEnvelope = command(
  'envelope.released',
  async (context, { digest, filing, toState }: { digest: string; filing: Filing; toState: Filing['state'] }) => {
    await decide(context, digest, 'released', '')
    const [filed] = await fileReports(context.tx, [filing])
    if (!filed) throw new Conflict('quarantine.decided')
    await context.tx.envelope.update({ where: { digest }, data: { state: 'filed', writtenAt: filing.writtenAt } })
    if (filing.authorship === 'awaited') await askAuthor(context, filing.id, toState)
    return { result: filed.number, subject: filing.id, details: { digest, number: filed.number } }
  },
)
