// Phones that send whether or not the server is done with the others, in a process of its own.
import { connect, type Socket } from 'node:net'

export interface CrowdOrder {
  port: number
  envelopes: string[]
  /** Sends a second that come, whatever becomes of them; without it each of 32 phones waits for its answer. */
  perSecond?: number
  ms: number
}

export interface CrowdResult {
  /** By their place among the envelopes. */
  accepted: number[]
  /** Milliseconds from when each accepted one was due. */
  times: number[]
  statuses: Record<string, number>
  seconds: number
}

const mostSockets = 1500
const patient = 32

function requestOf(envelope: string): Buffer {
  const head = ['POST /kiriman HTTP/1.1', 'Host: localhost', 'Content-Type: application/jose']
  return Buffer.from(
    `${[...head, 'Sec-Fetch-Site: same-origin', `Content-Length: ${envelope.length}`].join('\r\n')}\r\n\r\n${envelope}`,
  )
}

/** Connections that are kept open; a call settles with the status, or with `cut`. */
class Lines {
  private readonly free: Socket[] = []
  private open = 0
  private readonly port: number

  constructor(port: number) {
    this.port = port
  }

  hasRoom(): boolean {
    return this.free.length > 0 || this.open < mostSockets
  }

  send(bytes: Buffer): Promise<string> {
    const socket = this.free.pop() ?? this.dial()
    return new Promise((settle) => {
      let got = ''
      const end = (status: string) => {
        socket.off('data', onData).off('close', onClose)
        if (status !== 'cut') this.free.push(socket)
        settle(status)
      }
      const onData = (chunk: string) => {
        got += chunk
        const head = got.indexOf('\r\n\r\n')
        const length = Number(/content-length: (\d+)/i.exec(got)?.[1] ?? 0)
        if (head >= 0 && got.length >= head + 4 + length) end(got.slice(9, 12))
      }
      const onClose = () => end('cut')
      socket.on('data', onData).on('close', onClose)
      socket.write(bytes)
    })
  }

  private dial(): Socket {
    this.open += 1
    const socket = connect(this.port, '127.0.0.1').setNoDelay(true).setEncoding('latin1')
    socket.on('error', () => undefined)
    socket.once('close', () => {
      this.open -= 1
      const at = this.free.indexOf(socket)
      if (at >= 0) this.free.splice(at, 1)
    })
    return socket
  }
}

/** Whoever is turned away comes again behind all others. */
async function crowd({ port, envelopes, perSecond, ms }: CrowdOrder): Promise<CrowdResult> {
  const bytes = envelopes.map(requestOf)
  const waiting = bytes.map((_, at) => at)
  const result: CrowdResult = { accepted: [], times: [], statuses: {}, seconds: 0 }
  const lines = new Lines(port)
  const begun = performance.now()
  const count = (status: string) => {
    result.statuses[status] = (result.statuses[status] ?? 0) + 1
  }
  const one = async (due: number) => {
    const at = waiting.shift()
    if (at === undefined) return count('nothing left to send')
    const status = await lines.send(bytes[at]!)
    count(status)
    if (status !== '200') return void waiting.push(at)
    result.accepted.push(at)
    result.times.push(performance.now() - due)
  }

  if (perSecond === undefined) {
    const phone = async () => {
      while (waiting.length > 0 && performance.now() - begun < ms) await one(performance.now())
    }
    await Promise.all(Array.from({ length: patient }, phone))
  } else await openLoop(perSecond, ms, (due) => (lines.hasRoom() ? one(due) : Promise.resolve(count('no line'))))
  result.seconds = (performance.now() - begun) / 1000
  return result
}

async function openLoop(perSecond: number, ms: number, arrive: (due: number) => Promise<void>): Promise<void> {
  const begun = performance.now()
  const under: Promise<void>[] = []
  for (let sent = 0; performance.now() - begun < ms; ) {
    const due = Math.floor(((performance.now() - begun) / 1000) * perSecond)
    for (; sent < due; sent += 1) under.push(arrive(begun + (sent / perSecond) * 1000))
    await new Promise((settle) => setTimeout(settle, 2))
  }
  await Promise.all(under)
}

async function carryOut(order: CrowdOrder): Promise<void> {
  process.send!(await crowd(order), () => process.exit(0))
}

process.once('message', (order: CrowdOrder) => void carryOut(order))
