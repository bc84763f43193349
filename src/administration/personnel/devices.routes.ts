import { findDevice, revokeDevice, revokePage } from '../../access/devices/index.ts'
import { paths } from '../../kernel/paths.ts'
import { get, post } from '../../platform/http/endpoint.ts'
import { form, redirect } from '../../platform/http/reply.ts'
import { personInScope } from './personnel.routes.ts'

export const deviceRoutes = [
  get('/personel/:id/perangkat/:perangkat/pencabutan', {
    allow: 'account.manage',
    on: personInScope,
    handle: async (context) => {
      const { tx, subject, params } = context
      const device = await findDevice(tx, subject.id, params.perangkat!)
      const places = { back: paths.person(subject.id), action: paths.revokeDeviceOf(subject.id, device.id) }
      return form('phones/revoke', revokePage(context, device, places))
    },
  }),
  post('/personel/:id/perangkat/:perangkat/pencabutan', {
    allow: 'account.manage',
    on: personInScope,
    handle: async (context) => {
      const { subject, params } = context
      await revokeDevice(context, { personId: subject.id, id: params.perangkat! })
      return redirect(paths.person(subject.id), 'device.revoked')
    },
  }),
]
