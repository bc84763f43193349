import { command } from '../../platform/db/command.ts'
import type { Sealer } from '../../platform/seal.ts'
import type { FoundReport } from '../record/index.ts'
import { openedAnswers } from '../record/index.ts'

/** Somebody wants to know who the source is, and says why; the author reads both in the report's history. */
export const revealSource = (sealer: Sealer) =>
  command('source.revealed', async ({ tx }, { report, reason }: { report: FoundReport; reason: string }) => ({
    result: await openedAnswers(tx, sealer, report.id),
    subject: report.id,
    details: { type: report.typeKey, number: report.number, reason },
  }))
