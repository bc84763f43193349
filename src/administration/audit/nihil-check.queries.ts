import type { Day } from '../../kernel/days.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { isStampOf } from '../../platform/db/audit-entry.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Fault } from './fault.ts'

interface Person {
  id: string
  nrp: string
  unitPath: string
}

/** A nihil day as it stands in the database. */
interface SaidDay {
  personId: string
  day: Day
  unitPath: string
  filedAt: Date
}

/** An entry that says or takes back a nihil day. */
interface ToldDay {
  id: bigint
  at: Date
  actorId: string | null
  action: string
  subject: string
  details: { day: Day; unitPath?: string }
  requestId: string | null
  content: null
  stamp: Uint8Array | null
  /** Written before all entries had a stamp. */
  isEarly: boolean
}

export interface NihilBatch {
  /** The last person of it; null where there is nobody left. */
  last: string | null
  days: number
  faults: Fault[]
}

/** The nihil days of the people after this one, each beside what the newest genuine entry tells of it. */
export async function checkNihilAfter(tx: Reader, cipher: Cipher, after: string, take: number): Promise<NihilBatch> {
  const people = await tx.$queryRaw<Person[]>`
    SELECT p.id, p.nrp, u.path AS "unitPath" FROM person p JOIN unit u ON u.id = p.unit_id
    WHERE p.id > ${after}::uuid ORDER BY p.id LIMIT ${take}`
  const ids = people.map(({ id }) => id)
  const said = await tx.$queryRaw<SaidDay[]>`
    SELECT person_id AS "personId", day::text, unit_path AS "unitPath", filed_at AS "filedAt" FROM nihil
    WHERE person_id = ANY (${ids}::uuid[])`
  const told = await tx.$queryRaw<ToldDay[]>`
    SELECT id, at, actor_id AS "actorId", action, subject, details, request_id AS "requestId", content, stamp,
      id < coalesce((SELECT min(id) FROM audit_entry WHERE subject = 'chain' AND action = 'chain.begun'), id + 1) AS "isEarly"
    FROM audit_entry WHERE subject = ANY (${ids}::text[]) AND action IN ('nihil.filed', 'nihil.withdrawn') ORDER BY id`
  const faults = people.flatMap((person) =>
    faultsOf(
      person,
      said.filter(({ personId }) => personId === person.id),
      told.filter((entry) => entry.subject === person.id && isGenuine(cipher, entry)),
    ),
  )
  return { last: ids.at(-1) ?? null, days: said.length, faults }
}

/** An entry with a wrong stamp is named where the chain is checked, and tells nothing here. */
const isGenuine = (cipher: Cipher, entry: ToldDay): boolean =>
  entry.stamp === null ? entry.isEarly : isStampOf(cipher, entry.stamp, entry)

function faultsOf({ nrp, unitPath }: Person, said: readonly SaidDay[], told: readonly ToldDay[]): Fault[] {
  const rows = new Map(said.map((row) => [row.day, row]))
  const newest = new Map(told.map((entry) => [entry.details.day, entry]))
  const days = [...new Set([...rows.keys(), ...newest.keys()])].sort()
  return days.flatMap((day): Fault[] => {
    const why = whyNot(rows.get(day), newest.get(day))
    return why === undefined ? [] : [{ kind: 'nihil', why, nrp, day, unitPath }]
  })
}

function whyNot(row: SaidDay | undefined, entry: ToldDay | undefined) {
  const isSaid = entry?.action === 'nihil.filed'
  if (!row) return isSaid ? 'removed' : undefined
  if (!isSaid) return 'inserted'
  const isSame =
    row.filedAt.getTime() === entry.at.getTime() && row.unitPath === (entry.details.unitPath ?? row.unitPath)
  return isSame ? undefined : 'changed'
}
