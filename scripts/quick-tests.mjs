// Tests for the work at hand, in under a minute: the unit and architecture tests, and the integration tests that are named
// after the features that differ from the main branch. What it leaves out, it names.
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './fingerprint.mjs'
import { run } from './run.mjs'

const mostFiles = 4
/** Each takes more than ten seconds by itself. */
const slow = /^test\/(?:unit\/shapes|property\/(?:past|report-types|parity|completion|naughty-strings))\./

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)

function base() {
  for (const branch of ['origin/main', 'origin/HEAD', 'main'])
    try {
      return git('merge-base', 'HEAD', branch)[0]
    } catch {
      // This clone does not have the branch.
    }
  return 'HEAD'
}

/** What a changed file is called in names of tests: its folder and its own name. */
function namesOf(file) {
  const [, ...parts] = file.replace(/\.test\.ts$/, '').split('/')
  const [name = '', folder = ''] = parts.reverse()
  return [name.split('.')[0], folder]
}

const changed = [
  ...new Set([...git('diff', '--name-only', base()), ...git('ls-files', '--others', '--exclude-standard')]),
]
const names = new Set(changed.filter((file) => /^(src|test)\//.test(file)).flatMap(namesOf))
const touched = new Set(changed.filter((file) => file.startsWith('test/integration/')))
const fitting = readdirSync(join(root, 'test/integration'))
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `test/integration/${file}`)
  .filter((file) => touched.has(file) || names.has(file.slice('test/integration/'.length, -'.test.ts'.length)))
  .sort((one, other) => Number(touched.has(other)) - Number(touched.has(one)))
const [chosen, left] = [fitting.slice(0, mostFiles), fitting.slice(mostFiles)]

console.log(`Changed files: ${changed.length}. Integration tests: ${chosen.join(', ') || 'none is named after them'}.`)
if (left.length > 0) console.log(`Left out: ${left.length} more that are named after them; npm test runs them.`)
const always = ['unit', 'property'].flatMap((kind) =>
  readdirSync(join(root, 'test', kind)).map((file) => `test/${kind}/${file}`),
)
const files = ['test/architecture', ...always.filter((file) => !slow.test(file)), ...chosen]
try {
  run(['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', ...files])
} catch {
  process.exit(1)
}
