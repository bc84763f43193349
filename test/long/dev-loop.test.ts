import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { jest } from '@jest/globals'
import { changes, copyProject, edit, processesIn, startDevLoop } from '../support/dev-loop.ts'

/** How long a start takes depends on the machine: only one that never ends fails. */
jest.setTimeout(3_600_000)

describe('the development loop', () => {
  let folder: string
  beforeAll(async () => {
    folder = await copyProject()
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('shows a change of each kind after a reload, survives a syntax error, and leaves no process after Ctrl-C', async () => {
    const loop = await startDevLoop(folder)
    await loop.shows('<h1')
    const officer = await loop.signIn('84110021')

    for (const { kind, make, reload, text } of changes) {
      expect([kind, (await reload(loop, officer)).includes(text)]).toEqual([kind, false])
      await make(folder)
      while (!(await reload(loop, officer)).includes(text)) await sleep(20)
    }

    const server = join(folder, 'src/platform/http/shell.ts')
    await edit(server, 'const ', 'const const ')
    while (!loop.output().includes('[ERROR]')) await sleep(20)
    expect(await loop.page()).toContain('data-changed-view')

    process.kill(-loop.child.pid!, 'SIGINT')
    await loop.ended
    expect(await processesIn(folder)).toEqual([])
    await edit(server, 'const const ', 'const ')
  })

  it('says that the server has ended, starts it at the next change, and leaves no process after SIGTERM', async () => {
    const loop = await startDevLoop(folder)
    const server = join(folder, 'src/processes/server.ts')
    const fault = "throw new Error('thrown by a test')\n"
    await loop.shows('<h1')
    await edit(server, 'const stopping', `${fault}const stopping`)
    await loop.shows('The server has ended: its')
    expect(loop.output()).toContain('thrown by a test')
    await edit(server, fault, '')
    await loop.shows('<h1')
    await edit(server, 'const stopping', `${fault}const stopping`)
    await loop.shows('The server has ended: its')

    process.kill(loop.child.pid!, 'SIGTERM')
    await loop.ended
    while ((await processesIn(folder)).length > 0) await sleep(50)
    await edit(server, fault, '')
  })

  it('leaves no process when the loop itself is killed', async () => {
    const loop = await startDevLoop(folder)
    await loop.shows('<h1')

    process.kill(-loop.child.pid!, 'SIGKILL')
    await loop.ended
    while ((await processesIn(folder)).length > 0) await sleep(50)
  })
})
