import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect as openSocket, type Socket } from 'node:net'
import request from 'supertest'
import { incomingBodies, usualBodies } from '../../src/platform/load/bodies.ts'
import { slotForBody } from '../../src/platform/load/concurrency-limits.ts'
import { loadShedder, usualLimits } from '../../src/platform/load/load-shedding.ts'
import { boundSockets } from '../../src/platform/load/sockets.ts'
import type { AppDeps } from '../../src/processes/app.ts'
import { cast } from '../support/cast.ts'
import { filedTalk } from '../support/filing.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const opened = new Set<Server>()

/** The application behind a port of its own, for what only a socket can do. */
async function listening(app: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  opened.add(server)
  return { server, port: (server.address() as AddressInfo).port }
}

const later = (ms: number) => new Promise<undefined>((settle) => setTimeout(() => settle(undefined), ms))

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await later(10)
}

const serving = (own: Partial<AppDeps> = {}) => listening(site(store, own).app)

afterEach(async () => {
  for (const server of opened) {
    server.closeAllConnections()
    await new Promise((settle) => server.close(settle))
  }
  opened.clear()
})

interface Slow {
  socket: Socket
  /** The status of the answer, once there is one; `cut` when the connection ends without. */
  answered: Promise<string>
}

/** A request that is sent as far as written here. */
function send(port: number, head: string[], body = ''): Slow {
  const socket = openSocket(port, '127.0.0.1').setEncoding('latin1')
  socket.on('error', () => undefined)
  socket.write(`${[...head, 'Host: localhost', 'Sec-Fetch-Site: same-origin'].join('\r\n')}\r\n\r\n${body}`)
  let got = ''
  const answered = new Promise<string>((settle) => {
    socket.on('data', (chunk: string) => {
      got += chunk
      if (got.length >= 12) settle(got.slice(9, 12))
    })
    socket.on('close', () => settle('cut'))
  })
  return { socket, answered }
}

const from = (address: string) => `X-Forwarded-For: ${address}`
const length = 'Content-Length: 100000'
const multipart = 'Content-Type: multipart/form-data; boundary=x'
const photo =
  '--x\r\nContent-Disposition: form-data; name="foto"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\nAAAA'

const slowWays: [what: string, head: string[], body: string][] = [
  ['an envelope', ['POST /kiriman HTTP/1.1', 'Content-Type: application/jose', length], 'eyJ'],
  [
    'a photo of one',
    [
      `POST /kiriman/0b0e8b4e-63a2-4d2e-8a52-1f2c6a1d9f11/foto/${'a'.repeat(64)} HTTP/1.1`,
      'Content-Type: application/octet-stream',
      length,
    ],
    'abc',
  ],
  ['a form', ['POST /masuk HTTP/1.1', 'Content-Type: application/x-www-form-urlencoded', length], 'nrp=8'],
  ['a form with photos', ['POST /laporan/penyuluhan HTTP/1.1', multipart, length], photo],
  [
    'a body of no stated length',
    ['POST /laporan/penyuluhan HTTP/1.1', multipart, 'Transfer-Encoding: chunked'],
    `${photo.length.toString(16)}\r\n${photo}\r\n`,
  ],
  ['a body with a question', ['GET /masuk HTTP/1.1', length], 'abc'],
  ['a body that nobody reads', ['PUT /tidak-ada HTTP/1.1', length], 'abc'],
]

const quick = { ...usualBodies, overSeconds: 2 }

