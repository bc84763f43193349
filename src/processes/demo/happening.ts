import type { Transaction } from '../../platform/db/connect.ts'
import { type Filing, fileReports } from '../../reports/record/index.ts'
import { closeFollowUps, describe, recall, supplement } from './after-filing.commands.ts'
import { complete, sayNihil } from './briefs.commands.ts'
import type { Page } from './diary.ts'
import { addToMemory, doubted, type Memory, numbered, pointsTo } from './doubts.ts'
import { cancel, correct, decide, park, ways } from './history.commands.ts'
import type { Pictures } from './pictures.ts'

export interface Happening {
  pictures: Pictures
  memory: Memory
  timeZone: string
}

/** Writes down a page: what can only follow from something stands below it. */
export async function happen(tx: Transaction, page: Page, happening: Happening): Promise<void> {
  const { pictures } = happening
  const drawn = [...pictures.houses, ...pictures.halls]
  const some = async <T>(rows: T[], write: (rows: T[]) => Promise<unknown>) => {
    if (rows.length > 0) await write(rows)
  }
  await some(page.filed, (filed) => file(tx, filed, happening))
  await some(page.described, (rows) => describe(tx, rows))
  await some(page.nihil, (rows) => sayNihil(tx, rows))
  await some(page.completed, (rows) => complete(tx, rows))
  await some(page.recalled, (rows) => recall(tx, rows))
  await some(page.decided, (rows) => decide(tx, rows))
  await some(page.corrected, (rows) => correct(tx, ways.correct, rows, drawn))
  await some(page.resent, (rows) => correct(tx, ways.resend, rows, drawn))
  await some(page.decidedAgain, (rows) => decide(tx, rows))
  await some(page.cancelled, (rows) => cancel(tx, rows))
  await some(page.supplemented, (rows) => supplement(tx, rows))
  await some(page.closed, (rows) => closeFollowUps(tx, rows))
}

async function file(tx: Transaction, filed: Page['filed'], { pictures, memory, timeZone }: Happening): Promise<void> {
  const parked = filed.flatMap(({ filing: { id, authorId, arrivedAt }, pictures: shown }) =>
    shown.map(({ hash }) => ({ reportId: id, authorId, hash, at: arrivedAt })),
  )
  await park(tx, parked, [...pictures.houses, ...pictures.halls])
  const inOrder = filed.map(({ filing }) => filing).sort((a, b) => a.arrivedAt.getTime() - b.arrivedAt.getTime())
  let rest = inOrder.map((filing) => {
    const asked = doubted(filing, memory, timeZone)
    addToMemory(filing, memory)
    return asked
  })
  while (rest.length > 0) {
    const isReady = (filing: Filing) => pointsTo(filing).every((id) => memory.numbers.has(id))
    const ready = rest.filter(isReady)
    if (ready.length === 0) throw new Error('A report of the demonstration points to one that is not there')
    const numbers = await fileReports(
      tx,
      // What happens to them is written past the commands: the chain covers them once all has been told.
      ready.map((filing) => ({ ...numbered(filing, memory), cipher: undefined })),
    )
    for (const { id, number } of numbers) memory.numbers.set(id, number)
    rest = rest.filter((filing) => !ready.includes(filing))
  }
}
