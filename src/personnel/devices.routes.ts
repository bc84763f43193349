import { paths } from '../kernel/paths.ts'
import { revokeDevice } from '../phones/index.ts'
import { post } from '../platform/http/endpoint.ts'
import { redirect } from '../platform/http/reply.ts'
import { personInReach } from './personnel.routes.ts'

export const deviceRoutes = [
  post('/personel/:id/perangkat/:perangkat/pencabutan', {
    allow: 'account.manage',
    on: personInReach,
    handle: async (context) => {
      const { subject, params } = context
      await revokeDevice(context, { personId: subject.id, id: params.perangkat! })
      return redirect(paths.person(subject.id), 'device.revoked')
    },
  }),
]
