import { createHmac, randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import request from 'supertest'
import { slipHash } from '../../src/access/sessions/passwords.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { createApp } from '../../src/processes/app.ts'
import { cast, password } from '../support/cast.ts'
import { penyuluhan, photo, postForm, scenery } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import { enrolled } from '../support/phone.ts'
import { type Browser, depsFor, secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

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

const giveSlip = (personId: string) =>
  store.db.passwordSlip.create({
    data: {
      personId,
      codeHash: slipHash('7KQ2M-9XW4T'),
      issuedAt: new Date('2026-11-24T09:40:00+07:00'),
      expiresAt: new Date('2026-11-24T09:55:00+07:00'),
    },
  })

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

  it('keeps photos in the page, to be sent again with it', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const wire = penyuluhan({ aksi: 'kirim' })
    const post = postForm(orphan(), '/laporan/penyuluhan', wire, [
      await scenery(1, 1280),
      await photo(),
      Buffer.from('ffd8ff00', 'hex'),
    ])

    const { text } = await post
      .set('Sec-Fetch-Site', 'same-origin')
      .set('Cookie', `bos=${signed('a-session')}`)
      .expect(503)
    await postForm(asBudi, '/laporan/penyuluhan', formIn(text)).expect(303)

    expect(text).toContain('2 foto ikut disimpan. 1 foto tidak tersimpan')
    expect(text).toContain('enctype="multipart/form-data"')
    expect(await store.db.photo.count()).toBe(2)
    expect(await store.db.report.findMany()).toMatchObject([{ id: wire.laporanId }])
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

describe('a form that is too large', () => {
  it('comes back with what was typed before it became too much', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)

    const { text } = await postForm(asBudi, '/laporan/penyuluhan', penyuluhan(), [
      Buffer.alloc(41 * 1024 * 1024),
    ]).expect(413)

    expect(formIn(text)).toMatchObject({ tempat: 'Balai RW 07 Sunyaragi' })
    expect(text).toContain('masing-masing 40 MB')
  })
})

describe('a form of somebody who is not signed in any more', () => {
  const send = { aksi: 'kirim' }
  const dropSession = () => store.db.session.deleteMany()
  const signInWith = (browser: Browser, page: string, own: object) =>
    browser
      .post('/masuk')
      .type('form')
      .send({ ...formIn(page), ...own })

  it('goes on by itself, text and photos, once they have signed in, at the second try too', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const wire = penyuluhan({ ...send, tempat: 'Balai <b>RW</b> 07' })
    await dropSession()

    const asked = await postForm(asBudi, '/laporan/penyuluhan', wire, [await photo(), await photo('#225588')]).expect(
      401,
    )
    const wrong = await signInWith(asBudi, asked.text, { nrp: budi.nrp, sandi: 'bukan ini kata sandinya' }).expect(422)
    await signInWith(asBudi, wrong.text, { nrp: budi.nrp, sandi: password })
      .expect(303)
      .expect('Location', `/laporan/${wire.laporanId}/tanda-terima`)

    expect(asked.text).toContain('2 foto ikut disimpan.')
    expect(asked.text).not.toContain('Balai')
    expect(await store.db.report.findMany()).toMatchObject([
      { id: wire.laporanId, authorId: budi.id, answers: { tempat: 'Balai <b>RW</b> 07' } },
    ])
    expect(await store.db.photo.count()).toBe(2)
    await asBudi.get('/').expect(200)
  })

  it('is sent once however often the button is pressed, and once more only shows the receipt', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    await dropSession()
    const { text } = await postForm(asBudi, '/laporan/penyuluhan', penyuluhan(send), [await photo()])

    const enter = () => signInWith(asBudi, text, { nrp: budi.nrp, sandi: password }).expect(303)
    const first = await enter()
    const second = await enter()

    expect(second.headers.location).toBe(first.headers.location)
    expect(await store.db.report.count()).toBe(1)
  })

  it('comes back with its faults when it has some', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    await dropSession()
    const wire = penyuluhan({ ...send, jumlahPeserta: 'banyak' })
    const { text } = await postForm(asBudi, '/laporan/penyuluhan', wire, [await photo()])

    const page = await signInWith(asBudi, text, { nrp: budi.nrp, sandi: password }).expect(422)

    expect(formIn(page.text)).toMatchObject({ jumlahPeserta: 'banyak', laporanId: wire.laporanId })
    expect(await store.db.parkedPhoto.count()).toBe(1)
  })

  it('of the register, or of any other page, goes on as well', async () => {
    const { agus, budi } = await cast(store.db)
    const house = site(store)
    const asAgus = await house.as(agus)
    const wire = penyuluhan(send)
    await postForm(await house.as(budi), '/laporan/penyuluhan', wire, [await photo()]).expect(303)
    await dropSession()
    const note = { versi: '1', alasan: 'tidak-jelas', isian: 'jumlahPeserta', catatan: 'Sebutkan jumlah yang benar.' }

    const { text } = await asAgus.post(`/laporan/${wire.laporanId}/pengembalian`).type('form').send(note).expect(401)
    await signInWith(asAgus, text, { nrp: agus.nrp, sandi: password }).expect(303)

    expect(await store.db.review.findMany()).toMatchObject([{ reviewerId: agus.id, note: note.catatan }])
  })

  it('is nothing that another person may send or see', async () => {
    const { budi, sari } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    await dropSession()
    const { text } = await postForm(asBudi, '/laporan/penyuluhan', penyuluhan(send), [await photo()])

    const refused = await signInWith(asBudi, text, { nrp: sari.nrp, sandi: password }).expect(409)

    expect(refused.text).toContain('Isian ini ditulis dengan akun lain')
    expect(refused.text).not.toContain('Sunyaragi')
    expect(await store.db.report.count()).toBe(0)
    expect(await store.db.session.count()).toBe(0)
    await signInWith(asBudi, refused.text, { nrp: budi.nrp, sandi: password }).expect(303)
    expect(await store.db.report.findMany()).toMatchObject([{ authorId: budi.id }])
  })

  it('waits a day and no longer', async () => {
    const { budi } = await cast(store.db)
    const house = site(store)
    const asBudi = await house.as(budi)
    await dropSession()
    const { text } = await postForm(asBudi, '/laporan/penyuluhan', penyuluhan(send), [await photo()])
    house.clock.forward(24 * 60)

    await signInWith(asBudi, text, { nrp: budi.nrp, sandi: password }).expect(303).expect('Location', '/')

    expect((await asBudi.get('/')).text).toContain('lebih dari sehari')
    expect(await store.db.report.count()).toBe(0)
  })

  it('goes on after an own password is chosen, for a sign-in by a slip', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    await dropSession()
    const { text } = await postForm(asBudi, '/laporan/penyuluhan', penyuluhan(send), [await photo()])
    await giveSlip(budi.id)

    const page = await signInWith(asBudi, text, { nrp: budi.nrp, sandi: '7KQ2M-9XW4T' }).expect(200)
    const chosen = { sandiBaru: 'kebun teh di lereng gunung', sandiUlang: 'kebun teh di lereng gunung' }
    const browser = asBudi.post('/sandi').type('form')
    const { headers } = await browser.send({ ...formIn(page.text), ...chosen }).expect(303)

    expect(headers.location).toMatch(/tanda-terima$/)
    expect(await store.db.photo.count()).toBe(1)
  })

  it('goes on after the devices are confirmed too, where the account has any', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const { device } = await enrolled(asBudi)
    await dropSession()
    const { text } = await postForm(asBudi, '/laporan/penyuluhan', penyuluhan(send), [await photo()])
    await giveSlip(budi.id)
    const post = (address: string, sent: object) => asBudi.post(address).type('form').send(sent)

    const asked = await signInWith(asBudi, text, { nrp: budi.nrp, sandi: '7KQ2M-9XW4T' }).expect(200)
    const chosen = { sandiBaru: 'kebun teh di lereng gunung', sandiUlang: 'kebun teh di lereng gunung' }
    const devices = await post('/sandi', { ...formIn(asked.text), ...chosen }).expect(200)
    const { headers } = await post('/akun/perangkat', { ...formIn(devices.text), perangkat: device }).expect(303)

    expect(headers.location).toMatch(/tanda-terima$/)
    expect(await store.db.photo.count()).toBe(1)
  })

  it('keeps no more photos of strangers than a few could send, and says which are lost', async () => {
    const { budi } = await cast(store.db)
    const stranger = site(store).visitor()
    const line = { jenis: 'penyuluhan', kilat: 'Balai RW 07 Sunyaragi dipenuhi warga yang ikut ronda.' }
    const press = (browser: Browser) =>
      photo().then((one) => postForm(browser, '/laporan/kilat', penyuluhan({ ...send, ...line }), [one]))
    await press(stranger)
    const [row] = await store.db.parkedFile.findMany()
    await store.db.parkedFile.createMany({
      data: Array.from({ length: 59 }, (_, at) => ({ ...row!, formId: randomUUID(), ordinal: at })),
    })

    const { text } = await press(stranger)
    const page = await signInWith(stranger, text, { nrp: budi.nrp, sandi: password }).expect(422)

    expect(text).toContain('1 foto tidak tersimpan')
    expect(page.text).toContain('Balai RW 07 Sunyaragi')
    expect(await store.db.parkedFile.count()).toBe(60)
    expect(await store.db.report.count()).toBe(0)
  })

  it('is not opened when somebody has touched it', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    await dropSession()
    const { text } = await postForm(asBudi, '/laporan/penyuluhan', penyuluhan(send))
    const { tersimpan } = formIn(text)

    await signInWith(asBudi, text, {
      nrp: budi.nrp,
      sandi: password,
      tersimpan: `${String(tersimpan).slice(0, -4)}AAAA`,
    })

    expect(await store.db.report.count()).toBe(0)
  })
})
