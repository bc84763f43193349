import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createSlowServer, connect as openSocket, type Socket } from 'node:net'
import express from 'express'
import request from 'supertest'
import { sendingPaths } from '../../src/officers/envelopes/envelope.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { databaseFaults } from '../../src/platform/db/database-health.ts'
import { requestKinds } from '../../src/platform/http/request-kinds.ts'
import { shutDown } from '../../src/platform/load/graceful-shutdown.ts'
import { healthProbes } from '../../src/platform/load/health-probes.ts'
import { usualLimits } from '../../src/platform/load/load-shedding.ts'
import { newSiteState } from '../../src/platform/load/site-state.ts'
import { endpoints } from '../../src/processes/endpoints.ts'
import { cast, password } from '../support/cast.ts'
import { filedTalk, penyuluhan, photo, sendAnswering } from '../support/filing.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const until = async (isSo: () => unknown, seconds = 120): Promise<void> => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await isSo()) return
    await new Promise((settle) => setTimeout(settle, 50))
  }
  throw new Error('It did not come to pass in time')
}

/** The application behind a port of its own, for what only a socket can do. */
async function listening(app: RequestListener): Promise<{ server: Server; port: number; stop: () => Promise<void> }> {
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((settle) => server.close(settle))
  }
  return { server, port: (server.address() as AddressInfo).port, stop }
}

