import { connect as openSocket, type Socket } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'
import { quantile } from '../bench/database.ts'
import { onScene, type Scene } from './crowd-scene.ts'
import type { Fault, Found } from './faults.ts'
import { ask } from './http.ts'

const [crowdSize, attackers] = [75, 440]
const calmMs = 10_000
/** Longer than a body may stand still, so that the attackers are ended and come again. */
const attackMs = 30_000
const leastGoodput = 0.95
/** An officer does not wait longer for one answer. */
const patience = 5000

interface Sent {
  taken: number
  tried: number
  times: number[]
  statuses: Record<string, number>
}

/** Officers who each send one envelope after another, from that address, with a pause between them. */
async function crowd({ fleet, envelopes }: Scene, address: string, ms: number): Promise<Sent> {
  const sent: Sent = { taken: 0, tried: 0, times: [], statuses: {} }
  const all = envelopes(crowdSize * Math.ceil(ms / 400))
  const begun = performance.now()
  const officer = async () => {
    await rest(Math.random() * 500)
    while (performance.now() - begun < ms) {
      const body = all.pop()
      if (!body) return
      const asked = performance.now()
      sent.tried += 1
      const { status } = await ask(fleet.port, {
        method: 'POST',
        path: '/kiriman',
        body,
        patience,
        headers: { 'Content-Type': 'application/jose', 'X-Forwarded-For': address },
      }).catch(() => ({ status: 0 }))
      sent.statuses[status] = (sent.statuses[status] ?? 0) + 1
      if (status === 200) {
        sent.taken += 1
        sent.times.push(performance.now() - asked)
      }
      await rest(300 + Math.random() * 400)
    }
  }
  await Promise.all(Array.from({ length: crowdSize }, officer))
  return sent
}

const length = 'Content-Length: 90000'
const heads = [
  ['POST /kiriman HTTP/1.1', 'Content-Type: application/jose', length],
  ['POST /masuk HTTP/1.1', 'Content-Type: application/x-www-form-urlencoded', length],
  ['POST /laporan/penyuluhan HTTP/1.1', 'Content-Type: multipart/form-data; boundary=x', length],
  ['POST /laporan/kilat HTTP/1.1', 'Content-Type: multipart/form-data; boundary=x', 'Transfer-Encoding: chunked'],
]

interface Attack {
  statuses: Record<string, number>
  stop: () => void
}

/** Half-sent requests of every kind, begun anew whenever one is ended. Some send a byte a second. */
function attack(port: number, address: string): Attack {
  const open = new Set<Socket>()
  const statuses: Record<string, number> = {}
  let isOver = false
  const begin = (at: number) => {
    if (isOver) return
    const head = heads[at % heads.length]!
    const body = head.at(-1) === length ? 'x=1' : '3\r\nx=1\r\n'
    const socket = openSocket(port, '127.0.0.1').on('error', () => undefined)
    open.add(socket)
    socket.write(
      `${[...head, 'Host: localhost', 'Sec-Fetch-Site: same-origin', `X-Forwarded-For: ${address}`].join('\r\n')}\r\n\r\n${body}`,
    )
    socket.on('data', (answer) => {
      const status = answer.toString('latin1', 9, 12)
      statuses[status] = (statuses[status] ?? 0) + 1
    })
    socket.on('close', () => {
      open.delete(socket)
      setTimeout(begin, 100, at)
    })
  }
  for (let at = 0; at < attackers; at += 1) begin(at)
  const drip = setInterval(() => {
    for (const [at, socket] of [...open].entries()) if (at % 3 === 0 && socket.writable) socket.write('a')
  }, 1000)
  return {
    statuses,
    stop: () => {
      isOver = true
      clearInterval(drip)
      for (const socket of open) socket.destroy()
    },
  }
}

const shareOf = ({ taken, tried }: Sent): number => taken / Math.max(1, tried)

async function besides(scene: Scene): Promise<Found> {
  const [attacker, others] = ['203.0.113.9', '198.51.100.7']
  await crowd(scene, others, 2000)
  const calm = await crowd(scene, others, calmMs)
  const rounds: { what: string; sent: Sent }[] = []
  const ended: Record<string, number> = {}
  for (const [what, address] of [
    ['from other addresses', others],
    ["behind the attacker's address", attacker],
  ] as const) {
    const { statuses, stop } = attack(scene.fleet.port, attacker)
    await rest(1000)
    rounds.push({ what, sent: await crowd(scene, address, attackMs) })
    stop()
    for (const [status, count] of Object.entries(statuses)) ended[status] = (ended[status] ?? 0) + count
    await rest(1000)
  }
  const told = ({ what, sent }: (typeof rounds)[number]) =>
    `${what} ${(shareOf(sent) * 100).toFixed(1)} % of ${sent.tried} sends taken, p95 ${quantile([...sent.times, 0], 0.95).toFixed(0)} ms, ${JSON.stringify(sent.statuses)}`
  return {
    figure: `${attackers} half-sent requests, ${crowdSize} officers: ${told({ what: 'before', sent: calm })}; ${rounds.map(told).join('; ')}; attackers answered ${JSON.stringify(ended)}`,
    violations: [
      ...rounds.flatMap(({ what, sent }) =>
        shareOf(sent) < leastGoodput
          ? [`${what} only ${shareOf(sent).toFixed(2)}: ${JSON.stringify(sent.statuses)}`]
          : [],
      ),
      ...((ended['408'] ?? 0) === 0 ? ['no slow body was ended'] : []),
      ...(scene.fleet.ownExits > 0 ? ['the application ended by itself'] : []),
    ],
  }
}

/** F25: uploads that never end, from one address. */
export const slowBodies: Fault = {
  name: 'F25',
  what: 'half-sent requests of all kinds beside an honest crowd',
  run: () => onScene(besides, { TRUSTED_PROXIES: '1' }),
}
