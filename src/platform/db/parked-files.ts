import type { Reader, Writer } from './connect.ts'

export interface ParkedFile {
  field: string
  body: Buffer
}

const day = 86_400_000
/**
 * Photos of a day. Browsers on which somebody has signed in before have a reserve of their own, counted by browser: what
 * strangers lay down, also from the same address, takes nothing of it. Cleaned photos of some 200 kB: 60 MB and 400 MB at most.
 */
const most = { anonymous: { ofSender: 60, ofAll: 300 }, known: { ofSender: 60, ofAll: 2000 } }

export interface FormSender {
  sender: Uint8Array<ArrayBuffer>
  /** Whether it is a browser on which somebody has signed in before. */
  isKnown: boolean
}

const daysAgo = (now: Date) => new Date(now.getTime() - day)

/** How many photos may still be laid down by this sender. */
export async function remainingQuota(tx: Reader, { sender, isKnown }: FormSender, now: Date): Promise<number> {
  const since = { parkedAt: { gt: daysAgo(now) }, isReserved: isKnown }
  const ofSender = await tx.parkedFile.count({ where: { sender, ...since } })
  const ofAll = await tx.parkedFile.count({ where: since })
  const { known, anonymous } = most
  const limits = isKnown ? known : anonymous
  return Math.max(0, Math.min(limits.ofSender - ofSender, limits.ofAll - ofAll))
}

export async function parkFiles(
  tx: Writer,
  { formId, files, from, now }: { formId: string; files: ParkedFile[]; from: FormSender; now: Date },
): Promise<void> {
  await sweepParkedFiles(tx, now)
  await tx.parkedFile.createMany({
    data: files.map(({ field, body }, at) => ({
      formId,
      field,
      sender: from.sender,
      isReserved: from.isKnown,
      ordinal: at + 1,
      body: new Uint8Array(body),
      parkedAt: now,
    })),
  })
}

/** They stay until they are swept: a form that is sent twice has its photos twice. */
export async function parkedFilesOf(tx: Reader, formId: string, now: Date): Promise<ParkedFile[]> {
  const found = await tx.parkedFile.findMany({
    where: { formId, parkedAt: { gt: daysAgo(now) } },
    orderBy: { ordinal: 'asc' },
  })
  return found.map(({ field, body }) => ({ field, body: Buffer.from(body) }))
}

/** What nobody came for within a day. */
export const sweepParkedFiles = (tx: Writer, now: Date) =>
  tx.parkedFile.deleteMany({ where: { parkedAt: { lte: daysAgo(now) } } })
