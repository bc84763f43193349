import { canonical } from '../../kernel/canonical.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { Sealer } from '../../platform/seal.ts'
import type { Answers } from '../engine/index.ts'
import type { FoundReport } from './reports.queries.ts'
import { openAt, reportPlace, sealAt } from './sealed.ts'

/** The sealed answers of a report as they stand now, opened; {} when it has none. */
export async function openedAnswers(tx: Tx, sealer: Sealer, reportId: string): Promise<Answers> {
  const last = await tx.sealedAnswers.findFirst({ where: { reportId }, orderBy: { version: 'desc' } })
  return last ? openAt(sealer, last.body, reportPlace(reportId, last.version)) : {}
}

/** The sealed answers for the next version of a report, unless they stay what they were. */
export async function sealedAnew(tx: Tx, sealer: Sealer, { id, version }: FoundReport, answers: Answers) {
  const before = await openedAnswers(tx, sealer, id)
  return canonical(answers) === canonical(before) ? undefined : sealAt(sealer, answers, reportPlace(id, version + 1))!
}
