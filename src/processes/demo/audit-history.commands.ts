import { set } from '../../administration/audit/index.ts'
import { villageTitle } from '../../administration/units/index.ts'
import { type Day, instantIn } from '../../kernel/days.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import type { PlannedPerson } from './people.ts'

export interface Remembering {
  people: readonly PlannedPerson[]
  createdAt: Date
  timeZone: string
  /** The last working day of who is suspended. */
  suspendedOn: Day
}

export const suspendReason = 'Mengikuti pendidikan, akun ditutup sementara.'

const requestId = 'contoh'

/** What the audit would have kept, had the accounts and the register been made by hand. */
export async function auditFounding(
  tx: Transaction,
  { people, createdAt, timeZone, suspendedOn }: Remembering,
): Promise<void> {
  const actorId = people.find(({ role }) => role === 'admin')!.id
  const others = people.filter(({ id }) => id !== actorId)
  await tx.auditEntry.createMany({
    data: others.map((one) => ({
      at: createdAt,
      actorId,
      action: 'person.created',
      subject: one.id,
      requestId,
      details: { changes: createdAs(one).map((change) => ({ ...change })) },
    })),
  })
  await tx.$executeRaw`
    INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id)
    SELECT created_at, created_by, 'entry.registered', id::text, jsonb_build_object('kind', kind, 'village', village_code), ${requestId}
    FROM register_entry WHERE created_by = ANY (${others.map(({ id }) => id)}::uuid[]) ORDER BY created_at, id`
  const at = instantIn(timeZone, suspendedOn, '16:05')
  await tx.auditEntry.createMany({
    data: others
      .filter(({ isSuspended }) => isSuspended)
      .map(({ id: subject }) => ({
        at,
        actorId,
        action: 'person.suspended',
        subject,
        requestId,
        details: { changes: [{ ...set('reason', suspendReason) }] },
      })),
  })
}

const createdAs = ({ nrp, name, pangkat, position, role, villages }: PlannedPerson) => [
  set('nrp', nrp),
  set('name', name),
  set('pangkat', pangkat),
  set('position', position),
  set('role', role),
  ...villages.map((village) => set('village', villageTitle(village))),
]

/** Everybody was here lately: officers when they last wrote, the others this week. */
export async function auditSignIns(tx: Transaction, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE person SET last_sign_in_at = coalesce(
      (SELECT max(written_at) - interval '4 minutes' FROM report WHERE author_id = person.id),
      CASE WHEN role IN ('bhabinkamtibmas', 'kanit') THEN NULL ELSE ${now}::timestamptz - interval '20 hours' END)
    WHERE last_sign_in_at IS NULL`
}
