import { type Cast, cast, password } from '../support/cast.ts'
import { enrolled } from '../support/phone.ts'
import { type Browser, type Site, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const chosen = 'gunung biru tiga puncak'

let people: Cast
let house: Site

beforeEach(async () => {
  people = await cast(store.db)
  house = site(store)
})

const codeIn = (html: string) => /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(html)![0]
const slipFor = async (id: string) =>
  codeIn((await (await house.as(people.rini)).post(`/personel/${id}/slip`).expect(201)).text)
const signIn = (sandi: string, browser = house.visitor()) =>
  browser.post('/masuk').type('form').send({ nrp: people.budi.nrp, sandi })
const change = (browser: Browser, own: Record<string, string> = {}) =>
  browser
    .post('/sandi')
    .type('form')
    .send({ sandiBaru: chosen, sandiUlang: chosen, ...own })
const cookieOf = (browser: Browser) =>
  String(browser.jar.getCookie('bos', { domain: '127.0.0.1', path: '/', secure: false, script: false })?.value)

/** A browser that has just shown a code of the admin. */
async function bySlip() {
  const browser = house.visitor()
  await signIn(await slipFor(people.budi.id), browser).expect(303)
  return browser
}

describe('using a one-time code', () => {
  it('ends every other session and voids the old password, before a new one is chosen', async () => {
    const stolen = await house.as(people.budi)
    const browser = await bySlip()

    await stolen
      .get('/akun')
      .expect(303)
      .expect('Location', /^\/masuk/)
    await change(stolen)
      .expect(303)
      .expect('Location', /^\/masuk/)
    await change(stolen, { sandiLama: password })
      .expect(303)
      .expect('Location', /^\/masuk/)
    await signIn(password).expect(422)

    await change(browser).expect(303)
    await signIn(chosen).expect(303)
    await signIn(password).expect(422)
    expect(await store.db.auditEntry.count({ where: { action: 'slip.used', actorId: people.budi.id } })).toBe(1)
  })

  it('leaves the old password and the sessions alone until the code is used', async () => {
    const browser = await house.as(people.budi)
    await slipFor(people.budi.id)

    await browser.get('/akun').expect(200)
    await signIn(password).expect(303)
  })

  it('refuses the same password again, and takes another', async () => {
    const browser = await bySlip()

    const { text } = await change(browser, { sandiBaru: password, sandiUlang: password }).expect(422)

    expect(text).toContain('Kata sandi baru harus lain dari yang lama')
    await change(browser).expect(303)
    expect(await store.db.person.findUnique({ where: { id: people.budi.id } })).toMatchObject({ voidedHash: null })
  })

  it('does not tell guesses of the old password apart while the repetition is wrong', async () => {
    const browser = await bySlip()

    const { text } = await change(browser, { sandiBaru: password, sandiUlang: chosen }).expect(422)

    expect(text).not.toContain('harus lain dari yang lama')
  })

  it('refuses the same password also after a second code that came before a choice', async () => {
    await bySlip()
    house.clock.forward(1)
    const again = await bySlip()

    const { text } = await change(again, { sandiBaru: password, sandiUlang: password }).expect(422)

    expect(text).toContain('Kata sandi baru harus lain dari yang lama')
  })

  it('ends the session of a code that was shown before', async () => {
    const first = await bySlip()
    house.clock.forward(1)
    const second = await bySlip()

    await change(first)
      .expect(303)
      .expect('Location', /^\/masuk/)
    await change(second).expect(303).expect('Location', '/')
  })

  it('voids every other code: the latest that was issued is the only one that works', async () => {
    const first = await slipFor(people.budi.id)
    house.clock.forward(1)
    const second = await slipFor(people.budi.id)

    await signIn(first).expect(422)
    await signIn(second).expect(303)
    await signIn(first).expect(422)
    await signIn(second).expect(422)
  })

  it('opens a session that is worth nothing when no password was chosen within half an hour', async () => {
    const idle = await bySlip()
    house.clock.forward(31)

    await change(idle)
      .expect(303)
      .expect('Location', /^\/masuk/)

    await signIn(chosen).expect(422)
  })

  it('wins over a change of password that is on its way', async () => {
    const browser = await bySlip()
    const [, answer] = await Promise.all([bySlip(), change(browser)])

    const { accessVersion, mustChangePassword } = await store.db.person.findUniqueOrThrow({
      where: { id: people.budi.id },
    })
    // Either the change came first and the code voided it, or the code came first and the change was refused.
    expect([303, 409]).toContain(answer.status)
    expect(mustChangePassword).toBe(true)
    expect(accessVersion).toBeGreaterThan(2)
    await signIn(chosen).expect(422)
  })

  it('asks a session without a code for the old password, though a new one is due', async () => {
    await store.db.person.update({ where: { id: people.budi.id }, data: { mustChangePassword: true } })
    const browser = await house.as(people.budi)

    expect((await browser.get('/sandi').expect(200)).text).toContain('sandiLama')
    await change(browser).expect(422)
    await change(browser, { sandiLama: password }).expect(303)
  })

  it('lets nobody in whose account was suspended meanwhile', async () => {
    const code = await slipFor(people.budi.id)
    const data = { state: 'suspended', suspendReason: 'Cuti panjang' }
    await store.db.person.update({ where: { id: people.budi.id }, data })

    await signIn(code).expect(422)
  })

  it('opens nothing for a session that is suspended before the password is chosen', async () => {
    const browser = await bySlip()
    const suspension = (await house.as(people.rini)).post(`/personel/${people.budi.id}/penonaktifan`).type('form')
    await suspension.send({ alasan: 'Sedang diperiksa Propam' }).expect(303)

    await change(browser)
      .expect(303)
      .expect('Location', /^\/masuk/)
  })
})

describe('a change of password', () => {
  it('renews the session id: the one from before is dead', async () => {
    const browser = await house.as(people.budi)
    const before = cookieOf(browser)

    await change(browser, { sandiLama: password }).expect(303).expect('Location', '/')

    expect(cookieOf(browser)).not.toBe(before)
    await house.visitor().get('/akun').set('Cookie', `bos=${before}`).expect(303)
    await browser.get('/akun').expect(200)
  })

  it('renews it after a code too, so that a stolen session of the code ends', async () => {
    const browser = await bySlip()
    const before = cookieOf(browser)

    await change(browser).expect(303)

    await house.visitor().get('/akun').set('Cookie', `bos=${before}`).expect(303)
    await house.visitor().post('/sandi').type('form').set('Cookie', `bos=${before}`).send({}).expect(303)
    await browser.get('/').expect(200)
  })

  it('refuses the same password again', async () => {
    const browser = await house.as(people.budi)
    const same = { sandiLama: password, sandiBaru: password, sandiUlang: password }

    expect((await change(browser, same).expect(422)).text).toContain('Kata sandi baru harus lain dari yang lama')
  })
})

describe('the devices that may sign for an account, after a code', () => {
  const confirm = (browser: Browser, perangkat: string[]) =>
    browser.post('/akun/perangkat').type('form').send({ perangkat })

  async function twoPhones() {
    const mine = await enrolled((await house.as(people.budi)).set('User-Agent', 'Firefox Android'))
    const other = await enrolled((await house.as(people.budi)).set('User-Agent', 'Chrome Windows'))
    const browser = await bySlip()
    await change(browser).expect(303)
    return { browser, mine, other }
  }

  it('are asked for before anything else, and those not confirmed are revoked', async () => {
    const { browser, mine, other } = await twoPhones()

    await browser.get('/').expect(303).expect('Location', '/akun/perangkat')
    const { text } = await browser.get('/akun/perangkat').expect(200)
    await confirm(browser, [mine.device]).expect(303).expect('Location', '/')

    expect(text).toContain('Firefox, Android')
    expect(text).toContain('Chrome, Windows')
    expect(text).not.toContain('checked')
    const revoked = await store.db.deviceKey.findMany({ where: { revokedAt: { not: null } } })
    expect(revoked).toMatchObject([{ id: other.device, revokedBy: people.budi.id }])
    await browser.get('/').expect(200)
    await browser.get('/akun/perangkat').expect(303).expect('Location', '/akun')
    expect(await store.db.auditEntry.count({ where: { action: 'devices.confirmed' } })).toBe(1)
  })

  it('are still asked for at the next sign-in with the password', async () => {
    await twoPhones()
    const browser = house.visitor()
    await signIn(chosen, browser).expect(303)

    await browser.get('/laporan/baru').expect(303).expect('Location', '/akun/perangkat')
  })

  it('are all revoked where none is the person’s own, and never by a button that was pressed without reading', async () => {
    const { browser, mine } = await twoPhones()

    await confirm(browser, []).expect(422)
    await confirm(browser, ['tidak-ada', mine.device]).expect(422)
    expect(await store.db.deviceKey.count({ where: { revokedAt: null } })).toBe(2)
    await confirm(browser, ['tidak-ada']).expect(303)

    expect(await store.db.deviceKey.count({ where: { revokedAt: null } })).toBe(0)
  })

  it('are only the person’s own: another’s id changes nothing of theirs', async () => {
    const saris = await enrolled(await house.as(people.sari))
    const { browser } = await twoPhones()

    await confirm(browser, [saris.device]).expect(303)

    const left = await store.db.deviceKey.findMany({ where: { revokedAt: null } })
    expect(left.map(({ id }) => id)).toEqual([saris.device])
  })

  it('are not asked for where there are none, nor of those who used no code', async () => {
    const browser = await bySlip()
    await change(browser).expect(303)
    await browser.get('/').expect(200)

    const agus = await house.as(people.agus)
    await agus.get('/akun/perangkat').expect(303)
    await confirm(agus, ['tidak-ada']).expect(303)
    expect(await store.db.auditEntry.count({ where: { action: 'devices.confirmed' } })).toBe(0)
  })
})
