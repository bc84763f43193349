import type { Tx } from './connect.ts'

export interface KeptFile {
  field: string
  body: Buffer
}

const day = 86_400_000
/** A whole polres may sit behind one address; what all strangers together may lay down is 200 MB of cleaned photos. */
const most = { ofSender: 150, ofAll: 1000 }

const daysAgo = (now: Date) => new Date(now.getTime() - day)

/** Whether strangers may lay down more: from this sender, and all together. */
export async function hasRoomFor(tx: Tx, sender: Uint8Array<ArrayBuffer>, now: Date): Promise<boolean> {
  const since = { keptAt: { gt: daysAgo(now) } }
  const ofSender = await tx.keptFile.count({ where: { sender, ...since } })
  const ofAll = await tx.keptFile.count({ where: since })
  return ofSender < most.ofSender && ofAll < most.ofAll
}

export async function keepFiles(
  tx: Tx,
  { formId, files, sender, now }: { formId: string; files: KeptFile[]; sender: Uint8Array<ArrayBuffer>; now: Date },
): Promise<void> {
  await sweepKeptFiles(tx, now)
  await tx.keptFile.createMany({
    data: files.map(({ field, body }, at) => ({
      ...{ formId, field, sender },
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
