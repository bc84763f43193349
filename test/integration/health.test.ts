import { Pool } from 'pg'
import request from 'supertest'
import { createApp } from '../../src/app.ts'
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

  it('is not ready while it is leaving', async () => {
    const { app, visitor } = site(store)
    app.express.set('leaving', true)

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
