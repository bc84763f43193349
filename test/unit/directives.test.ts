import { describe, expect, it } from '@jest/globals'
import { phaseOf, progressOf, standingOf, windowOf } from '../../src/commanders/directives/directives.ts'

const days = { from: '2026-11-20', until: '2026-11-24', endedAt: null }
const zone = 'Asia/Jakarta'

describe('a directive', () => {
  it.each([
    ['2026-11-19', 'coming'],
    ['2026-11-20', 'running'],
    ['2026-11-24', 'running'],
    ['2026-11-25', 'over'],
  ])('is on %s %s', (today, phase) => {
    expect(phaseOf(days, today)).toBe(phase)
  })

  it('that was ended is over on any day', () => {
    expect(phaseOf({ ...days, endedAt: new Date('2026-11-21T08:00:00Z') }, '2026-11-21')).toBe('ended')
  })

  it.each([
    [null, '2026-11-24'],
    ['2026-11-21T16:59:00Z', '2026-11-21'],
    ['2026-11-21T17:00:00Z', '2026-11-22'],
    ['2026-12-01T08:00:00Z', '2026-11-24'],
  ])('ended at %s holds until %s, by the clock of the place', (ended, until) => {
    const endedAt = ended === null ? null : new Date(ended)

    expect(windowOf({ ...days, endedAt }, zone)).toEqual({ from: '2026-11-20', until })
  })

  it('counts those who have understood and those who have acted, each of all', () => {
    const line = { directiveId: 'a', personId: 'b', name: 'c', unit: 'd', understoodAt: null, reports: 0 }
    const lines = [line, { ...line, reports: 2 }, { ...line, understoodAt: new Date('2026-11-20T08:00:00Z') }]

    expect(progressOf(lines)).toEqual({ understood: { good: 1, of: 3 }, acted: { good: 1, of: 3 } })
  })

  it('is acted on only by officers who have also said that they understand it', () => {
    const understoodAt = new Date('2026-11-20T08:00:00Z')

    expect(standingOf(undefined)).toBe('unread')
    expect(standingOf({ understoodAt: null, reports: 3 })).toBe('unread')
    expect(standingOf({ understoodAt, reports: 0 })).toBe('understood')
    expect(standingOf({ understoodAt, reports: 3 })).toBe('acted')
  })
})
