import { policy } from '../../src/access/policy/policy.ts'
import { allEndpoints, guardedEndpoints as guarded, nameOf, openEndpoints as open } from '../support/endpoints.ts'
import { filesIn, read } from '../support/sources.ts'

/** What anybody may open without signing in. A new line here is a decision about security. */
const openAddresses = [
  'GET /masuk',
  'POST /masuk',
  'POST /bahasa',
  'GET /bantuan',
  'GET /cek',
  'POST /cek',
  'GET /luring',
  'GET /status',
]

/** Whether a request for `path` would reach the endpoint at `earlier` first. */
function isTakenBy(earlier: string, path: string): boolean {
  const [all, mine] = [earlier.split('/'), path.split('/')]
  return (
    all.length === mine.length &&
    all.every((step, at) => step === mine[at] || (step.startsWith(':') && step !== mine[at]))
  )
}

describe('an endpoint', () => {
  it('names an action of the policy, or is on the list of open ones', () => {
    expect(open.map(nameOf)).toEqual(openAddresses)
    expect(guarded.filter(({ allow }) => !Object.hasOwn(policy, allow)).map(nameOf)).toEqual([])
  })

  it('is the only one of its address, and no earlier one takes its place', () => {
    const taken = allEndpoints.flatMap((later, at) =>
      allEndpoints
        .slice(0, at)
        .filter(({ method, path }) => method === later.method && isTakenBy(path, later.path))
        .map((earlier) => `${nameOf(later)} is taken by ${nameOf(earlier)}`),
    )

    expect(taken).toEqual([])
  })

  it('has an address of plain Indonesian words', () => {
    const plain = /^\/$|^(?:\/(?:[a-z]+(?:-[a-z]+)*|:[a-z]+))+$/

    expect(allEndpoints.filter(({ path }) => !plain.test(path)).map(nameOf)).toEqual([])
  })

  it('that only shows takes no files and writes nothing', () => {
    const odd = guarded.filter((endpoint) => endpoint.method === 'get' && (endpoint.files || endpoint.isStatement))

    expect(odd.map(nameOf)).toEqual([])
  })
})

describe('an action of the policy', () => {
  it('guards at least one address', () => {
    const used = new Set<string>(guarded.map(({ allow }) => allow))

    expect(Object.keys(policy).filter((action) => !used.has(action))).toEqual([])
  })
})

describe('the platform', () => {
  it('names no address of a feature', () => {
    const first = new Set(
      allEndpoints.flatMap(({ path }) => {
        const segment = path.split('/')[1] ?? ''
        return segment === '' ? [] : [segment]
      }),
    )
    const named = filesIn('src/platform', '.ts').flatMap((file) =>
      [...read('src/platform', file).matchAll(/['"`(^]\\?\/([a-z-]+)/g)]
        .filter(([, segment]) => first.has(segment!))
        .map(([found]) => `${file}: ${found}`),
    )

    expect(named).toEqual([])
  })
})
