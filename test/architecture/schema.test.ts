import { Prisma } from '../../src/platform/generated/prisma/client.ts'
import { store } from '../support/store.ts'

const models = Object.values(Prisma.ModelName)

describe('the schema', () => {
  it.each(models)('%s has the columns that the migrations built', async (model) => {
    const table = store.db[(model[0]!.toLowerCase() + model.slice(1)) as 'person']

    await expect(table.findFirst()).resolves.not.toBeUndefined()
  })
})
