import { isUuid } from '../../kernel/ids.ts'
import { command } from '../../platform/db/command.ts'
import { findDevice } from './phones.queries.ts'
import { type PublicJwk, thumbprintOf } from './public-key.ts'

/** Makes this browser's key known as the actor's; the same key of the same person is the same device. */
export const enrolDevice = command(
  'device.enrolled',
  async ({ actor, tx, now }, { key, agent }: { key: PublicJwk; agent: string }) => {
    const [device] = await tx.$queryRaw<{ id: string; isNew: boolean }[]>`
      INSERT INTO device_key (person_id, public_key, thumbprint, agent, made_at, last_seen_at)
      VALUES (${actor.id}::uuid, ${JSON.stringify(key)}::jsonb, ${thumbprintOf(key)}, ${agent.slice(0, 200)}, ${now}, ${now})
      ON CONFLICT (person_id, thumbprint) DO UPDATE SET last_seen_at = excluded.last_seen_at, agent = excluded.agent
      RETURNING id, xmax = 0 AS "isNew"`
    const { id, isNew } = device!
    return isNew ? { result: id, subject: actor.id, details: { device: id } } : { result: id, unchanged: true }
  },
)

/** From now on what this key signs is held. What it signed before stands. */
export const revokeDevice = command(
  'device.revoked',
  async ({ actor, tx, now }, { personId, id }: { personId: string; id: string }) => {
    await findDevice(tx, personId, id)
    const { count } = await tx.deviceKey.updateMany({
      where: { id, personId, revokedAt: null },
      data: { revokedAt: now, revokedBy: actor.id },
    })
    if (count === 0) return { result: undefined, unchanged: true }
    return { result: undefined, subject: personId, details: { device: id } }
  },
)

/**
 * The person keeps these devices after a one-time code was used; the others are revoked. Returns how many were. Answered
 * once: pressed again it changes nothing.
 */
export const confirmDevices = command('devices.confirmed', async ({ actor, tx, now }, kept: string[]) => {
  const { count: asked } = await tx.person.updateMany({
    where: { id: actor.id, mustConfirmDevices: true },
    data: { mustConfirmDevices: false },
  })
  if (asked === 0) return { result: 0, unchanged: true }
  const { count } = await tx.deviceKey.updateMany({
    where: { personId: actor.id, revokedAt: null, id: { notIn: kept.filter(isUuid) } },
    data: { revokedAt: now, revokedBy: actor.id },
  })
  return { result: count, subject: actor.id, details: { revoked: count } }
})
