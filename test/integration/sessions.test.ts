import { createServer, request as sendOn } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hashedSid } from '../../src/access/sessions/session-store.ts'
import { storedSession } from '../../src/access/sessions/sessions.queries.ts'
import { cast, password } from '../support/cast.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const sessionRows = () => store.db.session.findMany()

/** The session cookie as the browser would send it next. */
const cookieOf = (browser: Browser) =>
  String(browser.jar.getCookie('bos', { domain: '127.0.0.1', path: '/', secure: false, script: false })?.value)

describe('a session', () => {
  it('is not made for a visitor', async () => {
    const response = await site(store).visitor().get('/masuk').expect(200)

    expect(String(response.headers['set-cookie'])).not.toContain('bos=')
    expect(await sessionRows()).toEqual([])
  })

  it('is renewed at sign-in: the id from before is dead', async () => {
    const { budi } = await cast(store.db)
    const { as, visitor } = site(store)
    const browser = await as(budi)
    const before = cookieOf(browser)

    await browser.post('/masuk').type('form').send({ nrp: budi.nrp, sandi: password }).expect(303)

    expect(cookieOf(browser)).not.toBe(before)
    await visitor().get('/akun').set('Cookie', `bos=${before}`).expect(303)
    await browser.get('/akun').expect(200)
  })

  it("is each request's own, also of those that come together", async () => {
    const { budi } = await cast(store.db)
    const browser = await site(store).as(budi)
    const sid = hashedSid(decodeURIComponent(cookieOf(browser)).slice(2).split('.')[0]!)
    const asked = (one: string) => ({ sid: one, now: new Date(), maxAgeMs: 43_200_000 })

    const [one, other] = await Promise.all([1, 2].map(() => storedSession(store.sessionPool, asked(sid))))

    expect(one).toEqual(other)
    one!.agent = 'changed by the first'
    expect(other!.agent).not.toBe('changed by the first')
    expect((await Promise.all([1, 2, 3].map(() => browser.get('/akun')))).map(({ status }) => status)).toEqual([
      200, 200, 200,
    ])
    expect(await storedSession(store.sessionPool, asked('nobody'))).toBeNull()
  })

  it('is kept under the hash of its id, so that who reads the table cannot walk in', async () => {
    const { budi } = await cast(store.db)
    const browser = await site(store).as(budi)
    const sid = decodeURIComponent(cookieOf(browser)).slice(2).split('.')[0]!

    const [row] = await sessionRows()

    expect(row!.sid).toBe(hashedSid(sid))
    expect(row!.sid).not.toBe(sid)
  })

  it('ends at the next request when the account is suspended', async () => {
    const { budi } = await cast(store.db)
    const browser = await site(store).as(budi)
    await store.db.person.update({
      where: { id: budi.id },
      data: { state: 'suspended', suspendReason: 'Cuti panjang' },
    })

    await browser.get('/akun').expect(303)

    await browser.post('/keluar').expect(303).expect('Location', '/masuk')
    expect(await store.db.auditEntry.count({ where: { action: 'session.closed' } })).toBe(0)
  })

  it('ends at the next request when the rights of the account changed', async () => {
    const { budi } = await cast(store.db)
    const browser = await site(store).as(budi)
    await store.db.person.update({ where: { id: budi.id }, data: { accessVersion: { increment: 1 } } })

    await browser.get('/akun').expect(303)
  })

  it('ends by a POST, and only by a POST', async () => {
    const { budi } = await cast(store.db)
    const { as, visitor } = site(store)
    const browser = await as(budi)
    const cookie = cookieOf(browser)

    await browser.get('/keluar').expect(200)
    await browser.get('/akun').expect(200)
    const { headers } = await browser.post('/keluar').expect(303).expect('Location', '/masuk')

    expect(headers['clear-site-data']).toBe('"cache"')
    await visitor().get('/akun').set('Cookie', `bos=${cookie}`).expect(303)
    expect(await sessionRows()).toEqual([])
    expect(await store.db.auditEntry.count({ where: { action: 'session.closed', actorId: budi.id } })).toBe(1)
  })

  it('is not read from a cookie that we did not sign', async () => {
    const { budi } = await cast(store.db)
    const { as, visitor } = site(store)
    const cookie = cookieOf(await as(budi))

    await visitor()
      .get('/akun')
      .set('Cookie', `bos=${cookie.slice(0, -3)}abc`)
      .expect(303)
  })
})

