import fc from 'fast-check'
import { type Actor, roles } from '../../src/access/policy/actor.ts'
import {
  type Action,
  may,
  mayEver,
  policy,
  reportStates as states,
  uncountedStates,
} from '../../src/access/policy/policy.ts'
import { scopeOf } from '../../src/access/policy/scope.ts'
import { uncounted } from '../../src/platform/db/counted.ts'

const actor = (role: Actor['role'], id = 'somebody', twoStage = false): Actor => ({
  id,
  nrp: '84110021',
  name: 'Budi',
  pangkat: 'Aipda',
  position: 'Bhabinkamtibmas',
  role,
  unitId: 'unit',
  unitName: 'Polsek Kesambi',
  unitPath: '/jabar/cirebon-kota/kesambi/',
  timeZone: 'Asia/Jakarta',
  mustChangePassword: false,
  twoStage,
  coversServer: false,
  showedSlip: false,
  mustConfirmDevices: false,
})
const actions = Object.keys(policy) as Action[]
const anyActor = fc.record({ role: fc.constantFrom(...roles), id: fc.constantFrom('a', 'b') })
const anyReport = fc.record({
  authorId: fc.constantFrom('a', 'b'),
  state: fc.constantFrom(...states),
  isOverdue: fc.boolean(),
  isUnanswered: fc.boolean(),
  // What a directive is judged by.
  unitPath: fc.constantFrom('/jabar/cirebon-kota/', '/jabar/cirebon-kota/kesambi/'),
})

describe('the states that no figure includes', () => {
  it('are the same in SQL as in the policy', () => {
    expect(uncounted.sql).toBe(uncountedStates.map((state) => `'${state}'`).join(', '))
  })
})

describe('the policy', () => {
  it('never allows now what it never allows', () => {
    fc.assert(
      fc.property(anyActor, fc.constantFrom(...actions), anyReport, ({ role, id }, action, report) => {
        if (may(actor(role, id), action, report)) expect(mayEver(actor(role, id), action)).toBe(true)
      }),
    )
  })

  it('lets nobody end a directive of a unit above their own', () => {
    const [above, own] = ['/jabar/cirebon-kota/', '/jabar/cirebon-kota/kesambi/']

    expect([above, own].map((unitPath) => may(actor('kapolsek'), 'directive.end', { unitPath }))).toEqual([false, true])
  })

  it('lets nobody decide on their own report', () => {
    fc.assert(
      fc.property(anyActor, anyReport, ({ role, id }, report) => {
        const own = { ...report, authorId: id }
        for (const action of ['report.verify', 'report.return', 'report.check', 'report.markDuplicate'] as const)
          expect(may(actor(role, id, true), action, own)).toBe(false)
      }),
    )
  })

  it('lets nobody change another one’s report', () => {
    fc.assert(
      fc.property(anyActor, anyReport, ({ role, id }, report) => {
        const others = { ...report, authorId: `not ${id}` }
        for (const action of ['report.correct', 'report.recall', 'report.resend', 'report.cancel'] as const)
          expect(may(actor(role, id), action, others)).toBe(false)
      }),
    )
  })

  it.each([
    ['report.verify', 'kasat', ['submitted', 'checked', 'accepted']],
    ['report.return', 'kasat', ['submitted', 'checked', 'accepted']],
    ['report.return', 'kbo', ['submitted', 'checked', 'accepted']],
    ['report.markDuplicate', 'kbo', ['submitted', 'checked', 'accepted']],
    ['report.verify', 'kbo', []],
    ['report.check', 'kanit', []],
    ['report.return', 'kanit', []],
    ['report.verify', 'kapolres', []],
  ] as const)('%s is open to a %s for reports that are %j', (action, role, open) => {
    const facts = { authorId: 'another', isOverdue: false }

    expect(states.filter((state) => may(actor(role), action, { ...facts, state }))).toEqual(open)
  })

  it.each([
    ['report.check', 'kanit', ['submitted'], ['submitted']],
    ['report.return', 'kanit', ['submitted'], ['submitted']],
    ['report.verify', 'kasat', ['checked', 'accepted'], ['submitted', 'checked', 'accepted']],
    ['report.return', 'kbo', ['checked', 'accepted'], ['submitted', 'checked', 'accepted']],
  ] as const)('with two stages, %s is open to a %s for reports that are %j, and after a day for %j', (...row) => {
    const [action, role, ...both] = row
    const open = [false, true].map((isOverdue) =>
      states.filter((state) => may(actor(role, 'somebody', true), action, { authorId: 'another', state, isOverdue })),
    )

    expect(open).toEqual(both)
  })

  it.each([
    ['report.complete', ['brief']],
    ['report.recall', ['submitted']],
    ['report.resend', ['recalled']],
    ['report.correct', ['returned']],
    ['report.cancel', ['brief', 'submitted', 'recalled', 'returned']],
    ['report.explain', ['brief', 'submitted', 'checked', 'recalled', 'returned']],
    ['report.supplement', ['verified', 'accepted']],
  ] as const)('%s is open to the author for reports that are %j', (action, open) => {
    const author = actor('bhabinkamtibmas', 'author')

    expect(states.filter((state) => may(author, action, { authorId: 'author', state }))).toEqual(open)
  })

  it('shows a Kanit the queue where they read first, and nowhere else', () => {
    expect([false, true].map((twoStage) => mayEver(actor('kanit', 'k', twoStage), 'queue.read'))).toEqual([false, true])
  })

  it('shows the admin no report', () => {
    const touchesReports = actions.filter((action) => /^(?:report|recap|queue|register)\./.test(action))

    expect(touchesReports.filter((action) => mayEver(actor('admin'), action))).toEqual([])
  })
})

describe('the scope', () => {
  it('of a Bhabinkamtibmas is their own, of others their unit and what lies below', () => {
    expect(scopeOf(actor('bhabinkamtibmas'))).toEqual({ kind: 'own', personId: 'somebody' })
    for (const role of roles.filter((one) => one !== 'bhabinkamtibmas'))
      expect(scopeOf(actor(role))).toEqual({ kind: 'unit', path: '/jabar/cirebon-kota/kesambi/' })
  })
})
