import { body } from 'express-validator'
import { paths } from '../../kernel/paths.ts'
import { get, post } from '../../platform/http/endpoint.ts'
import { form, json, redirect } from '../../platform/http/reply.ts'
import { enrolDevice, revokeDevice } from './devices.commands.ts'
import { revokePage } from './devices.pages.ts'
import { findDevice } from './phones.queries.ts'
import { readPublicKey } from './public-key.ts'
import { sealingKeyNow } from './sealing-keys.commands.ts'

export const phoneRoutes = [
  post('/perangkat', {
    allow: 'device.enrol',
    json: true,
    accept: () => [body('publicKey').custom((sent) => readPublicKey(sent) !== undefined)],
    handle: async (context) => {
      const { tx, cipher, actor, agent, now, sent } = context
      const device = await enrolDevice(context, { key: readPublicKey(sent.publicKey)!, agent })
      const { kid, jwk } = await sealingKeyNow(tx, cipher, now)
      return json({
        device,
        person: actor.id,
        sealingKey: { kid, ...jwk },
        // Drafts on the phone are encrypted with it: without a session of the same person they cannot be read.
        draftSecret: cipher.derive(`draft:${actor.id}:${device}`).toString('base64url'),
        now: now.toISOString(),
      })
    },
  }),
  get('/akun/perangkat/:id/pencabutan', {
    allow: 'session.manage',
    beforeDuties: true,
    resubmits: false,
    handle: async (context) => {
      const device = await findDevice(context.tx, context.actor.id, context.params.id!)
      const places = { back: paths.account, action: paths.revokeDevice(device.id) }
      return form('phones/revoke', revokePage(context, device, places))
    },
  }),
  post('/akun/perangkat/:id/pencabutan', {
    allow: 'session.manage',
    beforeDuties: true,
    resubmits: false,
    handle: async (context) => {
      await revokeDevice(context, { personId: context.actor.id, id: context.params.id! })
      return redirect(paths.account, 'device.revoked')
    },
  }),
]
