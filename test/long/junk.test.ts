import { randomBytes, randomUUID } from 'node:crypto'
import { envelopeBudgets } from '../../src/officers/envelopes/budgets.ts'
import { parseEnvelope } from '../../src/officers/envelopes/envelope-crypto.ts'
import { expireJunk } from '../../src/officers/envelopes/expiring.commands.ts'
import { intake } from '../../src/officers/envelopes/intake.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { cast } from '../support/cast.ts'
import { penyuluhan, photo, postForm } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import { sendEnvelope } from '../support/phone.ts'
import { aTalk, withPhone } from '../support/phone-scene.ts'
import { type Browser, secrets, silent, site, stoppedClock } from '../support/site.ts'
import { store } from '../support/store.ts'

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What can be read as an envelope and was signed by nobody we know. */
function junk({ author = '', bytes = 4000, sequence = 1 } = {}): string {
  const head = { alg: 'ES256', typ: 'bos-envelope', kid: randomUUID() }
  const content = randomBytes((bytes * 3) / 4).toString('base64url')
  const claims = {
    v: 1,
    id: randomUUID(),
    author: author || randomUUID(),
    sequence,
    release: '2.0.0',
    photos: [],
    content,
  }
  return `${base64url(head)}.${base64url(claims)}.${randomBytes(64).toString('base64url')}`
}

const clock = stoppedClock()

/** Takes envelopes as the addresses of phones do, so many at once as a server may get. */
function receiving() {
  const { take } = intake({
    db: store.db,
    clock,
    cipher: cipherOf(secrets.data),
    log: silent,
    budgets: envelopeBudgets(),
  })
  return async (all: { jws: string; address: string }[]) => {
    const counted = { held: 0, later: 0 }
    for (let from = 0; from < all.length; from += 60) {
      const part = all.slice(from, from + 60)
      const told = await Promise.all(
        part.map(({ jws, address }) => take({ envelope: parseEnvelope(jws)!, requestId: 'X', address })),
      )
      for (const one of told) counted['receipt' in one ? 'held' : 'later'] += 1
    }
    return counted
  }
}

const addressOf = (at: number) => `198.51.${at % 100}.${Math.floor(at / 100) % 250}`

const kept = async () => {
  const [row] = await store.db.$queryRaw<[{ rows: number; bytes: number }]>`
    SELECT count(*)::int AS rows, coalesce(sum(octet_length(jws)), 0)::int AS bytes FROM envelope`
  return row
}

describe('junk envelopes of strangers', () => {
  it('leave 500 rows and some megabytes behind in a day, and an officer with a new phone is taken all the same', async () => {
    const { people, here, phone } = await withPhone()
    const take = receiving()

    const told = await take(
      Array.from({ length: 10_000 }, (_, at) => ({ jws: junk({ sequence: at + 1 }), address: addressOf(at) })),
    )
    const { rows, bytes } = await kept()
    const honest = await aTalk({ ...phone, device: randomUUID() })
    const own = await aTalk(phone)

    expect({ told, rows }).toEqual({ told: { held: 500, later: 9500 }, rows: 500 })
    expect(bytes).toBeLessThan(5_000_000)
    expect(await take([{ jws: honest.jws, address: '192.0.2.9' }])).toEqual({ held: 1, later: 0 })
    expect((await sendEnvelope(here.app, own.jws).expect(200)).body.state).toBe('filed')
    expect(await store.db.envelope.count({ where: { authorId: people.budi.id } })).toBe(2)
  })

  it('that name an officer use up what strangers may leave under that name, and nobody elses', async () => {
    const { budi, sari } = await cast(store.db)
    const take = receiving()

    const ofBudi = await take(
      Array.from({ length: 300 }, (_, at) => ({ jws: junk({ author: budi.id }), address: addressOf(at) })),
    )
    const ofSari = await take([{ jws: junk({ author: sari.id }), address: '192.0.2.9' }])

    expect(ofBudi).toEqual({ held: 120, later: 180 })
    expect(ofSari).toEqual({ held: 1, later: 0 })
  })

  it('are removed after fourteen days, with their number in the audit; what names an officer stays', async () => {
    const { budi } = await cast(store.db)
    await receiving()([
      { jws: junk(), address: '192.0.2.1' },
      { jws: junk(), address: '192.0.2.2' },
      { jws: junk({ author: budi.id }), address: '192.0.2.3' },
    ])
    const after = (days: number) => new Date(clock().getTime() + days * 86_400_000)
    const key = cipherOf(secrets.data)

    expect((await expireJunk(store.db, after(13), key)).envelopes).toBe(0)
    const expired = await expireJunk(store.db, after(15), key)

    expect(expired).toMatchObject({ envelopes: 2, photos: 0 })
    expect(await store.db.envelope.findMany({ select: { authorId: true } })).toEqual([{ authorId: budi.id }])
    expect(await store.db.auditEntry.findFirstOrThrow({ where: { action: 'envelope.expired' } })).toMatchObject({
      details: { envelopes: 2, days: 14 },
    })
    expect((await expireJunk(store.db, after(16), key)).envelopes).toBe(0)
  })
})

