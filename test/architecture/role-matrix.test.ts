import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Actor, type Role, roles } from '../../src/access/policy/actor.ts'
import { type Action, mayEver } from '../../src/access/policy/policy.ts'
import { root } from '../../src/platform/config/config.ts'
import { allEndpoints, nameOf } from '../support/endpoints.ts'

const file = join(root, 'test/architecture/role-matrix.txt')

/** `all`: only an admin above every polres of the server. */
function answerOf(role: Role, allow: Action): string {
  if (mayEver({ role } as Actor, allow)) return 'yes'
  return mayEver({ role, coversServer: true } as Actor, allow) ? 'all' : '-'
}

/** Who may ever pass which address: roles across, addresses down. `when` marks rules that also look at the subject. */
function matrix(): string {
  const rows = allEndpoints.map((endpoint) => {
    if ('open' in endpoint) return [nameOf(endpoint), ...roles.map(() => 'yes'), 'everybody']
    const { allow } = endpoint
    return [nameOf(endpoint), ...roles.map((role) => answerOf(role, allow)), allow]
  })
  const table = [['', ...roles, 'action'], ...rows.sort(([a], [b]) => addressOf(a!).localeCompare(addressOf(b!), 'en'))]
  // A wide first column, so that a longer address does not move every line.
  const widths = table[0]!.map((head, column) => (column === 0 ? 52 : Math.max(4, head.length)))
  return `${table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`
}

const addressOf = (name: string) => name.split(' ').reverse().join(' ')

describe('who may pass which address', () => {
  it('is what was last reviewed; UPDATE_MATRIX=1 writes it anew', () => {
    if (process.env.UPDATE_MATRIX) writeFileSync(file, matrix())

    expect(matrix()).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '')
  })
})
