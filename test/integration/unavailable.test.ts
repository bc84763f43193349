import { createHmac } from 'node:crypto'
import { Pool } from 'pg'
import request from 'supertest'
import { createApp } from '../../src/app.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { penyuluhan } from '../support/filing.ts'
import { depsFor, secrets } from '../support/site.ts'

/** An application whose database nobody answers for. */
function orphan() {
  const nowhere = 'postgresql://nobody:x@127.0.0.1:1/none'
  const { db } = connect(nowhere, 1, () => undefined)
  return request(createApp(depsFor({ db, sessionPool: new Pool({ connectionString: nowhere }) })))
}

/** A session cookie that our own secret has signed. */
const signed = (sid: string) =>
  encodeURIComponent(
    `s:${sid}.${createHmac('sha256', secrets.session).update(sid).digest('base64').replace(/=+$/, '')}`,
  )

describe('while the database is away', () => {
  it('answers 503 with a time to try again, keeps what was typed, and no password', async () => {
    const sent = penyuluhan({ tempat: '<i>Balai</i> RW 07', sandi: 'rahasia sekali' })

    const { text, headers } = await orphan()
      .post('/laporan/penyuluhan')
      .set('Sec-Fetch-Site', 'same-origin')
      .set('Cookie', `bos=${signed('a-session')}`)
      .type('form')
      .send(sent)
      .expect(503)

    expect(headers['retry-after']).toBe('15')
    expect(text).toContain('&lt;i&gt;Balai&lt;/i&gt; RW 07')
    expect(text).toContain(`name="laporanId" value="${sent.laporanId}"`)
    expect(text).toContain('action="/laporan/penyuluhan"')
    expect(text).not.toContain('rahasia sekali')
  })

  it('says so at sign-in', async () => {
    const { text, headers } = await orphan()
      .post('/masuk')
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form')
      .send({ nrp: '84110021', sandi: 'rahasia sekali' })
      .expect(503)

    expect(headers['retry-after']).toBe('15')
    expect(text).toContain('84110021')
    expect(text).not.toContain('rahasia sekali')
  })

  it('is alive but not ready', async () => {
    await orphan().get('/livez').expect(200)
    await orphan().get('/readyz').expect(503)
  })
})
