import { showInstant } from '../kernel/format.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { deviceName } from './agent.ts'
import type { Device } from './phones.queries.ts'

/** A stretch of numbers that a device has given and that never came. */
export interface MissingNumbers {
  device: string
  from: number
  until: number
}

/** The devices of a person, with what they have numbered and not sent, and the way to revoke those that are not his. */
export function deviceRows(
  { t, actor, locale }: Context,
  devices: Device[],
  revokeAt: (id: string) => string,
  missing: readonly MissingNumbers[] = [],
) {
  const at = (when: Date) => showInstant(when, actor.timeZone, locale)
  return devices.map(({ id, agent, madeAt, lastSeenAt, revokedAt }) => {
    const name = deviceName(agent, t('session.unknownDevice'))
    return {
      name,
      text: `${t('device.since', { at: at(madeAt) })} · ${t('session.seen', { at: at(lastSeenAt) })}`,
      revoked: revokedAt ? t('device.revokedAt', { at: at(revokedAt) }) : '',
      action: revokedAt ? '' : revokeAt(id),
      missing: missing
        .filter(({ device }) => device === id)
        .map(({ from, until }) =>
          from === until ? t('device.missingOne', { from }) : t('device.missing', { from, until }),
        ),
      label: t('device.revokeOf', { device: name }),
    }
  })
}
