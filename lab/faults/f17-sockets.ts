import { once } from 'node:events'
import { connect as openSocket } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'
import { quantile } from '../bench/database.ts'
import { onScene, type Scene, untilCalm } from './crowd-scene.ts'
import type { Fault, Found } from './faults.ts'
import { ask } from './http.ts'

/** Sockets that send the head of a request byte by byte, and never its end. */
async function slowly({ fleet }: Scene): Promise<Found> {
  const { port } = fleet
  await p95(port)
  const before = await p95(port)
  const sockets = Array.from({ length: 500 }, () => {
    const socket = openSocket(port, '127.0.0.1').on('error', () => undefined)
    socket.write('GET / HTTP/1.1\r\nX-A: ')
    return socket
  })
  const drip = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('a')
  }, 500)
  await rest(1000)
  const during = await p95(port)
  // Heads may take ten seconds, and who takes longer is shown out.
  await rest(12_000)
  const left = sockets.filter(({ closed }) => !closed).length
  clearInterval(drip)
  for (const socket of sockets) socket.destroy()
  return {
    figure: `p95 ${before.toFixed(1)} ms before, ${during.toFixed(1)} ms beside 500 of them; ${left} still there after 13 s`,
    violations: [
      ...(during > Math.max(before * 2, before + 20) ? ['others wait for them'] : []),
      ...(left > 0 ? [`${left} were not shown out`] : []),
      ...(fleet.ownExits > 0 ? ['the application ended by itself'] : []),
    ],
  }
}

async function p95(port: number): Promise<number> {
  const taken: number[] = []
  for (let at = 0; at < 300; at += 1) {
    const asked = performance.now()
    const { status } = await ask(port, { path: '/masuk' })
    if (status !== 200) throw new Error(`The page answers ${status}`)
    taken.push(performance.now() - asked)
  }
  return quantile(taken, 0.95)
}

/** Envelopes that end in the middle, the line with them. */
async function cut({ fleet, client, envelopes }: Scene): Promise<Found> {
  const { port } = fleet
  const [one] = envelopes(1)
  const head =
    'POST /kiriman HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jose\r\nSec-Fetch-Site: same-origin'
  let [answered, turnedAway] = [0, 0]
  for (let round = 0; round < 20; round += 1) {
    const cuts = Array.from({ length: 50 }, async (_, at) => {
      const socket = openSocket(port, '127.0.0.1').on('error', () => undefined)
      socket.on('data', (answer) => {
        // Whom there is no room for is told so before his body is there.
        if (answer.toString('latin1', 9, 12) === '503') turnedAway += 1
        else answered += 1
      })
      await once(socket, 'connect')
      socket.write(`${head}\r\nContent-Length: ${one!.length}\r\n\r\n${one!.slice(0, (one!.length * at) / 50)}`)
      await rest(20)
      socket.destroy()
      await once(socket, 'close')
    })
    await Promise.all(cuts)
  }
  const calmMs = await untilCalm(port)
  const taken = await ask(port, {
    method: 'POST',
    path: '/kiriman',
    headers: { 'Content-Type': 'application/jose' },
    body: one!,
  })
  const { rows } = await client.query<{ busy: number; reports: number }>(
    `SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()
         AND state <> 'idle' AND backend_type = 'client backend' AND pid <> pg_backend_pid()) AS busy,
       (SELECT count(*)::int FROM report) AS reports`,
  )
  const { busy, reports } = rows[0]!
  return {
    figure: `1000 cut, ${turnedAway} of them turned away before: ${fleet.ownExits} crashes, ${busy} connections held, calm after ${Math.round(calmMs)} ms, the whole one taken (${taken.status})`,
    violations: [
      ...(fleet.ownExits > 0 ? ['the application ended by itself'] : []),
      ...(busy > 0 ? [`${busy} connections are held`] : []),
      ...(taken.status !== 200 || reports !== 1 ? [`${taken.status}, ${reports} reports after one whole send`] : []),
      ...(answered > 0 ? [`${answered} halves were answered`] : []),
    ],
  }
}

export const lorises: Fault = {
  name: 'F17a',
  what: '500 sockets that never end their head',
  run: () => onScene(slowly),
}
export const halves: Fault = { name: 'F17b', what: '1000 sends cut in the middle', run: () => onScene(cut) }
