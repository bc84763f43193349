import { slipHash } from '../../src/access/sessions/passwords.ts'
import { cast, type Player, password } from '../support/cast.ts'
import { type Browser, roomy, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const signIn = (browser: Browser, nrp: string, sandi: string) =>
  browser.post('/masuk').type('form').send({ nrp, sandi })

/** A page without what differs from one request to the next. */
const said = (html: string) => /role="alert"[\s\S]*?<\/a>/.exec(html)?.[0]

async function wrongTries(browser: Browser, { nrp }: Player, count: number) {
  for (let made = 0; made < count; made += 1) await signIn(browser, nrp, 'bukan ini kata sandinya').expect(422)
}

const giveSlip = (person: Player, code: string, expiresAt = '2026-11-24T09:55:00+07:00') =>
  store.db.passwordSlip.create({
    data: {
      personId: person.id,
      codeHash: slipHash(code),
      issuedAt: new Date('2026-11-24T09:40:00+07:00'),
      expiresAt: new Date(expiresAt),
    },
  })

describe('signing in', () => {
  it('lets a person in, keeps the audit and remembers when', async () => {
    const { budi } = await cast(store.db)

    const browser = await site(store).as(budi)

    expect((await browser.get('/akun').expect(200)).text).toContain('Budi Santoso')
    expect(await store.db.auditEntry.findMany()).toMatchObject([
      { action: 'session.opened', actorId: budi.id, subject: budi.id },
    ])
    const { lastSignInAt } = await store.db.person.findUniqueOrThrow({ where: { id: budi.id } })
    expect(lastSignInAt).toEqual(new Date('2026-11-24T09:42:00+07:00'))
  })

  it('goes back to where the person was stopped, but never to another site', async () => {
    const { budi } = await cast(store.db)
    const { visitor } = site(store)

    const stopped = await visitor().get('/akun?halaman=2').expect(303)
    const enter = (kembali: string) =>
      visitor().post('/masuk').type('form').send({ nrp: budi.nrp, sandi: password, kembali })

    expect(stopped.headers.location).toBe('/masuk?kembali=%2Fakun%3Fhalaman%3D2')
    expect((await enter('/akun?halaman=2')).headers.location).toBe('/akun?halaman=2')
    for (const elsewhere of ['//jahat.example', 'https://jahat.example', '/\\jahat.example', '/\t/jahat.example'])
      expect((await enter(elsewhere)).headers.location).toBe('/')
  })

  it('says the same of a wrong password, an unknown NRP and a suspended account', async () => {
    const { budi, sari } = await cast(store.db)
    await store.db.person.update({
      where: { id: sari.id },
      data: { state: 'suspended', suspendReason: 'Cuti panjang' },
    })
    const { visitor } = site(store)

    const wrong = await signIn(visitor(), budi.nrp, 'bukan ini kata sandinya').expect(422)
    const unknown = await signIn(visitor(), '99999999', password).expect(422)
    const suspended = await signIn(visitor(), sari.nrp, password).expect(422)

    expect(said(wrong.text)).toContain('NRP atau kata sandi tidak cocok')
    expect(said(unknown.text)).toBe(said(wrong.text))
    expect(said(suspended.text)).toBe(said(wrong.text))
  })

  it('writes one audit entry for each refusal, whether or not there is such an account', async () => {
    const { budi } = await cast(store.db)
    const { visitor } = site(store)

    await signIn(visitor(), budi.nrp, 'bukan ini kata sandinya').expect(422)
    await signIn(visitor(), '99999999', 'bukan ini kata sandinya').expect(422)

    const entries = await store.db.auditEntry.findMany({ orderBy: { id: 'asc' } })
    expect(entries.map(({ action, actorId }) => ({ action, actorId }))).toEqual([
      { action: 'session.refused', actorId: null },
      { action: 'session.refused', actorId: null },
    ])
    expect(entries[0]!.subject).toBe(budi.id)
  })

  it('never prints the password that was typed', async () => {
    const { budi } = await cast(store.db)

    const { text } = await signIn(site(store).visitor(), budi.nrp, 'rahasia yang salah 77').expect(422)

    expect(text).toContain(`value="${budi.nrp}"`)
    expect(text).not.toContain('rahasia yang salah 77')
  })

  it('asks for what is missing', async () => {
    const { text } = await signIn(site(store).visitor(), '', '').expect(422)

    expect(said(text)).toContain('Isi NRP dan kata sandi')
  })

  it('speaks English to who asked for it', async () => {
    const visitor = site(store).visitor()

    await visitor
      .post('/bahasa')
      .type('form')
      .send({ bahasa: 'en', kembali: '/masuk' })
      .expect(303)
      .expect('Location', '/masuk')

    const { text } = await visitor.get('/masuk').expect(200)
    expect(text).toContain('<html lang="en"')
    expect(text).toContain('Sign in')
  })
})

describe('guessing', () => {
  it('makes a stranger wait after five wrong tries, even with the right password', async () => {
    const { budi } = await cast(store.db)
    const { visitor } = site(store)
    await wrongTries(visitor(), budi, 5)

    const { text } = await signIn(visitor(), budi.nrp, password).expect(429)

    expect(said(text)).toContain('Coba lagi dalam 1 menit')
  })

  it('has no more tries at once than one after the other', async () => {
    const { budi } = await cast(store.db)
    const { visitor } = site(store, { limits: roomy })
    const tries = Array.from({ length: 20 }, () => signIn(visitor(), budi.nrp, 'x'))

    const statuses = (await Promise.all(tries)).map(({ status }) => status)

    expect(statuses.filter((status) => status === 422)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(15)
  })

  it('doubles the wait with each further wrong try, up to fifteen minutes', async () => {
    const { budi } = await cast(store.db)
    const { visitor } = site(store)
    const minutes: string[] = []
    await wrongTries(visitor(), budi, 5)

    for (let tries = 0; tries < 6; tries += 1) {
      minutes.push(/dalam (\d+) menit/.exec((await signIn(visitor(), budi.nrp, 'x').expect(429)).text)![1]!)
      await store.sessionPool.query("DELETE FROM rate_limit WHERE key LIKE 'gate:%'")
      await wrongTries(visitor(), budi, 1)
    }

    expect(minutes).toEqual(['1', '2', '4', '8', '15', '15'])
  })

  it('does not shut out the browser that the person has used before', async () => {
    const { budi } = await cast(store.db)
    const { as, visitor } = site(store)
    const own = await as(budi)
    await own.post('/keluar').expect(303)
    await wrongTries(visitor(), budi, 5)

    await signIn(visitor(), budi.nrp, password).expect(429)

    await signIn(own, budi.nrp, password).expect(303)
  })

  it('gives a known browser a budget of its own, which also ends', async () => {
    const { budi } = await cast(store.db)
    const own = await site(store).as(budi)
    await own.post('/keluar').expect(303)

    await wrongTries(own, budi, 5)

    await signIn(own, budi.nrp, password).expect(429)
  })

  it('does not take a mark made up by the browser for one of ours', async () => {
    const { budi } = await cast(store.db)
    const { visitor } = site(store)
    await wrongTries(visitor(), budi, 5)

    const liar = visitor().set('Cookie', `perangkat=${'a'.repeat(22)}.${'b'.repeat(22)}`)

    await signIn(liar, budi.nrp, password).expect(429)
  })

  it('lets a colleague in while one account has to wait', async () => {
    const { budi, sari } = await cast(store.db)
    const { visitor } = site(store)
    await wrongTries(visitor(), budi, 5)

    await signIn(visitor(), sari.nrp, password).expect(303)
  })

  it('takes an NRP with blanks and marks around it for the one it is, on a known browser too', async () => {
    const { budi } = await cast(store.db)
    const { as, visitor } = site(store)
    const own = await as(budi)
    await own.post('/keluar').expect(303)
    await wrongTries(visitor(), budi, 5)

    await signIn(own, ` ${budi.nrp.slice(0, 4)} ${budi.nrp.slice(4)}\u200e`, password).expect(303)
  })

  it('tells a new browser how long, and what helps at once', async () => {
    const { budi } = await cast(store.db)
    const { visitor } = site(store)
    await wrongTries(visitor(), budi, 5)

    const { text } = await signIn(visitor(), budi.nrp, password).expect(429)

    expect(said(text)).toContain('dari HP atau browser baru. Coba lagi dalam 1 menit')
    expect(text).toContain('Pakai HP yang biasa Anda pakai untuk masuk, atau minta kode sekali pakai')
    expect(text).toContain('paling lama 15 menit')
  })

  it('forgets a wait that was written before the clock was set back', async () => {
    const { budi } = await cast(store.db)
    const { visitor } = site(store)
    await wrongTries(visitor(), budi, 5)
    await signIn(visitor(), budi.nrp, 'x').expect(429)
    await store.sessionPool.query('UPDATE rate_limit SET expire = expire + 3 * 86400000')

    await signIn(visitor(), budi.nrp, password).expect(303)
  })
})

describe('the device cookie of a public server', () => {
  const publicSite = () => site(store, { publicUrl: 'https://bos.example', proxies: 1 })
  const named = (headers: Record<string, unknown>) => [headers['set-cookie']].flat().map((one) => String(one))

  it('bears the prefix that keeps neighbouring hosts from setting it', async () => {
    const { headers } = await publicSite().visitor().get('/masuk').set('X-Forwarded-Proto', 'https').expect(200)

    expect(named(headers)[0]).toMatch(/^__Host-perangkat=[\w-]{22}; Max-Age=\d+; Path=\/; .*HttpOnly; Secure/)
  })

  it('takes over once what the browser has from before, so that it stays known', async () => {
    const { budi } = await cast(store.db)
    const { headers: before } = await signIn(site(store).visitor(), budi.nrp, password).expect(303)
    const old = named(before)
      .findLast((one) => one.startsWith('perangkat='))!
      .split(';')[0]!
    await wrongTries(site(store).visitor(), budi, 5)
    const asked = () => publicSite().visitor().set('X-Forwarded-Proto', 'https').set('Cookie', old)

    const { headers } = await asked().get('/masuk').expect(200)

    expect(named(headers)[0]).toContain(`__Host-${old}`)
    expect(named(headers)[1]).toMatch(/^perangkat=; Path=\/; Expires=Thu, 01 Jan 1970/)
    await signIn(asked(), budi.nrp, password).expect(303)
  })
})

describe('many wrong tries behind one address', () => {
  const flooded = async () => {
    await signIn(site(store).visitor(), '70000000', 'x').expect(422)
    await store.sessionPool.query("UPDATE rate_limit SET points = 101 WHERE key LIKE 'address:%'")
  }

  it('stop new browsers there for a quarter of an hour at most', async () => {
    const { budi } = await cast(store.db)
    await flooded()

    const { text } = await signIn(site(store).visitor(), budi.nrp, password).expect(429)

    expect(said(text)).toContain('Coba lagi dalam 15 menit')
  })

  it('do not stop a browser that has been in before', async () => {
    const { budi } = await cast(store.db)
    const own = await site(store).as(budi)
    await own.post('/keluar').expect(303)
    await flooded()

    await signIn(own, budi.nrp, password).expect(303)
  })

  it('stop a browser that has been in before, where it is new to the account', async () => {
    const { budi, sari } = await cast(store.db)
    const own = await site(store).as(budi)
    await own.post('/keluar').expect(303)
    await flooded()

    await signIn(own, sari.nrp, password).expect(429)
  })

  it('do not stop a valid code', async () => {
    const { budi } = await cast(store.db)
    await giveSlip(budi, '7KQ2M-9XW4T')
    await flooded()

    await signIn(site(store).visitor(), budi.nrp, '7KQ2M-9XW4T').expect(303)
  })

  it('do not make an account wait that they were not let try', async () => {
    const { budi } = await cast(store.db)
    await flooded()
    const { visitor } = site(store)
    for (let tries = 0; tries < 10; tries += 1) await signIn(visitor(), budi.nrp, 'x').expect(429)

    await store.sessionPool.query("DELETE FROM rate_limit WHERE key LIKE 'address:%'")

    await signIn(visitor(), budi.nrp, password).expect(303)
  })
})

describe('a new browser that was told to wait', () => {
  /** The gate of an account stays shut: somebody takes each try that becomes free. */
  const besieged = async (person: Player) => {
    await wrongTries(site(store).visitor(), person, 5)
    await signIn(site(store).visitor(), person.nrp, 'x').expect(429)
    const untilLater = Date.now() + 800_000
    await store.sessionPool.query("UPDATE rate_limit SET expire = $1 WHERE key LIKE 'gate:%'", [untilLater])
  }

  it('is judged when its time has come, though others keep the account busy', async () => {
    const { budi } = await cast(store.db)
    const { visitor, clock } = site(store)
    await besieged(budi)
    const own = visitor()
    await signIn(own, budi.nrp, password).expect(429)
    clock.forward(14)
    await signIn(own, budi.nrp, password).expect(429)
    clock.forward(1)

    await signIn(own, budi.nrp, password).expect(303)
  })

  it('is never told to wait longer than it was told before', async () => {
    const { budi } = await cast(store.db)
    const { visitor, clock } = site(store)
    await besieged(budi)
    const own = visitor()
    const first = said((await signIn(own, budi.nrp, password).expect(429)).text)
    clock.forward(10)

    const second = said((await signIn(own, budi.nrp, password).expect(429)).text)

    expect(first).toContain('dalam 14 menit')
    expect(second).toContain('dalam 5 menit')
  })

  it('waits anew after a wrong try', async () => {
    const { budi } = await cast(store.db)
    const { visitor, clock } = site(store)
    await besieged(budi)
    const own = visitor()
    await signIn(own, budi.nrp, password).expect(429)
    clock.forward(15)
    await signIn(own, budi.nrp, 'x').expect(422)

    await signIn(own, budi.nrp, password).expect(429)
  })

  it('keeps its turn beside a colleague who waits on the same browser', async () => {
    const { budi, sari } = await cast(store.db)
    const { visitor, clock } = site(store)
    await besieged(budi)
    await besieged(sari)
    const shared = visitor()
    await signIn(shared, budi.nrp, password).expect(429)
    await signIn(shared, sari.nrp, password).expect(429)
    clock.forward(15)

    await signIn(shared, budi.nrp, password).expect(303)
    await shared.post('/keluar').expect(303)
    await signIn(shared, sari.nrp, password).expect(303)
  })

  it('cannot use the turn of another account or browser, nor make one up', async () => {
    const { budi, sari } = await cast(store.db)
    const { visitor, clock } = site(store)
    await besieged(budi)
    await besieged(sari)
    const waited = await signIn(visitor(), budi.nrp, 'x').expect(429)
    const cookies = ([waited.headers['set-cookie']].flat() as string[]).map((one) => one.split(';')[0]!)
    clock.forward(15)
    const turn = cookies.find((one) => one.startsWith('giliran='))!
    const device = cookies.find((one) => one.startsWith('perangkat='))!
    const withCookies = (...all: string[]) => visitor().set('Cookie', all.join('; '))

    await signIn(withCookies(device, turn), sari.nrp, password).expect(429)
    await signIn(withCookies(`perangkat=${'a'.repeat(22)}`, turn), budi.nrp, password).expect(429)
    await signIn(withCookies(device, `giliran=1.${'a'.repeat(32)}`), budi.nrp, password).expect(429)
    await signIn(withCookies(device, turn), budi.nrp, password).expect(303)
  })

  it('has twenty such tries an hour for an account, however often it shows the same turn', async () => {
    const { budi } = await cast(store.db)
    const { visitor, clock } = site(store, { limits: roomy })
    await besieged(budi)
    const waited = await signIn(visitor(), budi.nrp, 'x').expect(429)
    const cookie = ([waited.headers['set-cookie']].flat() as string[]).map((one) => one.split(';')[0]!).join('; ')
    clock.forward(15)
    const tries = Array.from({ length: 25 }, () => signIn(visitor().set('Cookie', cookie), budi.nrp, 'x'))

    const statuses = (await Promise.all(tries)).map(({ status }) => status)

    expect(statuses.filter((status) => status === 422)).toHaveLength(20)
  })
})

describe('a one-time code', () => {
  it('signs in once and asks for a password of one’s own before anything else', async () => {
    const { budi } = await cast(store.db)
    await giveSlip(budi, '7KQ2M-9XW4T')
    const { visitor } = site(store)
    const browser = visitor()

    await signIn(browser, budi.nrp, '7kq2m 9xw4t').expect(303)

    await browser.get('/').expect(303).expect('Location', '/sandi')
    expect((await browser.get('/sandi').expect(200)).text).not.toContain('sandiLama')
    await signIn(visitor(), budi.nrp, '7KQ2M-9XW4T').expect(422)
    const chosen = 'gunung biru tiga puncak'
    const change = { sandiBaru: chosen, sandiUlang: chosen }
    await browser.post('/sandi').type('form').send(change).expect(303).expect('Location', '/')
    await signIn(visitor(), budi.nrp, password).expect(422)
    await signIn(visitor(), budi.nrp, chosen).expect(303)
  })

  it('lets only one of two in who use it at the same moment', async () => {
    const { budi } = await cast(store.db)
    await giveSlip(budi, '7KQ2M-9XW4T')
    const { visitor } = site(store)

    const answers = await Promise.all([1, 2, 3, 4].map(() => signIn(visitor(), budi.nrp, '7KQ2M-9XW4T')))

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422])
  })

  it('is worth nothing after its time', async () => {
    const { budi } = await cast(store.db)
    await giveSlip(budi, '7KQ2M-9XW4T')
    const { visitor, clock } = site(store)
    clock.forward(14)

    await signIn(visitor(), budi.nrp, '7KQ2M-9XW4T').expect(422)

    expect(await store.db.passwordSlip.findFirst()).toMatchObject({ usedAt: null })
  })

  it('lets its holder in at once after any number of wrong passwords and codes', async () => {
    const { budi } = await cast(store.db)
    await giveSlip(budi, '7KQ2M-9XW4T')
    const { visitor } = site(store)
    const own = visitor()
    await wrongTries(own, budi, 5)
    for (const wrong of ['x', '7KQ2M-9XW4V', '00000-00000', '7KQ2M9XW4']) await signIn(own, budi.nrp, wrong).expect(429)

    await signIn(own, budi.nrp, '7kq2m 9xw4t').expect(303)
  })

  it('has a budget of its own, which also ends', async () => {
    const { budi } = await cast(store.db)
    await giveSlip(budi, '7KQ2M-9XW4T')
    const { visitor } = site(store)
    await signIn(visitor(), budi.nrp, '7KQ2M-9XW4V').expect(422)
    await store.sessionPool.query("UPDATE rate_limit SET points = 6000 WHERE key LIKE 'slip:%'")

    await signIn(visitor(), budi.nrp, '7KQ2M-9XW4T').expect(422)

    await store.sessionPool.query("UPDATE rate_limit SET expire = 0 WHERE key LIKE 'slip:%'")
    await signIn(visitor(), budi.nrp, '7KQ2M-9XW4T').expect(303)
  })

  it('is worth nothing to somebody else', async () => {
    const { budi, sari } = await cast(store.db)
    await giveSlip(budi, '7KQ2M-9XW4T')

    await signIn(site(store).visitor(), sari.nrp, '7KQ2M-9XW4T').expect(422)
  })
})

