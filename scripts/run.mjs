import { spawnSync } from 'node:child_process'
import { root } from './fingerprint.mjs'

/** Runs the command with this Node; throws when it fails, after the command has printed why. */
export function run(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) throw new Error(`${args[0]} failed with ${status}`)
}
