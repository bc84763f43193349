import { Pool } from 'pg'
import request from 'supertest'
import { createLog } from '../../src/platform/http/log.ts'
import { createApp } from '../../src/processes/app.ts'
import { depsFor, site } from '../support/site.ts'
import { store } from '../support/store.ts'

describe('health', () => {
  it('says that the process turns and that the database answers', async () => {
    const visitor = site(store).visitor()

    await visitor.get('/livez').expect(200, 'ok').expect('Cache-Control', 'no-store')
    await visitor.get('/readyz').expect(200, 'ok').expect('Cache-Control', 'no-store')
  })

  it('is alive but not ready when the database is away', async () => {
    const sessionPool = new Pool({ connectionString: 'postgresql://bos@127.0.0.1:1/bos', connectionTimeoutMillis: 500 })
    const app = createApp(depsFor({ db: store.db, sessionPool }))

    await request(app).get('/livez').expect(200)
    await request(app).get('/readyz').expect(503, 'database does not answer within 500 ms')

    await sessionPool.end()
  })

  it('answers in time when the database neither accepts nor refuses', async () => {
    const sessionPool = { query: () => new Promise(() => undefined), on: () => undefined } as unknown as Pool
    const app = createApp(depsFor({ db: store.db, sessionPool }))
    const asked = performance.now()

    await request(app).get('/readyz').expect(503)

    expect(performance.now() - asked).toBeLessThan(3000)
  })

  it.each([
    ['a forwarding header though no proxy is expected', 0, '203.0.113.7', 'TRUSTED_PROXIES is 0'],
    ['fewer addresses than there are proxies', 2, '203.0.113.7', 'TRUSTED_PROXIES is 2'],
    ['a request past the proxy', 1, '', 'TRUSTED_PROXIES is 1'],
  ])('stays ready but logs and tells once of %s', async (_, proxies, forwarded, hint) => {
    const lines: string[] = []
    const log = createLog('warn', { write: (line) => void lines.push(line) })
    const { visitor } = site(store, { proxies, log })
    const headers = forwarded === '' ? {} : { 'X-Forwarded-For': forwarded }

    for (let times = 0; times < 3; times += 1) await visitor().get('/masuk').set(headers).expect(200)

    expect((await visitor().get('/readyz').expect(200)).text).toMatch(new RegExp(`^ok\n.*${hint}`))
    expect(lines.filter((line) => line.includes(hint))).toHaveLength(1)
  })

  it('has nothing to tell where as many addresses come as there are proxies', async () => {
    const { visitor } = site(store, { proxies: 1 })
    await visitor().get('/masuk').set('X-Forwarded-For', '198.51.100.9, 203.0.113.7').expect(200)

    await visitor().get('/readyz').expect(200, 'ok')
  })

  it('is not ready while it is shutting down', async () => {
    const { app, visitor } = site(store)
    app.state.isShuttingDown = true

    await visitor().get('/readyz').expect(503)
    await visitor().get('/livez').expect(200)
  })

  it('shows a page that keeps what was typed, not a stack, when the database is away', async () => {
    const sessionPool = new Pool({ connectionString: 'postgresql://bos@127.0.0.1:1/bos', connectionTimeoutMillis: 500 })
    const app = createApp(depsFor({ db: store.db, sessionPool }))

    const { text } = await request(app)
      .post('/masuk')
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form')
      .send({ nrp: '84110021', sandi: 'sawah hijau di pagi hari' })
      .expect(503)

    expect(text).toContain('84110021')
    expect(text).not.toContain('sawah hijau')
    expect(text).not.toMatch(/ECONNREFUSED|node_modules|\.ts:/)
    await sessionPool.end()
  })
})