const titles = (html: string) => [...html.matchAll(/<li class="card">\s*<strong>([^<]*)/g)].map(([, title]) => title)

describe('the held submissions', () => {
  it('show those of known phones first, then of known officers, page by page, and are searched', async () => {
    const { people, here, phone } = await withPhone()
    const { agus, joko, budi, sari } = people
    await store.db.deviceKey.updateMany({ data: { revokedAt: here.clock(), revokedBy: budi.id } })
    await sendEnvelope(here.app, (await aTalk(phone)).jws).expect(200)
    const take = receiving()
    clock.forward(1)
    await take(
      Array.from({ length: 40 }, (_, at) => ({
        jws: junk({ author: at % 2 ? budi.id : sari.id }),
        address: addressOf(at),
      })),
    )
    await take([{ jws: junk(), address: '192.0.2.9' }])
    await store.db.envelope.updateMany({ where: { authorId: null }, data: { unitPath: agus.unitPath } })
    const asAgus = await here.as(agus)

    const { text: first } = await asAgus.get('/karantina').expect(200)
    const { text: second } = await asAgus.get('/karantina?hal=2').expect(200)
    const { text: found } = await asAgus.get('/karantina?cari=wulandari').expect(200)
    const { text: none } = await asAgus.get('/karantina?cari=%25').expect(200)
    const { text: neighbour } = await (await here.as(joko)).get('/karantina?cari=santoso')

    expect(first).toContain('perangkat yang sudah dicabut')
    expect(first.indexOf('sudah dicabut')).toBeLessThan(first.indexOf('tidak dikenal'))
    expect([titles(first).length, titles(second).length]).toEqual([25, 17])
    expect(titles(second).at(-1)).toBe('Pelapor tidak dikenal')
    expect(first).toContain('/karantina?hal=2')
    expect(new Set(titles(found))).toEqual(new Set(['Bripka Sari Wulandari']))
    expect(none).toContain('Tidak ada kiriman yang cocok')
    expect(titles(neighbour)).toEqual([])
  })

  it('that name nobody are shown page by page, and searched by number, release and day', async () => {
    const people = await cast(store.db)
    const here = site(store, { clock })
    await receiving()(
      Array.from({ length: 30 }, (_, at) => ({ jws: junk({ sequence: at + 1 }), address: addressOf(at) })),
    )
    const asRatna = await here.as(people.ratna)
    const shown = async (query: string) => titles((await asRatna.get(`/kiriman-tak-dikenal${query}`).expect(200)).text)

    expect((await shown('')).length).toBe(25)
    expect((await shown('?hal=2')).length).toBe(5)
    expect((await shown('?cari=17')).length).toBe(1)
    expect((await shown('?cari=2.0.0')).length).toBe(25)
    expect((await shown('?cari=2026-11-24')).length).toBe(25)
    expect((await shown('?cari=2026-11-25')).length).toBe(0)
    expect((await shown('?hal=abc')).length).toBe(25)
  })
})

describe('anonymous forms with photos', () => {
  it('leave at most 300 photos behind, and none less of an officer whose session has expired', async () => {
    const { budi } = await cast(store.db)
    const here = site(store, { proxies: 1 })
    const asBudi = await here.as(budi)
    await store.sessionPool.query('DELETE FROM session')
    const image = await photo('#4a7a3a', 320)
    const press = (browser: Browser, address: string) =>
      postForm(browser, '/laporan/penyuluhan', penyuluhan({ aksi: 'kirim' }), [image]).set('X-Forwarded-For', address)

    const statuses: number[] = []
    for (let from = 0; from < 1000; from += 20) {
      const part = Array.from({ length: 20 }, (_, at) => press(here.visitor(), addressOf((from + at) % 25)))
      for (const { status } of await Promise.all(part)) statuses.push(status)
    }
    const strangers = await store.db.parkedFile.count()
    const { text } = await press(asBudi, addressOf(3)).expect(401)
    const sent = { ...formIn(text), nrp: budi.nrp, sandi: 'sawah hijau di pagi hari' }
    const { headers } = await asBudi.post('/masuk').type('form').send(sent).expect(303)

    expect(new Set(statuses)).toEqual(new Set([401]))
    expect(strangers).toBeGreaterThanOrEqual(300)
    expect(strangers).toBeLessThan(330)
    expect(text).not.toContain('foto tidak tersimpan')
    expect(headers.location).toMatch(/tanda-terima$/)
    expect(await store.db.photo.count()).toBe(1)
  })
})
