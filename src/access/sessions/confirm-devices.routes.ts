import { body } from 'express-validator'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, post, type Violation } from '../../platform/http/endpoint.ts'
import { mayResubmit } from '../../platform/http/form-resubmission.ts'
import { form, type Reply, redirect, type Sendable } from '../../platform/http/reply.ts'
import { type Sent } from '../../platform/http/sent.ts'
import { confirmDevices, devicesOf } from '../devices/index.ts'
import { carriedIn } from './carried.ts'
import { confirmDevicesPage, devicesField, noDevice } from './confirm-devices.pages.ts'
import type { Carried } from './sessions.pages.ts'

export async function devicesPageFor(context: Context, violations: Violation[], carried?: Carried): Promise<Sendable> {
  const devices = (await devicesOf(context.tx, context.actor.id)).filter(({ revokedAt }) => revokedAt === null)
  const model = confirmDevicesPage(context, devices, violations, carried)
  return form('sessions/devices', model, violations.length > 0 ? 422 : 200)
}

const chosenIn = (sent: Sent): string[] =>
  [sent[devicesField]].flat().filter((id): id is string => typeof id === 'string')

/** After a one-time code: which of the devices that may sign for the account are still the person's own. */
export const confirmDevicesRoutes = [
  get(paths.confirmDevices, {
    allow: 'session.manage',
    beforeDuties: true,
    resubmits: false,
    handle: (context) => (context.actor.mustConfirmDevices ? devicesPageFor(context, []) : redirect(paths.account)),
  }),
  post(paths.confirmDevices, {
    allow: 'session.manage',
    beforeDuties: true,
    resubmits: false,
    accept: ({ sent, t }) => [
      // A button pressed without reading must not revoke the phone in the officer's hand.
      body(devicesField).custom(() => {
        const chosen = chosenIn(sent)
        if (chosen.length === 0 || (chosen.length > 1 && chosen.includes(noDevice)))
          throw new Error(t('device.confirmEmpty'))
        return true
      }),
    ],
    invalid: (context, violations) => devicesPageFor(context, violations, carriedIn(context, context.sent)),
    handle: async (context): Promise<Reply> => {
      const { actor, sent, markOf } = context
      const revoked = await confirmDevices(context, chosenIn(sent))
      const carried = carriedIn(context, sent)
      if (carried && mayResubmit(carried.form, markOf(actor.nrp))) return { kind: 'resume', ...carried }
      return redirect(paths.home, revoked > 0 ? 'device.confirmedRevoked' : 'device.confirmed', { count: revoked })
    },
  }),
]
