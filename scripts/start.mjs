// Builds what is out of date and starts the server in this very process, so that a signal to it reaches the server.
import { spawnSync } from 'node:child_process'
import { root } from './fingerprint.mjs'
import { followParent } from './follow-parent.mjs'

const { status } = spawnSync(process.execPath, [`${root}scripts/build.mjs`], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
if (process.env.npm_lifecycle_event) followParent()
await import('../dist/processes/server.js')
