import { jest } from '@jest/globals'
import { Pool } from 'pg'
import { pino } from 'pino'
import request from 'supertest'
import { createApp } from '../../src/processes/app.ts'
import { cast, password } from '../support/cast.ts'
import { type Browser, depsFor, site } from '../support/site.ts'
import { store } from '../support/store.ts'

/** Everything a person can send by hand: none of it may reach a handler as something it is not, or end in a 5xx. */
const oddBodies: [what: string, type: string, body: string | Buffer, status: number][] = [
  ['a NUL in a value', 'application/x-www-form-urlencoded', 'nrp=8411%000021&sandi=abc', 400],
  ['a NUL in a name', 'application/x-www-form-urlencoded', 'n%00rp=84110021&sandi=abc', 400],
  ['a field that came twice', 'application/x-www-form-urlencoded', 'nrp=84110021&nrp=90050113&sandi=a&sandi=b', 422],
  ['a field with brackets', 'application/x-www-form-urlencoded', 'nrp[a]=1&sandi[$ne]=', 422],
  ['the name of a built-in', 'application/x-www-form-urlencoded', '__proto__=1&constructor=2&toString=3', 422],
  ['a broken percent sign', 'application/x-www-form-urlencoded', 'nrp=%E0%A4%A&sandi=%', 422],
  ['a lone surrogate', 'application/x-www-form-urlencoded', 'nrp=%ED%A0%80&sandi=%ED%B0%80', 422],
  [
    '5,000 fields',
    'application/x-www-form-urlencoded',
    Array.from({ length: 5000 }, (_, n) => `a${n}=1`).join('&'),
    413,
  ],
  ['30 MB', 'application/x-www-form-urlencoded', `nrp=${'9'.repeat(30_000_000)}`, 413],
  ['another charset', 'application/x-www-form-urlencoded; charset=utf-7', 'nrp=84110021', 415],
  ['JSON', 'application/json', '{"nrp":"84110021","sandi":"abc"}', 415],
  ['plain text', 'text/plain', 'nrp=84110021&sandi=abc', 415],
  ['a form with files where none are taken', 'multipart/form-data; boundary=x', '--x--\r\n', 415],
  ['nothing', 'application/x-www-form-urlencoded', '', 422],
]

describe('a body', () => {
  it.each(oddBodies)('of %s is answered clearly', async (_, type, body, status) => {
    await cast(store.db)

    const response = await site(store).visitor().post('/masuk').set('Content-Type', type).send(body)

    expect(response.status).toBe(status)
    expect(response.text).toContain('<html lang="id"')
    expect(await store.db.session.count()).toBe(0)
  })

  it('in pieces of an unknown length is refused like any other', async () => {
    const pieces = site(store)
      .visitor()
      .post('/masuk')
      .set('Content-Type', 'application/json')
      .set('Transfer-Encoding', 'chunked')
    pieces.write('{"nrp":')
    pieces.write('"84110021"}')

    expect((await pieces).status).toBe(415)
  })

  it('that is compressed is not unpacked', async () => {
    const response = await site(store)
      .visitor()
      .post('/masuk')
      .set('Content-Type', 'application/x-www-form-urlencoded')
      .set('Content-Encoding', 'gzip')
      .send(Buffer.from('1f8b08000000000000', 'hex'))

    expect(response.status).toBe(415)
  })

  it('is not read from somebody who may not send it', async () => {
    await site(store)
      .visitor()
      .post('/sandi')
      .type('form')
      .send(`sandiBaru=${'a'.repeat(3_000_000)}`)
      .expect(303)
  })
})

