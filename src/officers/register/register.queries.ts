import type { Reader } from '../../platform/db/connect.ts'
import type { RegisterName } from '../../reports/engine/index.ts'

interface Place {
  kind: RegisterName
  villageCode: string
  rt: number | null
  rw: number | null
  name: string
}

/** The same name at the same RT and RW: it is registered already. */
export const sameEntry = (tx: Reader, { kind, villageCode, rt, rw, name }: Place) =>
  tx.registerEntry.findFirst({
    where: { kind, villageCode, rt, rw, mergedInto: null, name: { equals: name, mode: 'insensitive' } },
    select: { id: true },
  })
