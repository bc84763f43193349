// The load of bench/submit.ts, in a process of its own. It is told what to do in one message and answers with one.

import { randomInt, randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { Client } from 'pg'

export interface HttpLoad {
  kind: 'http'
  /** The connections are spread over them. */
  ports: readonly number[]
  connections: number
  ms: number
  path: string
  type: string
  /** Each is sent once. The cookie, where there is one, belongs to it. */
  requests: { body: string; cookie?: string }[]
  /** What an accepted one answers. */
  status: number
}

export interface ReferenceLoad {
  kind: 'reference'
  url: string
  connections: number
  ms: number
  authors: string[]
  answers: string
}

/** A statement as PostgreSQL takes it without any application. */
export interface StatementLoad {
  kind: 'statement'
  url: string
  connections: number
  ms: number
  text: string
  /** Each is sent once. */
  values: unknown[][]
}

export type Load = HttpLoad | ReferenceLoad | StatementLoad

export interface Loaded {
  accepted: number
  refused: Record<string, number>
  seconds: number
  p50: number
  p99: number
  /** Of processor time, of the load itself. */
  cpuMs: number
}

type Send = () => Promise<string>

/** One connection, kept open: what is sent is ready as bytes, and of the answer no more is read than must be. */
function httpConnection(port: number): Promise<(bytes: Buffer) => Promise<string>> {
  return new Promise((settle, fail) => {
    const socket = connect(port, '127.0.0.1')
    let waiting: ((status: string) => void) | undefined
    let got = ''
    socket.setNoDelay(true).setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      got += chunk
      const end = got.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/content-length: (\d+)/i.exec(got)?.[1] ?? 0)
      if (got.length < end + 4 + length) return
      const status = got.slice(9, 12)
      got = got.slice(end + 4 + length)
      waiting?.(status)
    })
    socket.on('error', fail)
    socket.on('close', () => waiting?.('cut'))
    socket.on('connect', () =>
      settle(
        (bytes) =>
          new Promise((answered) => {
            waiting = answered
            socket.write(bytes)
          }),
      ),
    )
  })
}

function bytesOf({ path, type, ports: [port] }: HttpLoad, { body, cookie }: HttpLoad['requests'][number]): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Sec-Fetch-Site: same-origin',
    ...(cookie ? [`Cookie: ${cookie}`] : []),
  ].join('\r\n')
  return Buffer.from(`${head}\r\n\r\n${body}`)
}

async function httpSends(load: HttpLoad): Promise<Send[]> {
  const ready = load.requests.map((one) => bytesOf(load, one))
  let next = 0
  const sends: Send[] = []
  for (let at = 0; at < load.connections; at += 1) {
    const ask = await httpConnection(load.ports[at % load.ports.length]!)
    sends.push(async () => {
      const bytes = ready[next]
      next += 1
      return bytes ? ask(bytes) : 'none'
    })
  }
  return sends
}

const statement = `
  WITH filed AS (
    INSERT INTO bench_report (id, author_id, occurred_on, type_key, answers) VALUES ($1, $2, $3, 'penyuluhan', $4) RETURNING id, author_id, occurred_on
  ), remembered AS (
    INSERT INTO bench_audit (at, actor_id, action, subject) SELECT now(), author_id, 'report.filed', id::text FROM filed
  )
  INSERT INTO bench_tally (occurred_on, author_id, type_key, reports) SELECT occurred_on, author_id, 'penyuluhan', 1 FROM filed
  ON CONFLICT (occurred_on, author_id, type_key) DO UPDATE SET reports = bench_tally.reports + 1`

const referenceValues = ({ authors, answers }: ReferenceLoad): unknown[] => [
  randomUUID(),
  authors[randomInt(authors.length)],
  `2026-11-${10 + randomInt(7)}`,
  answers,
]

/** Drives one prepared statement over connections of its own; no values end it. */
async function driveStatement(
  { url, connections, ms }: Pick<StatementLoad, 'url' | 'connections' | 'ms'>,
  text: string,
  next: () => unknown[] | undefined,
): Promise<Loaded> {
  const clients = Array.from({ length: connections }, () => new Client({ connectionString: url }))
  for (const client of clients) await client.connect()
  const sends = clients.map((client) => async () => {
    const values = next()
    if (!values) return 'none'
    await client.query({ name: 'send', text, values })
    return 'ok'
  })
  const loaded = await drive(sends, ms, 'ok')
  for (const client of clients) await client.end()
  return loaded
}

const patienceMs = 20_000

/** Each connection sends the next when the last is answered, until the time is over or nothing is left. Silence ends it too. */
async function drive(sends: Send[], ms: number, accepted: string): Promise<Loaded> {
  const times: number[] = []
  let unanswered = 0
  const refused: Record<string, number> = {}
  const cpu = process.cpuUsage()
  const begun = performance.now()
  let last = begun
  const driving = Promise.all(
    sends.map(async (send) => {
      for (let at = performance.now(); at - begun < ms; at = performance.now()) {
        unanswered += 1
        const status = await send()
        unanswered -= 1
        if (status === 'none') return
        last = performance.now()
        if (status === accepted) times.push(last - at)
        else refused[status] = (refused[status] ?? 0) + 1
        if (status === 'cut') return
      }
    }),
  )
  let watch: NodeJS.Timeout | undefined
  const silence = new Promise<void>((give) => {
    watch = setInterval(() => {
      if (performance.now() - last > patienceMs) give()
    }, 1000)
  })
  await Promise.race([driving, silence])
  clearInterval(watch)
  if (unanswered > 0) refused['no answer'] = unanswered
  const { user, system } = process.cpuUsage(cpu)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
  return {
    accepted: times.length,
    refused,
    seconds: (last - begun) / 1000,
    p50: at(0.5),
    p99: at(0.99),
    cpuMs: (user + system) / 1000,
  }
}

async function carryOut(load: Load): Promise<Loaded> {
  if (load.kind === 'http') return drive(await httpSends(load), load.ms, String(load.status))
  if (load.kind === 'reference') return driveStatement(load, statement, () => referenceValues(load))
  let at = 0
  return driveStatement(load, load.text, () => {
    const value = load.values[at]
    at += 1
    return value
  })
}

// What is written to the channel must be out before the process is gone.
const tell = (loaded: Loaded) => process.send!(loaded, () => process.exit(0))

process.once('message', (load: Load) => void carryOut(load).then(tell))
