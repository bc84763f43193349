import { body } from 'express-validator'
import { paths } from '../kernel/paths.ts'
import { post } from '../platform/http/endpoint.ts'
import { json, redirect } from '../platform/http/reply.ts'
import { enrolDevice, revokeDevice } from './devices.commands.ts'
import { readPublicKey } from './public-key.ts'
import { sealingKeyNow } from './sealing-keys.commands.ts'

export const phoneRoutes = [
  post('/perangkat', {
    allow: 'device.enrol',
    json: true,
    accept: () => [body('publicKey').custom((sent) => readPublicKey(sent) !== undefined)],
    handle: async (context) => {
      const { tx, sealer, actor, agent, now, sent } = context
      const device = await enrolDevice(context, { key: readPublicKey(sent.publicKey)!, agent })
      const { kid, jwk } = await sealingKeyNow(tx, sealer, now)
      return json({
        device,
        person: actor.id,
        sealingKey: { kid, ...jwk },
        // Drafts on the phone are encrypted with it: without a session of the same person they cannot be read.
        draftSecret: sealer.derive(`draft:${actor.id}:${device}`).toString('base64url'),
        now: now.toISOString(),
      })
    },
  }),
  post('/akun/perangkat/:id/pencabutan', {
    allow: 'session.manage',
    handle: async (context) => {
      await revokeDevice(context, { personId: context.actor.id, id: context.params.id! })
      return redirect(paths.account, 'device.revoked')
    },
  }),
]
