import { rotateSealingKey, sealingKeyNow } from '../../src/access/devices/sealing-keys.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { cast } from '../support/cast.ts'
import { deviceKey, enrolled, publicJwk } from '../support/phone.ts'
import { secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const now = new Date('2026-11-24T09:42:00+07:00')
const android = 'Mozilla/5.0 (Linux; Android 14; SM-A057F) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36'

describe('a phone of an officer', () => {
  it('becomes known once, and learns what to seal to', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)

    const first = await enrolled(asBudi)
    const again = await enrolled(asBudi, first.key)

    expect(first.person).toBe(budi.id)
    const point = { x: expect.stringMatching(/^[\w-]{43}$/), y: expect.stringMatching(/^[\w-]{43}$/) }
    expect(first.sealingKey).toEqual({ kid: expect.any(String), kty: 'EC', crv: 'P-256', ...point })
    expect(first.now).toBe(now.toISOString())
    expect({ ...again, key: undefined }).toEqual({ ...first, key: undefined })
    expect(await store.db.deviceKey.findMany()).toMatchObject([
      { id: first.device, personId: budi.id, revokedAt: null },
    ])
    expect(await store.db.auditEntry.findMany({ where: { action: 'device.enrolled' } })).toMatchObject([
      { actorId: budi.id, subject: budi.id },
    ])
  })

  it('is another device, with another secret, for the next officer who uses it', async () => {
    const { budi, sari } = await cast(store.db)
    const { as } = site(store)
    const key = await deviceKey()

    const budis = await enrolled(await as(budi), key)
    const saris = await enrolled(await as(sari), key)

    expect(saris.device).not.toBe(budis.device)
    expect(saris.draftSecret).not.toBe(budis.draftSecret)
    expect(Buffer.from(saris.draftSecret, 'base64url')).toHaveLength(32)
    expect(saris.sealingKey).toEqual(budis.sealingKey)
  })

  it.each([
    ['no key', 'x'],
    ['another curve', '{"kty":"EC","crv":"P-384","x":"a","y":"b"}'],
    [
      'a point that is not on the curve',
      JSON.stringify({ kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) }),
    ],
  ])('is not taken for one with %s', async (_, publicKey) => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)

    await asBudi.post('/perangkat').send({ publicKey }).expect(400)

    expect(await store.db.deviceKey.count()).toBe(0)
  })

  it('is known by its public half only, whatever was sent', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const jwk = await publicJwk(await deviceKey())

    await asBudi
      .post('/perangkat')
      .send({ publicKey: { ...jwk, d: 'the private half', alg: 'x' } })
      .expect(200)

    expect((await store.db.deviceKey.findFirstOrThrow()).publicKey).toEqual(jwk)
  })

  it('is not made known by those who file nothing, nor without a session', async () => {
    const { agus } = await cast(store.db)
    const { as, visitor } = site(store)
    const sent = { publicKey: await publicJwk(await deviceKey()) }

    await (await as(agus)).post('/perangkat').send(sent).expect(403)
    const { status } = await visitor().post('/perangkat').send(sent)
    expect(status).not.toBe(200)

    expect(await store.db.deviceKey.count()).toBe(0)
  })

  it('is revoked by its officer, once', async () => {
    const { budi } = await cast(store.db)
    const asBudi = (await site(store).as(budi)).set('User-Agent', android)
    const { device } = await enrolled(asBudi)

    const { text } = await asBudi.get('/akun').expect(200)
    const asked = await asBudi.get(`/akun/perangkat/${device}/pencabutan`).expect(200)
    expect(asked.text).toContain('Laporan yang masih menunggu di perangkat itu akan ditahan')
    expect(await store.db.deviceKey.count({ where: { revokedAt: null } })).toBe(1)
    await asBudi.post(`/akun/perangkat/${device}/pencabutan`).expect(303)
    await asBudi.post(`/akun/perangkat/${device}/pencabutan`).expect(303)

    expect(text).toContain(`/akun/perangkat/${device}/pencabutan`)
    expect(text).toContain('Cabut Chrome, Android')
    expect((await asBudi.get('/akun')).text).not.toContain(`/akun/perangkat/${device}/pencabutan`)
    expect(await store.db.deviceKey.findMany()).toMatchObject([{ revokedBy: budi.id, revokedAt: now }])
    expect(await store.db.auditEntry.count({ where: { action: 'device.revoked', actorId: budi.id } })).toBe(1)
  })

  it('is revoked by the admin who keeps the account', async () => {
    const { budi, rini } = await cast(store.db)
    const { as } = site(store)
    const { device } = await enrolled(await as(budi))
    const asRini = await as(rini)

    const { text } = await asRini.get(`/personel/${budi.id}`).expect(200)
    await asRini.get(`/personel/${budi.id}/perangkat/${device}/pencabutan`).expect(200)
    await asRini.get(`/personel/${rini.id}/perangkat/${device}/pencabutan`).expect(404)
    await asRini.post(`/personel/${budi.id}/perangkat/${device}/pencabutan`).expect(303)
    await asRini.post(`/personel/${rini.id}/perangkat/${device}/pencabutan`).expect(404)
    await asRini.post(`/personel/${budi.id}/perangkat/x/pencabutan`).expect(404)

    expect(text).toContain(`/personel/${budi.id}/perangkat/${device}/pencabutan`)
    expect(await store.db.deviceKey.findMany()).toMatchObject([{ revokedBy: rini.id }])
    expect(await store.db.auditEntry.findMany({ where: { action: 'device.revoked' } })).toMatchObject([
      { actorId: rini.id, subject: budi.id },
    ])
  })
})

describe('the sealing key', () => {
  const sealing = cipherOf(secrets.data)

  it('is made once, however many ask at the same moment', async () => {
    const keys = await Promise.all(Array.from({ length: 12 }, () => sealingKeyNow(store.db, sealing, now)))

    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1)
    expect(await store.db.sealingKey.count()).toBe(1)
  })

  it('is replaced, and what it replaces is kept', async () => {
    const before = await sealingKeyNow(store.db, sealing, now)

    const kid = await store.db.$transaction((tx) => rotateSealingKey(tx, sealing, now))

    expect((await sealingKeyNow(store.db, sealing, now)).kid).toBe(kid)
    expect(await store.db.sealingKey.findMany({ orderBy: { retiredAt: 'asc' } })).toMatchObject([
      { kid: before.kid, retiredAt: now },
      { kid, retiredAt: null },
    ])
    expect(await store.db.auditEntry.count({ where: { action: 'sealingKey.rotated' } })).toBe(1)
  })

  it('lies in the database sealed', async () => {
    await sealingKeyNow(store.db, sealing, now)

    const { privateSealed } = await store.db.sealingKey.findFirstOrThrow()

    expect(Buffer.from(privateSealed).toString('latin1')).not.toContain('"d"')
  })
})
