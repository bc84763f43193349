import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { root } from '../../src/platform/config/config.ts'

const module = pathToFileURL(`${root}scripts/follow-parent.mjs`).href

/** Follows its parent, and says when it was asked to end. */
const follower = `
  const { followParent } = await import('${module}')
  process.on('SIGTERM', () => { console.log('asked to end'); process.exit() })
  followParent()
  setInterval(() => {}, 1000)
  console.log('running')`

const parent = `require('node:child_process').spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(follower)}], { stdio: ['ignore', 'inherit', 'inherit'] })`

const said = async ({ stdout }: ChildProcess) => String((await once(stdout!, 'data'))[0]).trim()

it('asks a process to end when the one that started it has gone', async () => {
  const started = spawn(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'inherit'] })
  expect(await said(started)).toBe('running')

  started.kill('SIGKILL')

  expect(await said(started)).toBe('asked to end')
})