describe('an address', () => {
  const odd = [
    ['/masuk?kembali=%00', 400],
    ['/akun/sesi/%00/akhir', 400],
    ['/%00', 400],
    ['/%E0%A4%A', 404],
    ['/masuk?kembali=a&kembali=b', 200],
    ['/masuk?kembali[__proto__]=1', 200],
    ['/masuk?__proto__[x]=1', 200],
    [`/masuk?kembali=/${'a'.repeat(8000)}`, 200],
    ['/assets/../../package.json', 404],
    ['/assets/..%2f..%2fpackage.json', 404],
    ['/assets/%2e%2e/%2e%2e/package.json', 404],
    ['/img/..%5c..%5cpackage.json', 404],
    ['/assets/manifest.json/', 404],
    ['/tidak/ada', 404],
    ['//masuk', 404],
  ] as const

  it.each(odd)('%s is answered with %i', async (path, status) => {
    const { text, status: got } = await site(store).visitor().get(path)

    expect({ path, status: got }).toEqual({ path, status })
    expect(text).not.toContain('node_modules')
  })

  it.each(['put', 'patch', 'delete'] as const)('knows no %s', async (method) => {
    await site(store).visitor()[method]('/masuk').expect(404)
  })
})

describe('a request from elsewhere', () => {
  const try_ = (headers: Record<string, string>) => {
    const post = request(site(store).app).post('/bahasa').type('form')
    return post.set(headers).send({ bahasa: 'en', kembali: '/masuk' })
  }

  it.each([
    ['the browser says it is from another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['the browser says it is from a neighbouring host', { 'Sec-Fetch-Site': 'same-site' }],
    ['the browser says nobody asked for it', { 'Sec-Fetch-Site': 'none' }],
    ['the browser says other than the origin', { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost:3000' }],
    ['its origin is another', { Origin: 'https://jahat.example' }],
    ['its origin begins like ours', { Origin: 'http://localhost:30001' }],
    ['its origin is hidden', { Origin: 'null' }],
    ['it says nothing at all', {}],
    ['only its referrer is ours', { Referer: 'http://localhost:3000/masuk' }],
    ['its origin is that of a foreign host', { Origin: 'http://jahat.example', Host: 'jahat.example' }],
    [
      'a browser of today was led to a foreign host',
      { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://jahat.example', Host: 'jahat.example' },
    ],
    ['it hides its origin and names a foreign host', { 'Sec-Fetch-Site': 'same-origin', Host: 'jahat.example' }],
    [
      'the origin is another than the site that is named',
      { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://a.example' },
    ],
  ])('is refused when %s', async (_, headers) => {
    const { text } = await try_(headers).expect(403)

    expect(text).toContain('datang dari situs lain')
  })

  it.each([
    ['the browser says it is ours', { 'Sec-Fetch-Site': 'same-origin' }],
    ['an old browser names our origin', { Origin: 'http://localhost:3000' }],
    ['a page kept on the phone hides its origin', { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }],
    ['it is asked by an address of this machine', { Origin: 'http://192.168.1.5:8080', Host: '192.168.1.5:8080' }],
  ])('is let through when %s', async (_, headers) => {
    await try_(headers).expect(303)
  })

  it.each([
    ['our address', 'https://bos.example', 'bos.example', 303],
    ['our address, where a proxy names another host', 'https://bos.example', '127.0.0.1:3000', 303],
    ['an address that is not public', 'https://127.0.0.1:3000', '127.0.0.1:3000', 403],
    ['a neighbouring host', 'https://lain.bos.example', 'lain.bos.example', 403],
    ['our host without https', 'http://bos.example', 'bos.example', 403],
  ])('to a public server, from %s', async (_, origin, host, status) => {
    const { app } = site(store, { publicUrl: 'https://bos.example', proxies: 1 })
    const headers = { Origin: origin, Host: host, 'X-Forwarded-Proto': 'https' }

    await request(app).post('/bahasa').type('form').set(headers).send({ bahasa: 'en' }).expect(status)
  })

  it('cannot sign a person out or end a session', async () => {
    const { budi } = await cast(store.db)
    const browser = await site(store).as(budi)

    await browser.post('/keluar').set('Sec-Fetch-Site', 'cross-site').expect(403)

    await browser.get('/akun').expect(200)
  })
})

describe('every page', () => {
  const pages: [string, (people: Browser) => request.Test][] = [
    ['/masuk', (browser) => browser.get('/masuk')],
    ['/akun', (browser) => browser.get('/akun')],
    ['an error', (browser) => browser.get('/tidak/ada')],
    ['a refusal', (browser) => browser.post('/keluar').set('Sec-Fetch-Site', 'cross-site')],
    ['a redirect', (browser) => browser.post('/bahasa').type('form').send({ bahasa: 'id' })],
    ['a file', (browser) => browser.get('/manifest.webmanifest')],
    ['/livez', (browser) => browser.get('/livez')],
  ]

  it.each(pages)('carries the headers that guard it: %s', async (_, ask) => {
    const { budi } = await cast(store.db)

    const { headers } = await ask(await site(store).as(budi))

    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("style-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('SAMEORIGIN')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('is kept by nobody: a shared phone shows nothing after signing out', async () => {
    const { budi } = await cast(store.db)
    const browser = await site(store).as(budi)

    await browser.get('/akun').expect('Cache-Control', 'no-store')
    await browser.get('/tidak/ada').expect('Cache-Control', 'no-store')
  })

  it('asks for https for ever, and marks its cookies so, only where it is served so', async () => {
    const { budi } = await cast(store.db)
    const { visitor } = site(store, { publicUrl: 'https://bos.example', proxies: 1 })
    const post = visitor().post('/masuk').set('X-Forwarded-Proto', 'https').type('form')

    const { headers } = await post.send({ nrp: budi.nrp, sandi: password }).expect(303)

    expect(headers['strict-transport-security']).toContain('max-age=')
    const language = await visitor()
      .post('/bahasa')
      .set('X-Forwarded-Proto', 'https')
      .type('form')
      .send({ bahasa: 'en' })
    const cookies = [headers, language.headers].flatMap((one) => one['set-cookie'] as unknown as string[])
    expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual([
      '__Host-bos',
      '__Host-perangkat',
      '__Host-perangkat',
      '__Host-perangkat',
      'bahasa',
    ])
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax$/)
    expect((await site(store).visitor().get('/masuk')).headers['strict-transport-security']).toBeUndefined()
  })
})

describe('a fault in the error page itself', () => {
  afterEach(() => jest.restoreAllMocks())

  it('shows no stack', async () => {
    const said = new Promise((settle) => jest.spyOn(console, 'error').mockImplementation(settle))
    const sessionPool = new Pool({ connectionString: 'postgresql://bos@127.0.0.1:1/bos', connectionTimeoutMillis: 500 })
    const logMethod = (words: unknown[]) => {
      if (words.includes('unexpected')) throw new Error('the disk of the log is full')
    }
    const log = pino({ level: 'info', hooks: { logMethod } })
    const app = createApp(depsFor({ db: store.db, sessionPool }, { log }))

    const post = request(app).post('/masuk').set('Sec-Fetch-Site', 'same-origin').type('form')
    const { text } = await post.send({ nrp: '84110021', sandi: password }).expect(500)

    expect(text).not.toMatch(/disk of the log|node_modules|\.ts/)
    expect(String(await said)).toContain('the disk of the log is full')
    await sessionPool.end()
  })
})

describe('the log', () => {
  it('knows that a request came, but nothing of what it carried', async () => {
    const { budi } = await cast(store.db)
    const lines: string[] = []
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
    const browser = request.agent(createApp(depsFor(store, { log }))).set('Sec-Fetch-Site', 'same-origin')

    await browser.post('/masuk?x=nama-warga').type('form').send({ nrp: budi.nrp, sandi: password }).expect(303)
    await browser.get('/akun').expect(200)

    const written = lines.join('')
    expect(lines).toHaveLength(2)
    expect(written).toContain('"path":"/masuk"')
    for (const secret of [password, 'sawah', budi.nrp, 'nama-warga', 'bos=', 'perangkat='])
      expect(written).not.toContain(secret)
  })
})
