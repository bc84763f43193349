import { addDays, type Day, instantIn, isDay } from '../../kernel/days.ts'
import { paths } from '../../kernel/paths.ts'
import { tidyCode } from '../../kernel/tidy.ts'
import { eventNames } from '../../platform/db/events.ts'
import { type Context, get } from '../../platform/http/endpoint.ts'
import { lineOf } from '../../platform/http/form-text.ts'
import { page } from '../../platform/http/reply.ts'
import { type AuditQuery, auditPage } from './audit.pages.ts'
import { auditLines, personIdOf } from './audit.queries.ts'

const perPage = 50

const textIn = (query: Record<string, unknown>, name: string, allowed: (text: string) => boolean): string => {
  const value = lineOf(query, name)
  return allowed(value) ? value : ''
}

const isEvent = (text: string) => (eventNames as readonly string[]).includes(text)

const queryOf = ({ query }: Context): AuditQuery => ({
  nrp: textIn({ nrp: tidyCode(lineOf(query, 'nrp')) }, 'nrp', (text) => /^\d{1,8}$/.test(text)),
  aksi: textIn(query, 'aksi', isEvent),
  hari: textIn(query, 'hari', isDay),
})

const dayBounds = (day: Day, zone: string) => ({
  from: instantIn(zone, day, '00:00'),
  until: instantIn(zone, addDays(day, 1), '00:00'),
})

export const auditRoutes = [
  get('/audit', {
    allow: 'account.manage',
    menu: { in: 'bar', label: 'nav.audit', order: 140, icon: 'history' },
    handle: async (context) => {
      const { tx, scope, actor } = context
      const query = queryOf(context)
      const personId = query.nrp === '' ? undefined : await personIdOf(tx, scope, query.nrp)
      const filter = {
        personId,
        action: query.aksi || undefined,
        before: textIn(context.query, 'sebelum', (text) => /^\d{1,18}$/.test(text)) || undefined,
        ...(query.hari === '' ? {} : dayBounds(query.hari, actor.timeZone)),
      }
      const nobody = query.nrp !== '' && personId === undefined
      const found = nobody ? [] : await auditLines(tx, scope, filter, perPage + 1)
      const lines = found.slice(0, perPage)
      const next = found.length > perPage ? paths.audit({ ...query, sebelum: lines.at(-1)!.id }) : ''
      return page('audit/index', auditPage(context, query, lines, next))
    },
  }),
]
