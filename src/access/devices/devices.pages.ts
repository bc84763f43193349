import { showInstant } from '../../kernel/format.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { deviceName } from './agent.ts'
import type { Device } from './phones.queries.ts'

/** A stretch of numbers that a device has given and that never came. */
export interface MissingNumbers {
  device: string
  from: number
  until: number
}

function timesOf({ t, actor, locale }: Context, { madeAt, lastSeenAt }: Device): string {
  const at = (when: Date) => showInstant(when, actor.timeZone, locale)
  return `${t('device.since', { at: at(madeAt) })} · ${t('session.seen', { at: at(lastSeenAt) })}`
}

/** What follows when this device is revoked, asked before it is. */
export function revokePage(context: Context, device: Device, places: { back: string; action: string }) {
  const { t } = context
  const name = deviceName(device.agent, t('session.unknownDevice'))
  return {
    title: t('device.revokeTitle', { device: name }),
    heading: t('device.title'),
    text: timesOf(context, device),
    ...places,
  }
}

/** The devices of a person, with what they have numbered and not sent, and the way to revoke those that are not theirs. */
export function deviceRows(
  context: Context,
  devices: Device[],
  revokeAt: (id: string) => string,
  missing: readonly MissingNumbers[] = [],
) {
  const { t, actor, locale } = context
  const at = (when: Date) => showInstant(when, actor.timeZone, locale)
  return devices.map((device) => {
    const { id, agent, revokedAt } = device
    const name = deviceName(agent, t('session.unknownDevice'))
    return {
      name,
      text: timesOf(context, device),
      revoked: revokedAt ? t('device.revokedAt', { at: at(revokedAt) }) : '',
      revokeHref: revokedAt ? '' : revokeAt(id),
      missing: missing
        .filter((gap) => gap.device === id)
        .map(({ from, until }) =>
          from === until ? t('device.missingOne', { from }) : t('device.missing', { from, until }),
        ),
      label: t('device.revokeOf', { device: name }),
    }
  })
}