describe('a session that ends while a request of it is on its way', () => {
  /** A form of which the second half comes only after something else has happened. */
  const slowly = (port: number, cookie: string, happens: () => Promise<unknown>) =>
    new Promise<number>((settle, fail) => {
      const form = 'bahasa=en&kembali=/'
      const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-length': form.length }
      const path = '/bahasa'
      const req = sendOn({ port, path, method: 'POST', headers: { ...headers, 'sec-fetch-site': 'same-origin' } })
      req.on('response', (res) => settle(res.resume().statusCode!)).on('error', fail)
      req.write(form.slice(0, 10))
      setTimeout(() => void happens().then(() => req.end(form.slice(10)), fail), 300)
    })

  it('stays ended', async () => {
    const { budi } = await cast(store.db)
    const { app, as, clock } = site(store)
    const [here, there] = [await as(budi), await as(budi)]
    clock.forward(10)
    const server = createServer(app).listen(0)
    const sids = async () => (await sessionRows()).map(({ sid }) => sid)
    try {
      const end = async () => {
        const action = /action="(\/akun\/sesi\/[^"]+)"/.exec((await here.get('/akun').expect(200)).text)![1]!
        await here.post(action).expect(303)
      }
      const cookie = `bos=${cookieOf(there)}`
      expect(await slowly((server.address() as AddressInfo).port, cookie, end)).toBe(303)
    } finally {
      server.close()
    }

    expect(await sids()).toHaveLength(1)
    await there.get('/akun').expect(303)
    await here.get('/akun').expect(200)
  })

  it('is over as many hours after it began as any, however busy it was', async () => {
    const { budi } = await cast(store.db)
    const { as, clock } = site(store)
    const browser = await as(budi)
    await store.db.$executeRaw`UPDATE session SET expire = expire - interval '1 hour'`
    const [begun] = await sessionRows()
    clock.forward(60)

    await browser.get('/akun').expect(200)

    expect(await sessionRows()).toEqual([
      { ...begun, sess: expect.objectContaining({ seenAt: clock().toISOString() }), expire: begun!.expire },
    ])
  })
})

describe('the list of one’s sessions', () => {
  const phone = 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36'
  const desk = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0'

  async function twoDevices() {
    const { budi } = await cast(store.db)
    const { as, clock } = site(store)
    const [here, there] = [await as(budi), await as(budi)]
    await here.get('/akun').set('User-Agent', phone)
    clock.forward(10)
    await there.get('/akun').set('User-Agent', desk)
    return { budi, here, there }
  }
  const endActions = (html: string) =>
    [...html.matchAll(/action="(\/akun\/sesi\/[^"]+)"/g)].map(([, action]) => action!)

  it('names the devices, marks this one and offers to end the others', async () => {
    const { here } = await twoDevices()

    const { text } = await here.get('/akun').expect(200)

    expect(text).toContain('Chrome, Android')
    expect(text).toContain('Edge, Windows')
    expect(text).toContain('Masuk 24 Nov 2026, 09.52 WIB')
    expect(text.match(/Perangkat ini/g)).toHaveLength(1)
    expect(endActions(text)).toHaveLength(1)
  })

  it('does not hold anybody else’s, nor those that have run out', async () => {
    const { sari } = await cast(store.db)
    const { as, clock } = site(store)
    const browser = await as(sari)
    clock.forward(13 * 60)

    const { text } = await browser.get('/akun')

    expect(endActions(text)).toEqual([])
  })

  it('ends one', async () => {
    const { budi, here, there } = await twoDevices()
    const [action] = endActions((await here.get('/akun')).text)

    await here.post(action!).expect(303).expect('Location', '/akun')

    await there.get('/akun').expect(303)
    await here.get('/akun').expect(200)
    expect(await store.db.auditEntry.count({ where: { action: 'session.ended', actorId: budi.id } })).toBe(1)
  })

  it('does not end another person’s, even by its true name', async () => {
    const { sari, budi } = await cast(store.db)
    const { as } = site(store)
    const [asSari, asBudi] = [await as(sari), await as(budi)]
    const [sarisRow] = await store.db.$queryRaw<{ sid: string }[]>`
      SELECT sid FROM session WHERE sess #>> '{passport,user,id}' = ${sari.id}`

    await asBudi.post(`/akun/sesi/${sarisRow!.sid}/akhir`).expect(404)

    await asSari.get('/akun').expect(200)
    expect(await store.db.auditEntry.count({ where: { action: 'session.ended' } })).toBe(0)
  })
})
