import { execFileSync } from 'node:child_process'
import { root } from '../src/config.ts'
import { underKills } from './faults/f01-kills.ts'

/** What is killed is what is delivered: the sources of today, built. */
beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'pipe' })
})

describe('a report', () => {
  it('is there exactly once, whole, whatever is killed while it is sent', async () => {
    const { figure, violations } = await underKills({ sends: 120, appKills: 8, databaseKills: 4 })

    expect(violations).toEqual([])
    expect(figure).toBe('120 sends, 12 kills: 0 lost, 0 doubled')
  }, 240_000)
})
