import { hashPassword } from '../../src/access/sessions/passwords.ts'
import { demonstrationPassword } from '../../src/processes/demo/cast.ts'
import { accountsWithKnownPassword } from '../../src/processes/demo/index.ts'
import { cast } from '../support/cast.ts'
import { store } from '../support/store.ts'

it('names the active accounts of the demonstration whose password anybody knows', async () => {
  const { budi, sari } = await cast(store.db)
  const passwordHash = await hashPassword(demonstrationPassword)
  await store.db.person.updateMany({ where: { id: { in: [budi.id, sari.id] } }, data: { passwordHash } })
  await store.db.person.update({ where: { id: sari.id }, data: { state: 'suspended', suspendReason: 'uji' } })

  expect(await accountsWithKnownPassword(store.db)).toEqual([budi.nrp])
})
