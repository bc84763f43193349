// Runs a script of this project on Node 24, on which production runs: `node scripts/node24.mjs <script> [arguments]`.
// npm brings the binary, in a package for each platform; it is kept in node_modules/.cache.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './fingerprint.mjs'

const version = '24'
const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const folder = join(root, 'node_modules/.cache/node24')
const binary = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

if (!existsSync(binary)) {
  mkdirSync(folder, { recursive: true })
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const settings = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts']
  execFileSync(npm, ['install', '--prefix', folder, ...settings, `${name}@${version}`], { stdio: 'inherit' })
}
console.log(`Node ${execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim()}`)
const { status } = spawnSync(binary, process.argv.slice(2), { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