describe('a body that comes slowly', () => {
  it.each(slowWays.slice(5))('ends its connection: %s', async (_, head, body) => {
    const { port } = await serving({ bodies: quick })

    const { socket, answered } = send(port, head, body)
    const status = await answered

    expect(['408', '200', '404', '303']).toContain(status)
    if (!socket.destroyed) await once(socket, 'close')
  })

  it.each(slowWays.slice(0, 5))('is told 408, and when to come again: %s', async (_, head, body) => {
    const { port } = await serving({ bodies: quick })

    expect(await send(port, head, body).answered).toBe('408')
  })

  it('is waited for as long as it comes at 500 bytes a second', async () => {
    const { port } = await serving({ bodies: quick })
    const { socket, answered } = send(port, [
      'POST /masuk HTTP/1.1',
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 6000',
    ])
    for (let sent = 0; sent < 6000; sent += 150) {
      socket.write('a'.repeat(150))
      await later(150)
    }

    expect(await answered).not.toBe('408')
  })

  it('holds no place: 440 of them leave room for all others at once', async () => {
    const { budi } = await cast(store.db)
    const made = site(store, { proxies: 1 })
    const { port } = await listening(made.app)
    const slow = Array.from({ length: 440 }, (_, at) => {
      const [, head, body] = slowWays[at % 5]!
      return send(port, [...head, from('203.0.113.9')], body)
    })
    await Promise.all(slow.map(({ socket }) => once(socket, 'connect')))
    await later(200)

    const browser = await made.as(budi)
    await filedTalk(browser)
    const asked = await Promise.all(
      Array.from({ length: 20 }, () =>
        request(`http://127.0.0.1:${port}`).post('/kiriman/tiket').set('X-Forwarded-For', '203.0.113.9'),
      ),
    )

    expect(asked.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(await store.db.report.count()).toBe(1)
  })

  it('makes room for a newcomer where there are too many, the slowest of the address with most of them first', async () => {
    const { port } = await serving({ proxies: 1, bodies: { ...usualBodies, most: 16 } })
    const begin = (address: string) => {
      const [, head, body] = slowWays[0]!
      return send(port, [...head, from(address)], body)
    }
    const many = Array.from({ length: 7 }, () => begin('203.0.113.9'))
    const other = begin('198.51.100.7')
    await later(3200)
    const ended: string[] = []
    for (const one of many) void one.answered.then((status) => ended.push(status))
    void other.answered.then((status) => ended.push(`other ${status}`))

    const [, head] = slowWays[0]!
    const body = 'x'.repeat(100)
    const answers = [
      await send(port, [...head.slice(0, 2), 'Content-Length: 100', from('192.0.2.1')], body).answered,
      await send(port, [...head.slice(0, 2), 'Content-Length: 100', from('203.0.113.9')], body).answered,
    ]

    // 415: it was read whole, and is no envelope.
    expect(answers).toEqual(['415', '415'])
    expect(ended).toEqual(['408'])
  })

  it('is forgotten when its request is over, however that ended', async () => {
    const bodies = incomingBodies(usualBodies, 0, () => '')
    const { port } = await listening((req, res) => {
      bodies.watch(req, res)
      if (req.url === '/baca') req.resume().once('end', () => res.end())
      else if (req.url === '/langsung') res.end()
    })
    const ask = (path: string) => request(`http://127.0.0.1:${port}`).post(path).send('a=1')
    await Promise.all([ask('/baca'), ask('/baca'), ask('/langsung')])
    const cut = send(port, ['POST /putus HTTP/1.1', length], 'abc')
    await until(() => bodies.count() > 0)
    cut.socket.destroy()

    await until(() => bodies.count() === 0)
    expect(bodies.count()).toBe(0)
  })

  it('is ended where all of them together are more than memory may hold, the largest first', async () => {
    const { port } = await serving({ bodies: { ...usualBodies, mostBytes: 300_000 } })
    const [, head, body] = slowWays[3]!
    const declared = [...head.slice(0, 2), 'Content-Length: 9000000']
    const large = send(port, declared, body + 'A'.repeat(280_000))
    const small = send(port, declared, body + 'A'.repeat(60_000))

    const first = await Promise.race([large.answered, small.answered.then((status) => `small ${status}`)])

    expect(first).toBe('503')
  })
})

describe('a body that has come', () => {
  it('waits in turn for a place, and is told to come again when there is none in time', async () => {
    const admit = loadShedder({ ...usualLimits, send: { most: 1, until: 70 } }, () => false)
    const working: (() => void)[] = []
    const { port } = await listening((req, res) => {
      if (admit('send', req, res) > 0) return void res.writeHead(503).end()
      const work = async () => {
        const seconds = await slotForBody(req)
        if (seconds > 0) res.writeHead(503).end()
        else working.push(() => res.end('done'))
      }
      req.resume().once('end', () => void work())
    })
    const head = ['POST / HTTP/1.1', 'Content-Length: 6']
    const slow = Array.from({ length: 3 }, () => send(port, head, 'abc'))
    await later(300)

    for (const { socket } of slow) socket.write('def')
    await until(() => working.length === 1)
    working[0]!()
    await until(() => working.length === 2)
    const statuses = await Promise.race([Promise.all(slow.map(({ answered }) => answered)), later(4000)])
    working[1]!()

    expect(statuses ?? (await Promise.all(slow.map(({ answered }) => answered)))).toEqual(
      expect.arrayContaining(['200', '200', '503']),
    )
  })
})

describe('a reader who does not read', () => {
  it('holds no place once all of the answer is written', async () => {
    const admit = loadShedder({ ...usualLimits, read: { most: 1, until: 50 } }, () => false)
    const { port } = await listening((req, res) => {
      const seconds = admit('read', req, res)
      if (seconds > 0) res.writeHead(503).end()
      else res.end(Buffer.alloc(16_000_000))
    })
    const stuck = openSocket(port, '127.0.0.1')
    stuck.pause()
    stuck.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    await later(200)

    const { status } = await request(`http://127.0.0.1:${port}`).get('/')

    expect(status).toBe(200)
    stuck.destroy()
  })
})

describe('connections', () => {
  it('without a request make room for newcomers, and those at work stay', async () => {
    const { server, port } = await listening((req, res) => {
      if (req.url === '/lama') setTimeout(() => res.end('done'), 800)
      else res.end('ok')
    })
    boundSockets(server, { most: 10, isDirect: false })
    const working = request(`http://127.0.0.1:${port}`).get('/lama')
    const done = working.then(({ text }) => text)
    await later(50)
    const idle = Array.from({ length: 30 }, () => openSocket(port, '127.0.0.1').on('error', () => undefined))
    await later(200)
    for (const socket of idle.slice(0, 3)) socket.resume()

    const { text } = await request(`http://127.0.0.1:${port}`).get('/')

    expect(text).toBe('ok')
    expect(await done).toBe('done')
    expect(await new Promise((settle) => server.getConnections((_, n) => settle(n)))).toBeLessThanOrEqual(10)
    for (const socket of idle) socket.destroy()
  })
})
