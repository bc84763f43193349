import { paths } from '../../kernel/paths.ts'
import { get, post } from '../../platform/http/endpoint.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { requestDrill } from './backups.commands.ts'
import { backupsPage } from './backups.pages.ts'
import { listBackups, listDrills, standbyState } from './backups.queries.ts'

export const backupRoutes = [
  get('/cadangan', {
    allow: 'backup.manage',
    menu: { in: 'bar', label: 'nav.backups', order: 120, icon: 'copy', seldom: true },
    handle: async (context) => {
      const { tx } = context
      const [backups, drills] = [await listBackups(tx), await listDrills(tx)]
      return page('backups/index', backupsPage(context, { backups, drills, standby: await standbyState(tx) }))
    },
  }),
  post('/cadangan/uji', {
    allow: 'backup.manage',
    handle: async (context) => {
      await requestDrill(context, null)
      return redirect(paths.backups, 'backup.asked')
    },
  }),
]
