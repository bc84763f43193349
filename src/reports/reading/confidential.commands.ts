import type { Cipher } from '../../platform/cipher.ts'
import { command } from '../../platform/db/command.ts'
import { decryptedAnswers, type FoundReport } from '../record/index.ts'

/** Somebody wants to know who the source is, and says why; the author reads both in the report's history. */
export const revealSource = (cipher: Cipher) =>
  command('source.revealed', async ({ tx }, { report, reason }: { report: FoundReport; reason: string }) => ({
    result: await decryptedAnswers(tx, cipher, report.id),
    subject: report.id,
    details: { type: report.typeKey, number: report.number, reason },
  }))
