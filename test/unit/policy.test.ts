import fc from 'fast-check'
import { type Actor, roles } from '../../src/policy/actor.ts'
import { type Action, may, mayEver, policy, type ReportState } from '../../src/policy/policy.ts'
import { reachOf } from '../../src/policy/reach.ts'

const actor = (role: Actor['role'], id = 'somebody'): Actor => ({
  ...{ id, nrp: '84110021', name: 'Budi', pangkat: 'Aipda', position: 'Bhabinkamtibmas', role },
  ...{ unitId: 'unit', unitName: 'Polsek Kesambi', unitPath: '/jabar/cirebon-kota/kesambi/' },
  ...{ timeZone: 'Asia/Jakarta', mustChangePassword: false },
})
const states: ReportState[] = ['submitted', 'returned', 'verified', 'cancelled']
const actions = Object.keys(policy) as Action[]
const anyActor = fc.record({ role: fc.constantFrom(...roles), id: fc.constantFrom('a', 'b') })
const anyReport = fc.record({ authorId: fc.constantFrom('a', 'b'), state: fc.constantFrom(...states) })

describe('the policy', () => {
  it('never allows now what it never allows', () => {
    fc.assert(
      fc.property(anyActor, fc.constantFrom(...actions), anyReport, ({ role, id }, action, report) => {
        if (may(actor(role, id), action, report)) expect(mayEver(actor(role, id), action)).toBe(true)
      }),
    )
  })

  it('lets nobody decide on a report of his own', () => {
    fc.assert(
      fc.property(anyActor, anyReport, ({ role, id }, report) => {
        const own = { ...report, authorId: id }
        expect(may(actor(role, id), 'report.verify', own)).toBe(false)
        expect(may(actor(role, id), 'report.return', own)).toBe(false)
      }),
    )
  })

  it('lets nobody change another one’s report', () => {
    fc.assert(
      fc.property(anyActor, anyReport, ({ role, id }, report) => {
        const others = { ...report, authorId: `not ${id}` }
        expect(may(actor(role, id), 'report.correct', others)).toBe(false)
        expect(may(actor(role, id), 'report.cancel', others)).toBe(false)
      }),
    )
  })

  it.each([
    ['report.verify', 'kasat', ['submitted']],
    ['report.return', 'kasat', ['submitted']],
    ['report.return', 'kbo', ['submitted']],
    ['report.verify', 'kbo', []],
    ['report.verify', 'kapolres', []],
  ] as const)('%s is open to a %s for reports that are %j', (action, role, open) => {
    const allowed = states.filter((state) => may(actor(role), action, { authorId: 'another', state }))

    expect(allowed).toEqual(open)
  })

  it.each([
    ['report.correct', ['returned']],
    ['report.cancel', ['submitted', 'returned']],
  ] as const)('%s is open to the author for reports that are %j', (action, open) => {
    const author = actor('bhabinkamtibmas', 'author')

    expect(states.filter((state) => may(author, action, { authorId: 'author', state }))).toEqual(open)
  })

  it('shows the admin no report', () => {
    const touchesReports = actions.filter((action) => /^(?:report|recap|queue|register)\./.test(action))

    expect(touchesReports.filter((action) => mayEver(actor('admin'), action))).toEqual([])
  })
})

describe('the reach', () => {
  it('of a Bhabinkamtibmas is what is his own, of others their unit and what lies below', () => {
    expect(reachOf(actor('bhabinkamtibmas'))).toEqual({ kind: 'own', personId: 'somebody' })
    for (const role of roles.filter((one) => one !== 'bhabinkamtibmas'))
      expect(reachOf(actor(role))).toEqual({ kind: 'unit', path: '/jabar/cirebon-kota/kesambi/' })
  })
})
