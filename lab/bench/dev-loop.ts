// Seconds from saving a file until a reload shows it, in a copy of the project: npm run bench:dev-loop
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { changes, copyProject, startDevLoop } from '../../test/support/dev-loop.ts'

const folder = await copyProject()
const secondsSince = (startedAt: number) => ((performance.now() - startedAt) / 1000).toFixed(2)

const begun = performance.now()
const loop = await startDevLoop(folder)
await loop.shows('<h1')
console.log(`start without the demonstration: ${secondsSince(begun)} s`)
const officer = await loop.signIn('84110021')
for (const { kind, make, reload, text } of changes) {
  await sleep(3000)
  const savedAt = performance.now()
  await make(folder)
  while (!(await reload(loop, officer)).includes(text)) await sleep(20)
  console.log(`${kind}: ${secondsSince(savedAt)} s`)
}
const stoppedAt = performance.now()
process.kill(-loop.child.pid!, 'SIGINT')
await loop.ended
console.log(`Ctrl-C: ${secondsSince(stoppedAt)} s`)
await rm(folder, { recursive: true, force: true })
