import type { Tx } from './connect.ts'

export interface KeptFile {
  field: string
  body: Buffer
}

const day = 86_400_000
/**
 * Photos of a day. Browsers on which somebody has signed in before have a reserve of their own, counted by browser: what
 * strangers lay down, also from the same address, takes nothing of it. Cleaned photos of some 200 kB: 60 MB and 400 MB at most.
 */
const most = { stranger: { ofSender: 60, ofAll: 300 }, known: { ofSender: 60, ofAll: 2000 } }

export interface FormSender {
  sender: Uint8Array<ArrayBuffer>
  /** Whether it is a browser on which somebody has signed in before. */
  isKnown: boolean
}

const daysAgo = (now: Date) => new Date(now.getTime() - day)

/** How many photos may still be laid down by this sender. */
export async function roomFor(tx: Tx, { sender, isKnown }: FormSender, now: Date): Promise<number> {
  const since = { keptAt: { gt: daysAgo(now) }, isReserved: isKnown }
  const ofSender = await tx.keptFile.count({ where: { sender, ...since } })
  const ofAll = await tx.keptFile.count({ where: since })
  const { known, stranger } = most
  const limits = isKnown ? known : stranger
  return Math.max(0, Math.min(limits.ofSender - ofSender, limits.ofAll - ofAll))
}

export async function keepFiles(
  tx: Tx,
  { formId, files, from, now }: { formId: string; files: KeptFile[]; from: FormSender; now: Date },
): Promise<void> {
  await sweepKeptFiles(tx, now)
  await tx.keptFile.createMany({
    data: files.map(({ field, body }, at) => ({
      ...{ formId, field, sender: from.sender, isReserved: from.isKnown },
      ...{ ordinal: at + 1, body: new Uint8Array(body), keptAt: now },
    })),
  })
}

/** They stay until they are swept: a form that is sent twice has its photos twice. */
export async function keptFilesOf(tx: Tx, formId: string, now: Date): Promise<KeptFile[]> {
  const found = await tx.keptFile.findMany({
    where: { formId, keptAt: { gt: daysAgo(now) } },
    orderBy: { ordinal: 'asc' },
  })
  return found.map(({ field, body }) => ({ field, body: Buffer.from(body) }))
}

/** What nobody came for within a day. */
export const sweepKeptFiles = (tx: Tx, now: Date) =>
  tx.keptFile.deleteMany({ where: { keptAt: { lte: daysAgo(now) } } })
