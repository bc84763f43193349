import { createHash } from 'node:crypto'
import { villagesInScope, villageTitle } from '../../administration/units/index.ts'
import { rtRw } from '../../kernel/format.ts'
import { get } from '../../platform/http/endpoint.ts'
import { json } from '../../platform/http/reply.ts'
import { entriesOf } from './phone-list.queries.ts'

/**
 * The register of one's own villages for the phone, where choosing must work without a network. It says no more than the
 * page of the search does, and is audited as little. `tanda`: of the list that the phone has; the same one is not sent again.
 */
export const phoneListRoutes = [
  get('/daftar-hp', {
    allow: 'register.keep',
    trace: { as: 'file.exported', page: 'phoneList', when: ({ query }) => query.tanda === undefined },
    handle: async ({ tx, scope, today, query }) => {
      const villages = await villagesInScope(tx, scope, today)
      const titles = new Map(villages.map((village) => [village.code, villageTitle(village)]))
      const entries = (await entriesOf(tx, [...titles.keys()])).map((entry) => [
        entry.id,
        entry.kind,
        entry.name,
        [rtRw(entry), titles.get(entry.villageCode)].filter(Boolean).join(', '),
      ])
      const tag = createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 22)
      return json(query.tanda === tag ? { tag } : { tag, entries })
    },
  }),
]
