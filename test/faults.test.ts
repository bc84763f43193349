import { underKills } from './faults/f01-kills.ts'

describe('a report', () => {
  it('is there exactly once, whole, whatever is killed while it is sent', async () => {
    const { figure, violations } = await underKills({ sends: 120, appKills: 4, databaseKills: 8 })

    expect(violations).toEqual([])
    expect(figure).toBe('120 sends, 12 kills: 0 lost, 0 doubled')
  }, 240_000)
})
