import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { attainmentOf, type Board, dailyTarget, type Target } from '../../src/commanders/insights/board.ts'
import { barChart, sparkBars, sparkLine } from '../../src/commanders/insights/charts.ts'
import { changeOf, furthestBehind } from '../../src/commanders/insights/insight.ts'
import { chanceOf, levelOf, mostlyIn } from '../../src/commanders/insights/unusual.ts'

const targets: Target[] = [
  { type: 'kunjungan-warga', count: 3, per: 'hari' },
  { type: 'penyuluhan', count: 7, per: 'minggu' },
]

const board = (more: Partial<Board>): Board => ({
  weeks: ['2026-11-16'],
  chosen: '2026-11-16',
  counts: [],
  progress: [],
  targets,
  ...more,
})

describe('what is expected', () => {
  it('is by days of duty, with what is due in a week spread over its days', () => {
    const progress = [
      { week: '2026-11-16', row: 'a', days: 7, attained: 14 },
      { week: '2026-11-16', row: 'b', days: 3, attained: 0 },
    ]

    expect(dailyTarget(targets)).toBe(4)
    expect(attainmentOf(board({ progress }), { row: 'a' })).toEqual({ good: 14, of: 28 })
    expect(attainmentOf(board({ progress }), { week: '2026-11-16' })).toEqual({ good: 14, of: 40 })
    expect(attainmentOf(board({ progress }), { week: '2026-11-09' })).toEqual({ good: 0, of: 0 })
  })
})

describe('the change since the week before', () => {
  it.each([
    [100, 106, { kind: 'up', percent: 6 }],
    [100, 69, { kind: 'down', percent: 31 }],
    [1000, 1001, { kind: 'same', now: 1001 }],
    [8, 12, { kind: 'from', before: 8, now: 12 }],
    [400, 9, { kind: 'from', before: 400, now: 9 }],
    [0, 0, { kind: 'same', now: 0 }],
  ])('from %i to %i is never a per cent of a few', (before, now, change) => {
    expect(changeOf(before, now)).toEqual(change)
  })
})

describe('who is furthest behind', () => {
  const standing = (name: string, good: number, of: number) => ({ name, attainment: { good, of } })

  it('is below nine tenths, and not judged by a few', () => {
    const rows = [standing('a', 95, 100), standing('b', 70, 100), standing('c', 60, 100), standing('d', 0, 19)]

    expect(furthestBehind(rows)?.name).toBe('c')
    expect(furthestBehind([standing('a', 90, 100), standing('d', 0, 19)])).toBeUndefined()
  })
})

describe('bars', () => {
  const columns = [5, 0, 10].map((value) => ({ value, kind: 'usual' as const, label: value === 0 ? 'Nov' : '' }))

  it('stand on the base from 0, with the target within the drawing', () => {
    const { bars, base, target, ticks, labels } = barChart(columns, 12, 320, 200)

    const [five, none, ten] = bars
    expect(none).toMatchObject({ y: base, height: 0 })
    expect(ten!.height).toBeCloseTo(2 * five!.height, 0)
    for (const { y, height } of bars) expect(y + height).toBeCloseTo(base, 0)
    expect(target).toMatchObject({ value: 12 })
    expect(target!.y).toBeLessThan(ten!.y)
    expect(ticks[0]).toEqual({ value: 0, y: base })
    expect(labels).toEqual([{ x: expect.any(Number), text: 'Nov' }])
  })

  it('are drawn of nothing too', () => {
    expect(barChart([], 0, 320, 200)).toMatchObject({ bars: [], target: undefined })
    expect(sparkBars([0, 0]).bars.map(({ height }) => height)).toEqual([0, 0])
    expect(sparkLine([])).toMatchObject({ path: '' })
    expect(sparkLine([0, 4]).path).toBe('M1,18L71,2')
  })
})

describe('what is out of the usual', () => {
  it('is judged by the chance that the weeks before leave it', () => {
    // Negative binomial with shape 0.5 and success 0.8: 0.8944 + 0.0894 + 0.0134 for 0, 1 and 2.
    expect(chanceOf({ recent: 3, before: 0 })).toBeCloseTo(0.002714, 5)
    expect(chanceOf({ recent: 0, before: 7 })).toBe(1)
    expect([3, 4].map((recent) => levelOf({ recent, before: 0 }))).toEqual(['medium', 'high'])
    expect(levelOf({ recent: 2, before: 0 })).toBeUndefined()
    expect(levelOf({ recent: 4, before: 12 })).toBeUndefined()
  })

  it('is the rarer the more there is, and the less there was', () => {
    const few = fc.nat({ max: 60 })
    fc.assert(
      fc.property(few, few, (recent, before) => {
        const chance = chanceOf({ recent, before })
        expect(chance).toBeGreaterThanOrEqual(0)
        expect(chanceOf({ recent: recent + 1, before })).toBeLessThanOrEqual(chance)
        expect(chanceOf({ recent, before: before + 1 })).toBeGreaterThanOrEqual(chance - 1e-12)
      }),
    )
  })

  it('cries wolf seldom where nothing has changed', () => {
    const poisson = (rate: number, most: number): number[] => {
      const masses = [Math.exp(-rate)]
      for (let count = 1; count <= most; count += 1) masses.push((masses[count - 1]! * rate) / count)
      return masses
    }
    for (const rate of [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8]) {
      const [recents, befores] = [poisson(rate, 40), poisson(4 * rate, 120)]
      const alarms = befores.flatMap((ofBefore, before) =>
        recents.map((ofRecent, recent) => (levelOf({ recent, before }) ? ofBefore * ofRecent : 0)),
      )
      expect(alarms.reduce((sum, mass) => sum + mass, 0)).toBeLessThan(0.012)
    }
  })

  it('names the RW that at least half name', () => {
    expect(mostlyIn([5, 5, null, 3])).toBe(5)
    expect(mostlyIn([5, 3, null])).toBeUndefined()
    expect(mostlyIn([5, 5, 1, 2, 3])).toBeUndefined()
    expect(mostlyIn([])).toBeUndefined()
  })
})
