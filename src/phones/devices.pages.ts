import { showInstant } from '../kernel/format.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { deviceName } from './agent.ts'
import type { Device } from './phones.queries.ts'

/** The devices of a person, with the way to revoke those that are not. */
export function deviceRows({ t, actor, locale }: Context, devices: Device[], revokeAt: (id: string) => string) {
  const at = (when: Date) => showInstant(when, actor.timeZone, locale)
  return devices.map(({ id, agent, madeAt, lastSeenAt, revokedAt }) => {
    const name = deviceName(agent, t('session.unknownDevice'))
    return {
      name,
      text: `${t('device.since', { at: at(madeAt) })} · ${t('session.seen', { at: at(lastSeenAt) })}`,
      revoked: revokedAt ? t('device.revokedAt', { at: at(revokedAt) }) : '',
      action: revokedAt ? '' : revokeAt(id),
      label: t('device.revokeOf', { device: name }),
    }
  })
}
