import { execFileSync } from 'node:child_process'
import { Client } from 'pg'
import { brokenLinks } from '../lab/faults/chain.ts'
import { changed } from '../lab/faults/changes.ts'
import { named } from '../lab/faults/f03-points.ts'
import { secrets } from '../lab/faults/fleet.ts'
import { mutants } from '../lab/faults/mutants.ts'
import { sealAudit } from '../src/administration/audit/chain.commands.ts'
import { cipherOf } from '../src/platform/cipher.ts'
import { root } from '../src/platform/config/config.ts'
import { cast } from './support/cast.ts'
import { filedTalk } from './support/makers.ts'
import { store } from './support/store.ts'

/** What is killed is what is delivered: the sources of today, built. */
beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'pipe' })
})

describe('what is wrong on purpose', () => {
  it.each([
    ...mutants.flatMap(({ name, changes }) => (changes ? [[name, changes] as const] : [])),
    ...Object.entries(named).map(([name, change]) => [name, [change]] as const),
  ])('still fits the application: %s', (_, changes) => {
    expect(() => changed([...changes])).not.toThrow()
  })
})

describe('the oracle', () => {
  it.each([
    ['an entry that was changed', `UPDATE audit_entry SET details = '{"x": 1}' WHERE id = $1`, 'not as it was sealed'],
    ['an entry that was taken out', 'DELETE FROM audit_entry WHERE id = $1', 'sealed, and gone'],
    ['a seal that was taken out', 'DELETE FROM audit_seal WHERE entry_id = $1', 'is in the place of'],
    ['a seal that was made up', `UPDATE audit_seal SET hash = sha256('x') WHERE entry_id = $1`, 'not as it was sealed'],
  ])('finds %s', async (_, tamper, found) => {
    const { budi } = await cast(store.db)
    for (let made = 0; made < 3; made += 1) await filedTalk(store, budi)
    await sealAudit(store.db, cipherOf(secrets.DATA_SECRET), new Date())
    const client = new Client({ connectionString: store.url })
    await client.connect()
    try {
      expect(await brokenLinks(client)).toEqual([])
      const { rows } = await client.query<{ id: string }>(
        'SELECT entry_id AS id FROM audit_seal ORDER BY ordinal OFFSET 1 LIMIT 1',
      )
      // Past the triggers, as whoever owns the database could.
      await client.query('SET session_replication_role = replica')
      await client.query(tamper, [rows[0]!.id])

      expect((await brokenLinks(client)).join('\n')).toContain(found)
    } finally {
      await client.end()
    }
  })
})
