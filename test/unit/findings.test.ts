import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/platform/config/config.ts'
import { finding } from '../../src/sentences/finding.ts'

describe('a finding', () => {
  it('has words for every rule of the engine', () => {
    const source = readFileSync(join(root, 'src/reports/engine/rules.ts'), 'utf8')
    const rules = [...new Set([...source.matchAll(/problem\('([\w.]+)'/g)].map(([, key]) => key!))]

    expect(rules.length).toBeGreaterThan(10)
    expect(rules.filter((key) => !(`finding.${key}` in finding))).toEqual([])
  })
})
