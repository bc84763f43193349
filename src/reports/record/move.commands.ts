import type { ReportState } from '../../access/policy/policy.ts'
import { Conflict } from '../../kernel/errors.ts'
import type { CommandContext } from '../../platform/db/command.ts'
import type { Prisma } from '../../platform/generated/prisma/client.ts'
import type { FoundReport } from './reports.queries.ts'

/** The write itself guards the way: of two who decide at once, one finds nothing left to decide. */
export async function move(
  context: CommandContext,
  report: FoundReport,
  from: readonly ReportState[],
  data: Prisma.ReportUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await context.tx.report.updateMany({
    where: { id: report.id, version: report.version, state: { in: [...from] } },
    data,
  })
  if (count === 0) throw new Conflict('report.decidedByAnother')
}

/** What the audit keeps of a report besides its id. */
export const details = (report: FoundReport, more: Record<string, unknown> = {}) => ({
  type: report.typeKey,
  number: report.number,
  ...more,
})
