import { advisoryLocks, namedLocks } from '../../src/platform/db/advisory-locks.ts'
import { filesIn, read } from '../support/sources.ts'

const taking = /pg_(?:try_)?advisory_(?:xact_)?lock(?:_shared)?\(/

describe('an advisory lock', () => {
  it('has a number that no other has', () => {
    for (const numbers of [advisoryLocks, namedLocks].map(Object.values<number>))
      expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('is taken only by a number from the one list', () => {
    const own = 'platform/db/advisory-locks.ts'
    const takers = filesIn('src', '.ts').filter((file) => file !== own && taking.test(read('src', file)))

    expect(takers.filter((file) => !read('src', file).includes('advisoryLocks'))).toEqual([])
    expect(filesIn('src', '.ts').filter((file) => /\b7_?302_?0\d\d\b/.test(read('src', file)))).toEqual([own])
    expect(filesIn('prisma/migrations', '.sql').filter((file) => taking.test(read('prisma/migrations', file)))).toEqual(
      [],
    )
  })
})
