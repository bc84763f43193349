import { canonical } from '../../kernel/canonical.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Answers } from '../engine/index.ts'
import { decryptAnswers, encryptAnswers, reportLocation } from './confidential.ts'
import type { FoundReport } from './reports.queries.ts'

/** The confidential answers of a report as they stand now, opened; {} when it has none. */
export async function decryptedAnswers(tx: Reader, cipher: Cipher, reportId: string): Promise<Answers> {
  const last = await tx.sealedAnswers.findFirst({ where: { reportId }, orderBy: { version: 'desc' } })
  return last ? decryptAnswers(cipher, last.body, reportLocation(reportId, last.version)) : {}
}

/** The confidential answers for the next version of a report, unless they stay what they were. */
export async function reencryptedAnswers(tx: Reader, cipher: Cipher, { id, version }: FoundReport, answers: Answers) {
  const before = await decryptedAnswers(tx, cipher, id)
  return canonical(answers) === canonical(before)
    ? undefined
    : encryptAnswers(cipher, answers, reportLocation(id, version + 1))!
}