/** A phone that has sent the head of a form and the beginning of its body, and then nothing. */
function halfSent(port: number, path: string, head: string[] = [], begun = 'nrp=8411'): Socket {
  const lines = [`POST ${path} HTTP/1.1`, 'Host: localhost', 'Sec-Fetch-Site: same-origin', ...head]
  const type = head.some((line) => line.startsWith('Content-Type'))
    ? []
    : ['Content-Type: application/x-www-form-urlencoded']
  const socket = openSocket(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(`${[...lines, ...type, 'Content-Length: 100000'].join('\r\n')}\r\n\r\n${begun}`)
  return socket
}

const cookieOf = async (app: RequestListener, { nrp }: { nrp: string }, sandi: string): Promise<string> => {
  const reply = await request(app).post('/masuk').set('Sec-Fetch-Site', 'same-origin').type('form').send({ nrp, sandi })
  return [reply.headers['set-cookie']]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ')
}

describe('a server that is full', () => {
  it('turns away at once who finds no place, and says when to come again', async () => {
    const { visitor } = site(store, { limits: { ...usualLimits, signIn: { most: 0, until: 60 } } })
    const signIn = (accept: string) =>
      visitor().post('/masuk').set('Accept', accept).type('form').send({ nrp: '84110021' })

    const page = await signIn('text/html').expect(503)
    const json = await signIn('application/json').expect(503)

    expect(page.text).toContain('Server sedang sibuk')
    expect(page.text).toContain('masuk lagi 1 menit kemudian')
    expect(Number(page.headers['retry-after'])).toBeGreaterThanOrEqual(5)
    expect(json.body).toEqual({ busy: true, retryAfterSeconds: Number(json.headers['retry-after']) })
  })

  it('turns away files while it still shows pages', async () => {
    const { visitor } = site(store, { limits: { ...usualLimits, export: { most: 2, until: 0 } } })

    await visitor().get('/laporan/unduhan').expect(503)
    await visitor().get('/rekap').expect(303)
    await visitor().get('/').expect(303)
  })

  it('takes no sends while no commit would end, and shows pages', async () => {
    const { app, visitor } = site(store)
    app.state.areSendsPaused = true

    await visitor().post('/laporan/penyuluhan').expect(503)
    const { body, headers } = await visitor().post(sendingPaths.ticket).expect(503)
    expect(body).toEqual({ later: true })
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    await visitor().get('/').expect(303)
  })

  it.each([
    ['POST', '/laporan/penyuluhan', 'send'],
    ['PUT', '/kiriman', 'send'],
    ['POST', '/masuk', 'signIn'],
    ['GET', '/laporan/unduhan', 'export'],
    ['GET', '/rekap/cetak', 'export'],
    ['GET', '/rekap', 'recap'],
    ['GET', '/mutu/aturan', 'recap'],
    ['GET', '/dasbor', 'recap'],
    ['GET', '/peringatan/32.74.05.1002/judi', 'recap'],
    ['GET', '/lembar-pagi', 'recap'],
    ['GET', '/lembar-pagi/cetak', 'export'],
    ['GET', '/laporan/0b0e8b4e-63a2-4d2e-8a52-1f2c6a1d9f11/cetak', 'read'],
    ['GET', '/', 'read'],
  ])('counts %s %s as %s', (method, path, kind) => {
    expect(requestKinds(endpoints)({ method, path })).toBe(kind)
  })
})

describe('a database without a free connection', () => {
  it('is answered with 503 while there is none, and with pages again as soon as one is free', async () => {
    const { budi } = await cast(store.db)
    const own = connect(store.url, 2, () => undefined)
    const { as } = site({ ...own, url: store.url })
    const browser = await as(budi)
    const sleeps = [1, 2].map(() =>
      own.db.$queryRaw`SELECT pg_sleep(4.9)`.then(
        () => 'woke',
        () => 'woken',
      ),
    )
    const sleepers = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(4.9)%'
      AND datname = current_database() AND state = 'active'`
    await until(async () => (await store.sessionPool.query<{ n: number }>(sleepers)).rows[0]!.n === 2)

    const refused = await browser.get('/')

    expect(refused.status).toBe(503)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    await store.sessionPool.query(sleepers.replace('count(*)::int AS n', 'pg_cancel_backend(pid)'))
    await Promise.all(sleeps)
    await browser.get('/').expect(200)
    await own.close()
  })

  it('answers sends with 503 while they wait for one another and for a lock', async () => {
    const { budi } = await cast(store.db)
    const own = connect(store.url, 2, () => undefined)
    const browser = await site({ ...own, url: store.url }).as(budi)
    const image = await photo()
    const holder = await store.sessionPool.connect()
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE report IN ACCESS EXCLUSIVE MODE')

    // The lock is released after the last answer: all of them have given up waiting.
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => sendAnswering(browser, '/laporan/penyuluhan', penyuluhan(), [image])),
    )

    await holder.query('ROLLBACK')
    holder.release()
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(503))
    expect(answers.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true)
    await own.close()
  })

  it('is given more time to open one than to free one', async () => {
    const { hostname: host, port } = new URL(store.url)
    const slow = createSlowServer((phone) => {
      const onwards = openSocket(Number(port), host)
      for (const socket of [phone, onwards]) socket.on('error', () => undefined)
      setTimeout(() => phone.pipe(onwards).pipe(phone), 1500)
    }).listen(0, '127.0.0.1')
    await once(slow, 'listening')
    const url = new URL(store.url)
    url.port = String((slow.address() as AddressInfo).port)
    const own = connect(String(url), 1, () => undefined)

    const asked = await own.db.$queryRaw`SELECT 1 AS one`.catch((error: unknown) => error)

    await own.close()
    slow.close()
    expect(asked).toEqual([{ one: 1 }])
  })

  it('answers 503 when its disk is full, and keeps what was typed', async () => {
    const { budi } = await cast(store.db)
    const browser = await site(store).as(budi)
    await store.sessionPool.query(`
      CREATE FUNCTION refuse_report() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER full_disk BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION refuse_report()`)
    const wire = penyuluhan({ aksi: 'kirim' })
    const refused = await sendAnswering(browser, '/laporan/penyuluhan', wire, [await photo()])
    await store.sessionPool.query('DROP FUNCTION refuse_report CASCADE')

    expect(refused.status).toBe(503)
    expect(refused.text).toContain('Balai RW 07 Sunyaragi')
    expect(await store.db.report.count()).toBe(0)
    await filedTalk(browser)
  })
})

describe('uploads that are cut off', () => {
  it('leave no connection, no transaction and no place behind', async () => {
    const { budi } = await cast(store.db)
    const made = site(store)
    const { port, server, stop } = await listening(made.app)
    const cookie = await cookieOf(made.app, budi, password)
    const head = [`Cookie: ${cookie}`, 'Content-Type: multipart/form-data; boundary=x']
    const begun = `--x\r\nContent-Disposition: form-data; name="foto"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n${'A'.repeat(30_000)}`
    const sockets = () => new Promise<number>((settle) => server.getConnections((_, n) => settle(n)))

    for (let round = 0; round < 3; round += 1) {
      const cut = Array.from({ length: 20 }, () => halfSent(port, '/laporan/penyuluhan', head, begun))
      await Promise.all(cut.map((socket) => once(socket, 'connect')))
      await until(async () => (await sockets()) >= 20)
      for (const socket of cut) socket.destroy()
      await until(async () => (await sockets()) === 0)
    }

    const busy = await store.sessionPool.query(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
    )
    expect(busy.rows).toEqual([{ n: 0 }])
    await filedTalk(await made.as(budi))
    await stop()
  })
})

describe('readiness', () => {
  it('says in words what is wrong', async () => {
    expect(await databaseFaults(store.sessionPool, '2026')).toEqual([])
    expect(await databaseFaults(store.sessionPool, '29991231_later')).toEqual([
      expect.stringContaining('this release needs 29991231_later'),
    ])
    const stalled = healthProbes({ pool: store.sessionPool, stalledMs: () => 5012.4 })
    expect(await stalled()).toEqual(['event loop stood still for 5012 ms'])
  })

  it('tells strangers only that it is not ready, where health has a port of its own', async () => {
    const { visitor } = site(store, {
      tellsFaults: false,
      healthProbes: () => Promise.resolve(['disk of /secret is full']),
    })

    await visitor().get('/readyz').expect(503, 'not ready')
  })
})

describe('shutting down', () => {
  it('says so first, finishes running requests, and accepts no new ones', async () => {
    const app = express()
    let finish = () => {}
    app.get('/', (_req, res) => {
      finish = () => void res.send('done')
    })
    const { port, server } = await listening(app)
    const inside = request(`http://127.0.0.1:${port}`)
      .get('/')
      .then(({ text }) => text)
    await until(() => new Promise<boolean>((settle) => server.getConnections((_, n) => settle(n === 1))))

    const state = newSiteState()
    const gone = shutDown({ state, server, noticeMs: 50, graceMs: 5000 })

    expect(state.isShuttingDown).toBe(true)
    expect(server.listening).toBe(true)
    await until(() => !server.listening)
    finish()
    expect(await inside).toBe('done')
    await gone
    await expect(request(`http://127.0.0.1:${port}`).get('/')).rejects.toThrow(/ECONNREFUSED/)
  })

  it('waits no longer than it was given', async () => {
    const app = express()
    app.get('/', () => undefined)
    const { port, server } = await listening(app)
    const inside = request(`http://127.0.0.1:${port}`)
      .get('/')
      .then(
        () => 'answered',
        () => 'cut',
      )
    await until(() => new Promise<boolean>((settle) => server.getConnections((_, n) => settle(n === 1))))
    const asked = performance.now()

    await shutDown({ state: newSiteState(), server, noticeMs: 0, graceMs: 200 })

    expect(await inside).toBe('cut')
    expect(performance.now() - asked).toBeLessThan(2000)
  })
})
