import type { CommandContext } from '../../src/platform/db/command.ts'
import type { Db, Reader, Transaction } from '../../src/platform/db/connect.ts'
import type { Handling, WriteHandling } from '../../src/platform/http/endpoint.ts'

type Fits<A, B> = [A] extends [B] ? true : false
type HasWrites<T> = T extends { report: { create: unknown } } ? true : false

/** Checked by the compiler: an assignment that does not hold is an error of `npm run typecheck`. */
describe('the types of the database', () => {
  it('let commands run in an open transaction only', () => {
    const transaction: Fits<{ tx: Transaction }, Pick<CommandContext, 'tx'>> = true
    const database: Fits<{ tx: Db }, Pick<CommandContext, 'tx'>> = false
    const reading: Fits<Pick<Handling<unknown>, 'tx'>, Pick<CommandContext, 'tx'>> = false
    const writing: Fits<Pick<WriteHandling<unknown>, 'tx'>, Pick<CommandContext, 'tx'>> = true

    expect([transaction, database, reading, writing]).toEqual([true, false, false, true])
  })

  it('let readers read only', () => {
    const reader: HasWrites<Reader> = false
    const transaction: HasWrites<Transaction> = true
    const both: Fits<Db | Transaction, Reader> = true

    expect([reader, transaction, both]).toEqual([false, true, true])
  })
})
