import { describe, expect, it } from '@jest/globals'
import { chanceOf, idOf } from '../../src/processes/demo/random.ts'

describe('an id of the demonstration', () => {
  it('is the same for the same words, and another for others', () => {
    expect(idOf(1, 'person', '84110021')).toBe(idOf(1, 'person', '84110021'))
    expect(idOf(1, 'person', '84110021')).not.toBe(idOf(2, 'person', '84110021'))
  })

  it('is a UUID of version 4', () => {
    expect(idOf('anything')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('chance', () => {
  const draws = (count: number, ...words: string[]) => {
    const chance = chanceOf(...words)
    return Array.from({ length: count }, chance.next)
  }

  it('repeats itself in a stream of the same name only', () => {
    expect(draws(20, 'a', 'b')).toEqual(draws(20, 'a', 'b'))
    expect(draws(20, 'a', 'b')).not.toEqual(draws(20, 'a', 'c'))
  })

  it('is spread evenly', () => {
    const tenths = draws(20_000, 'even').map((one) => Math.floor(one * 10))
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = tenths.filter((one) => one === tenth).length / tenths.length
      expect(share).toBeCloseTo(0.1, 1)
    }
  })

  it('counts both ends of a range, and nothing beyond', () => {
    const chance = chanceOf('whole')
    const seen = new Set(Array.from({ length: 500 }, () => chance.whole(3, 5)))
    expect([...seen].sort()).toEqual([3, 4, 5])
  })

  it('lets things happen as often as their mean says', () => {
    const chance = chanceOf('times')
    const total = Array.from({ length: 5_000 }, () => chance.times(3)).reduce((sum, one) => sum + one, 0)
    expect(total / 5_000).toBeCloseTo(3, 0)
  })

  it('shuffles without loss', () => {
    const list = [1, 2, 3, 4, 5, 6]
    expect(chanceOf('shuffle').shuffled(list).sort()).toEqual(list)
  })
})
