import { filesIn, read } from '../support/sources.ts'

/** A line for each file with SQL of ours: how many statements, and why the Prisma client cannot say them. */
const expected = read('test/architecture', 'raw-sql.txt')
  .trim()
  .split('\n')
  .map((line) => /^(\S+) (\d+): (.{10,})$/.exec(line)!.slice(1, 3))

/** Where node-postgres itself is used: COPY, sessions, the pools, and what runs before there is a schema. */
const bare = /^(?:administration\/backups|platform\/db|platform\/load\/health-probes|access\/sessions|processes\/app)/

describe('SQL of ours', () => {
  it('has a reason for each statement, in raw-sql.txt', () => {
    const found = filesIn('src', '.ts').flatMap((file) => {
      const count = [...read('src', file).matchAll(/\$(?:query|execute)Raw(?:`|<|\()/g)].length
      return count === 0 ? [] : [[file, String(count)]]
    })

    expect(found).toEqual(expected.sort(([one = ''], [other = '']) => (one < other ? -1 : 1)))
  })

  it('goes past Prisma only where Prisma cannot', () => {
    const users = filesIn('src', '.ts').filter((file) => /from 'pg(?:-copy-streams)?'/.test(read('src', file)))

    expect(users.filter((file) => !bare.test(file))).toEqual([])
  })
})
