import { orNotFound } from '../../kernel/errors.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { PublicJwk } from './public-key.ts'

export interface Device {
  id: string
  agent: string
  madeAt: Date
  lastSeenAt: Date
  revokedAt: Date | null
}

/** The devices of a person, those that may still sign first. */
export const devicesOf = (tx: Reader, personId: string): Promise<Device[]> =>
  tx.deviceKey.findMany({
    where: { personId },
    orderBy: [{ revokedAt: { sort: 'asc', nulls: 'first' } }, { lastSeenAt: 'desc' }],
    take: 50,
    select: { id: true, agent: true, madeAt: true, lastSeenAt: true, revokedAt: true },
  })

export const findDevice = async (tx: Reader, personId: string, id: string): Promise<Device> =>
  orNotFound((await devicesOf(tx, personId)).find((device) => device.id === id))

/** The key that phones encrypt to now. */
export async function activeSealingKey(tx: Reader): Promise<{ kid: string; jwk: PublicJwk } | undefined> {
  const key = await tx.sealingKey.findFirst({ where: { retiredAt: null } })
  return key ? { kid: key.kid, jwk: key.publicKey as unknown as PublicJwk } : undefined
}

/** A key that something was encrypted to, retired or not. */
export const findSealingKey = (tx: Reader, kid: string) => tx.sealingKey.findUnique({ where: { kid } })