describe('choosing a password', () => {
  const change = (browser: Browser, sandiLama: string, sandiBaru: string, sandiUlang = sandiBaru) =>
    browser.post('/sandi').type('form').send({ sandiLama, sandiBaru, sandiUlang })

  it.each([
    ['the current one is wrong', 'bukan ini', 'gunung biru tiga puncak', undefined, 'Kata sandi sekarang tidak cocok'],
    ['it is short', password, 'pendek', undefined, 'Kata sandi minimal 12 karakter. Sekarang 6'],
    ['it is everybody’s', password, 'password1234', undefined, 'terlalu mudah ditebak'],
    ['it is the NRP', password, '84110021 budi santoso', undefined, 'terlalu mudah ditebak'],
    ['it is very long', password, 'a b c d e f '.repeat(30), undefined, 'paling banyak 256 karakter'],
    ['the repetition differs', password, 'gunung biru tiga puncak', 'gunung biru', 'Ulangan tidak sama'],
  ])('is refused when %s', async (_, old, chosen, again, sentence) => {
    const { budi } = await cast(store.db)
    const browser = await site(store).as(budi)

    const { text } = await change(browser, old, chosen, again).expect(422)

    expect(text).toContain(sentence)
    expect(text).not.toContain(chosen)
    await signIn(site(store).visitor(), budi.nrp, password).expect(303)
  })

  it('is put off after ten wrong tries at the current one, also with the right one', async () => {
    const { budi, sari } = await cast(store.db)
    const { as } = site(store)
    const [browser, other] = [await as(budi), await as(sari)]
    for (let tries = 0; tries < 10; tries += 1)
      await change(browser, 'bukan ini', 'gunung biru tiga puncak').expect(422)

    const { text } = await change(browser, password, 'gunung biru tiga puncak').expect(422)

    expect(text).toContain('Coba lagi dalam 15 menit')
    await change(other, password, 'gunung biru tiga puncak').expect(303)
  })

  it('is not put off by wrong tries in another session of the same account', async () => {
    const { budi } = await cast(store.db)
    const { as } = site(store)
    const [stolen, own] = [await as(budi), await as(budi)]
    for (let tries = 0; tries < 11; tries += 1) await change(stolen, 'bukan ini', 'gunung biru tiga puncak').expect(422)

    await change(own, password, 'gunung biru tiga puncak').expect(303)
  })

  it('ends the sessions on other devices and keeps this one', async () => {
    const { budi } = await cast(store.db)
    const { as } = site(store)
    const [here, there] = [await as(budi), await as(budi)]

    await change(here, password, 'gunung biru tiga puncak').expect(303)

    await here.get('/akun').expect(200)
    await there.get('/akun').expect(303)
    expect(await store.db.auditEntry.count({ where: { action: 'password.changed', actorId: budi.id } })).toBe(1)
  })
})
