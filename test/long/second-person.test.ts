import { randomUUID } from 'node:crypto'
import { roles } from '../../src/access/policy/actor.ts'
import { createFirstAdmin } from '../../src/administration/accounts/first-admin.commands.ts'
import { confirmAsOperator } from '../../src/administration/second-person/operator.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import type { Transaction } from '../../src/platform/db/connect.ts'
import { type Cast, cast, type Name, password } from '../support/cast.ts'
import { type Browser, type Site, secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

let people: Cast
let house: Site
let asRini: Browser
let asAgus: Browser
let asDewi: Browser

beforeEach(async () => {
  people = await cast(store.db)
  house = site(store)
  asRini = await house.as(people.rini)
  asAgus = await house.as(people.agus)
  asDewi = await house.as(people.dewi)
})

const kesambi = '/jabar/cirebon-kota/kesambi/'
const polres = '/jabar/cirebon-kota/'
const codeIn = (html: string) => /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(html)?.[0] ?? ''
const post = (browser: Browser, address: string, sent: object = {}) => browser.post(address).type('form').send(sent)

/** What Rini asks for: the address of the request. */
async function asked(address: string, sent: object = {}, browser = asRini): Promise<string> {
  const { headers } = await post(browser, address, sent).expect(303)
  expect(headers.location).toMatch(/^\/konfirmasi\/[0-9a-f-]{36}$/)
  return headers.location!
}
const slipOf = (name: Name) => asked(`/personel/${people[name].id}/slip`)
const confirm = (browser: Browser, request: string) => browser.post(`${request}/persetujuan`)
const account = (nrp: string) => store.db.person.findUnique({ where: { nrp } })

const newcomer = (own: Record<string, string> = {}) => ({
  nrp: '86050777',
  nama: 'Nur Hidayah',
  pangkat: 'AKP',
  jabatan: 'Kasat Binmas',
  peran: 'kasat',
  satuan: polres,
  mulai: '2026-11-01',
  aksi: 'simpan',
  ...own,
})

/** Another admin of the polres, whom nobody of it has asked for. */
async function anotherAdmin(own: object = {}) {
  const { passwordHash } = await store.db.person.findUniqueOrThrow({ where: { id: people.rini.id } })
  return store.db.person.create({
    data: {
      nrp: '88010101',
      name: 'Tuti Alawiyah',
      pangkat: 'Bripka',
      position: 'Admin BOS',
      role: 'admin',
      unitId: people.units.cirebonKota.id,
      passwordHash,
      mustChangePassword: false,
      createdAt: new Date('2026-01-01'),
      ...own,
    },
  })
}

describe('a code for the account of a commander', () => {
  it('is issued only when a second person confirms, and only they see it', async () => {
    const request = await slipOf('agus')
    expect(await store.db.passwordSlip.count()).toBe(0)

    const { text } = await confirm(asDewi, request).expect(201)

    const code = codeIn(text)
    const [slip] = await store.db.passwordSlip.findMany()
    expect(slip).toMatchObject({ personId: people.agus.id, issuedBy: people.dewi.id })
    expect(codeIn((await asRini.get(request).expect(200)).text)).toBe('')
    expect(codeIn((await asDewi.get(request).expect(200)).text)).toBe('')
    await house.as(people.agus, code)
  })

  it('counts its minutes from the confirmation', async () => {
    const request = await slipOf('agus')
    house.clock.forward(20 * 60)

    const asLateDewi = await house.as(people.dewi)
    await confirm(asLateDewi, request).expect(201)

    const [slip] = await store.db.passwordSlip.findMany()
    expect(slip!.expiresAt.getTime() - house.clock().getTime()).toBe(15 * 60_000)
  })

  it('is confirmed neither by who asked nor by the holder', async () => {
    const request = await slipOf('agus')

    expect((await confirm(asRini, request).expect(409)).text).toContain('Anda yang meminta ini')
    expect((await confirm(asAgus, request).expect(409)).text).toContain('Ini akun Anda sendiri')

    expect(await store.db.passwordSlip.count()).toBe(0)
    expect((await asAgus.get(request)).text).not.toContain('/persetujuan')
  })

  it('lapses after 24 hours', async () => {
    const request = await slipOf('agus')
    house.clock.forward(24 * 60)
    const later = await house.as(people.dewi)

    expect((await confirm(later, request).expect(409)).text).toContain('sudah diputuskan atau gugur')

    expect((await later.get(request).expect(200)).text).toContain('Gugur')
  })

  it('is given once when the confirmation is pressed twice, and its reader sees a code that works', async () => {
    const request = await slipOf('agus')

    const answers = await Promise.all([confirm(asDewi, request), confirm(asDewi, request)])

    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(await store.db.passwordSlip.count()).toBe(1)
    expect(await store.db.auditEntry.count({ where: { action: 'slip.issued' } })).toBe(1)
    const last = codeIn((await confirm(asDewi, request).expect(201)).text)
    for (const { text } of answers) {
      const signIn = house.visitor().post('/masuk').type('form')
      await signIn.send({ nrp: people.agus.nrp, sandi: codeIn(text) }).expect(422)
    }
    await house.as(people.agus, last)
    await confirm(asDewi, request).expect(303)
    expect(await store.db.passwordSlip.count()).toBe(1)
  })

  it('is not given to another who confirms what is confirmed already', async () => {
    const tuti = await house.as(await anotherAdmin())
    const request = await slipOf('agus')
    await confirm(asDewi, request).expect(201)

    expect(codeIn((await confirm(tuti, request).expect(409)).text)).toBe('')
  })

  it('is one request when it is asked for twice', async () => {
    expect(await slipOf('agus')).toBe(await slipOf('agus'))

    expect(await store.db.accountRequest.count()).toBe(1)
  })

  it('is another request once the account has changed, because the first one is refused', async () => {
    const first = await slipOf('agus')
    const chosen = { sandiLama: password, sandiBaru: 'gunung biru tiga puncak', sandiUlang: 'gunung biru tiga puncak' }
    await post(asAgus, '/sandi', chosen).expect(303)
    const second = await slipOf('agus')

    await confirm(asDewi, first).expect(409)
    await confirm(asDewi, second).expect(201)
  })

  it('is asked for fifty times at most while nobody decides', async () => {
    for (let index = 0; index < 50; index += 1) await asked('/personel', newcomer({ nrp: String(86050700 + index) }))

    expect((await post(asRini, `/personel/${people.agus.id}/slip`).expect(409)).text).toContain(
      'Sudah ada 50 permintaan',
    )
    expect(await store.db.accountRequest.count()).toBe(50)
  })

  it('is not given for an account that is suspended meanwhile', async () => {
    const request = await slipOf('agus')
    await post(asRini, `/personel/${people.agus.id}/penonaktifan`, { alasan: 'Sedang diperiksa Propam' }).expect(303)

    await confirm(asDewi, request).expect(409)

    expect(await store.db.passwordSlip.count()).toBe(0)
  })

  it('is issued by one for a Bhabinkamtibmas, as before', async () => {
    await post(asRini, `/personel/${people.budi.id}/slip`).expect(201)
  })
})

describe('an account of a commander', () => {
  it('is made when a second person confirms, with the code for them alone', async () => {
    const request = await asked('/personel', newcomer())
    expect(await account('86050777')).toBeNull()

    const { text } = await confirm(asDewi, request).expect(201)

    expect(await account('86050777')).toMatchObject({ role: 'kasat', sponsorId: people.rini.id })
    await house.as({ nrp: '86050777' }, codeIn(text))
    expect(await store.db.posting.count({ where: { role: 'kasat', person: { nrp: '86050777' } } })).toBe(1)
  })

  it('is not made twice, nor with an NRP that is taken meanwhile', async () => {
    const request = await asked('/personel', newcomer())
    const again = await asked('/personel', newcomer({ nama: 'Nur Aini' }))
    await confirm(asDewi, request).expect(201)

    await confirm(asDewi, again).expect(409)

    expect(await store.db.person.count({ where: { nrp: '86050777' } })).toBe(1)
  })

  it('changes its name only by two', async () => {
    const sent = { nama: 'Agus Palsu', pangkat: 'AKP', jabatan: people.agus.position }
    const request = await asked(`/personel/${people.agus.id}`, sent)
    expect(await account(people.agus.nrp)).toMatchObject({ name: people.agus.name })

    await confirm(asDewi, request).expect(303)

    expect(await account(people.agus.nrp)).toMatchObject({ name: 'Agus Palsu' })
    await asAgus.get('/').expect(200)
  })

  it('is suspended and signed out by one at once, and restored by two', async () => {
    await post(asRini, `/personel/${people.agus.id}/sesi/akhir`).expect(303)
    await asAgus.get('/').expect(303).expect('Location', /masuk/)
    await post(asRini, `/personel/${people.agus.id}/penonaktifan`, { alasan: 'Sedang diperiksa Propam' }).expect(303)
    expect(await account(people.agus.nrp)).toMatchObject({ state: 'suspended' })

    const request = await asked(`/personel/${people.agus.id}/pengaktifan`)
    expect(await account(people.agus.nrp)).toMatchObject({ state: 'suspended' })
    await confirm(asDewi, request).expect(303)

    expect(await account(people.agus.nrp)).toMatchObject({ state: 'active' })
    await house.as(people.agus)
  })

  it('is refused when the account changed since it was asked for', async () => {
    const move = { satuan: polres, peran: 'kbo', jabatan: 'KBO Sat Binmas' }
    const first = await asked(`/personel/${people.agus.id}/mutasi`, move)
    const second = await asked(`/personel/${people.agus.id}/mutasi`, { ...move, peran: 'kapolres' })
    await confirm(asDewi, first).expect(303)

    expect((await confirm(asDewi, second).expect(409)).text).toContain('sudah berubah sejak permintaan dibuat')

    expect(await account(people.agus.nrp)).toMatchObject({ role: 'kbo' })
  })
})

describe('becoming a commander', () => {
  const toKanit = { satuan: kesambi, peran: 'kanit', jabatan: 'Kanit Binmas' }

  it('takes a second person, and voids the password and codes that one admin could have given', async () => {
    const own = codeIn((await post(asRini, `/personel/${people.budi.id}/slip`).expect(201)).text)
    const asThief = await house.as(people.budi, own)
    const chosen = { sandiBaru: 'gunung biru tiga puncak', sandiUlang: 'gunung biru tiga puncak' }
    await post(asThief, '/sandi', chosen).expect(303)
    const open = codeIn((await post(asRini, `/personel/${people.budi.id}/slip`).expect(201)).text)
    const request = await asked(`/personel/${people.budi.id}/mutasi`, toKanit)

    const { text } = await confirm(asAgus, request).expect(201)

    await asThief.get('/').expect(303).expect('Location', /masuk/)
    for (const sandi of [chosen.sandiBaru, open, own, password])
      await post(house.visitor(), '/masuk', { nrp: people.budi.nrp, sandi }).expect(422)
    await house.as(people.budi, codeIn(text))
    expect(await account(people.budi.nrp)).toMatchObject({ role: 'kanit', sponsorId: people.rini.id })
  })

  it('is not reached by going down, taking a code alone, and going up', async () => {
    const down = { satuan: kesambi, peran: 'bhabinkamtibmas', jabatan: 'Bhabinkamtibmas' }
    const request = await asked(`/personel/${people.hendra.id}/mutasi`, down)
    expect(await account(people.hendra.nrp)).toMatchObject({ role: 'kanit' })
    await confirm(asAgus, request).expect(303)
    const own = codeIn((await post(asRini, `/personel/${people.hendra.id}/slip`).expect(201)).text)
    const asThief = await house.as(people.hendra, own)

    const up = await asked(`/personel/${people.hendra.id}/mutasi`, toKanit)
    await confirm(asAgus, up).expect(201)

    await asThief.get('/akun').expect(303).expect('Location', /masuk/)
  })
})

describe('the second person', () => {
  it('is another admin, the Kasat or the Kapolres of the polres, and nobody else', async () => {
    const tuti = await anotherAdmin()
    for (const name of ['bambang', 'hendra', 'yusuf', 'budi'] as const) {
      const request = await slipOf('wati')
      await confirm(await house.as(people[name]), request).expect(403)
    }
    for (const name of ['joko', 'surya', 'lina'] as const)
      await confirm(await house.as(people[name]), await slipOf('wati')).expect(404)

    await confirm(await house.as(tuti), await slipOf('wati')).expect(201)
    await confirm(asAgus, await slipOf('yusuf')).expect(201)
    await confirm(asDewi, await slipOf('agus')).expect(201)
  })

  it('is no account of the requester’s own making, and none that those have made', async () => {
    const first = await anotherAdmin({ sponsorId: people.rini.id, sponsoredAt: new Date('2026-02-01') })
    const second = await anotherAdmin({ nrp: '88010102', sponsorId: first.id, sponsoredAt: new Date('2026-03-01') })
    const sibling = await anotherAdmin({
      nrp: '88010103',
      sponsorId: people.rini.id,
      sponsoredAt: new Date('2026-03-02'),
    })
    const [asFirst, asSecond, asSibling] = await Promise.all([first, second, sibling].map((one) => house.as(one)))
    const request = await slipOf('agus')
    const byFirst = await asked(`/personel/${people.bambang.id}/slip`, {}, asFirst)

    for (const browser of [asFirst, asSecond, asSibling])
      expect((await confirm(browser!, request).expect(409)).text).toContain('Orang lain yang harus mengonfirmasi')
    for (const browser of [asRini, asSecond, asSibling]) await confirm(browser!, byFirst).expect(409)

    expect(await store.db.passwordSlip.count()).toBe(0)
    await confirm(asDewi, request).expect(201)
  })

  it('is not a commander whom the requester had made within the last seven days', async () => {
    await confirm(asDewi, await asked('/personel', newcomer())).expect(201)
    const { passwordHash } = await store.db.person.findUniqueOrThrow({ where: { id: people.rini.id } })
    const data = { passwordHash, mustChangePassword: false }
    const { id } = await store.db.person.update({ where: { nrp: '86050777' }, data })
    const asNew = await house.as({ nrp: '86050777' })

    await confirm(asNew, await slipOf('bambang')).expect(409)

    await store.db.person.update({ where: { id }, data: { sponsoredAt: new Date('2026-11-10') } })
    await confirm(asNew, await slipOf('bambang')).expect(201)
  })

  it('judges whether the requester still is an admin of the polres', async () => {
    const tuti = await anotherAdmin()
    const requests = [await slipOf('wati'), await slipOf('yusuf'), await slipOf('hendra')]
    const asTuti = await house.as(tuti)
    const { id } = people.rini

    await store.db.person.update({ where: { id }, data: { role: 'kbo' } })
    await confirm(asTuti, requests[0]!).expect(409)
    await store.db.person.update({
      where: { id },
      data: { role: 'admin', state: 'suspended', suspendReason: 'Cuti panjang' },
    })
    await confirm(asTuti, requests[1]!).expect(409)
    const unitId = people.units.contoh.id
    await store.db.person.update({ where: { id }, data: { state: 'active', suspendReason: null, unitId } })
    await confirm(asTuti, requests[2]!).expect(409)

    expect(await store.db.passwordSlip.count()).toBe(0)
  })

  it('may refuse, also the holder; the requester may withdraw; neither can be undone by a confirmation', async () => {
    const [first, second] = [await slipOf('agus'), await slipOf('bambang')]
    await asAgus.post(`${first}/penolakan`).expect(303)
    await asDewi.post(`${second}/penarikan`).expect(403)
    await asRini.post(`${second}/penolakan`).expect(409)
    await asRini.post(`${second}/penarikan`).expect(303)

    for (const request of [first, second]) await confirm(asDewi, request).expect(409)

    expect(await store.db.accountRequest.findMany({ orderBy: { state: 'asc' } })).toMatchObject([
      { state: 'rejected', decidedBy: people.agus.id },
      { state: 'withdrawn', decidedBy: people.rini.id },
    ])
    const left = await store.db.auditEntry.findMany({
      where: { action: { startsWith: 'request.' } },
      orderBy: { id: 'asc' },
    })
    expect(left.map(({ action }) => action)).toEqual([
      'request.made',
      'request.made',
      'request.rejected',
      'request.withdrawn',
    ])
  })

  it('cannot be left out in the database either', async () => {
    const id = (await slipOf('agus')).slice('/konfirmasi/'.length)
    const by = (decidedBy: string) =>
      store.db.accountRequest.update({ where: { id }, data: { state: 'confirmed', decidedBy, decidedAt: new Date() } })

    await expect(by(people.rini.id)).rejects.toThrow('account_request_second_person')
    await expect(by(people.agus.id)).rejects.toThrow('account_request_second_person')
  })
})

describe('what is told of it', () => {
  it('stands on the home of the holder and of the Kapolres until they have read it', async () => {
    const request = await slipOf('agus')

    const holder = (await asAgus.get('/').expect(200)).text
    const head = (await asDewi.get('/').expect(200)).text
    expect(holder).toContain('Kode sekali pakai untuk AKP Agus Prasetyo diminta oleh Aiptu Rini Astuti')
    expect(head).toContain('Kode sekali pakai untuk AKP Agus Prasetyo diminta oleh Aiptu Rini Astuti')
    expect(head).toContain('Satu permintaan tentang akun menunggu konfirmasi Anda')
    expect(holder).not.toContain('menunggu konfirmasi Anda')
    expect((await asRini.get('/').expect(200)).text).not.toContain('Kabar akun')

    const action = /action="(\/kabar-akun\/[^"]+)"/.exec(head)![1]!
    await (await house.as(people.surya)).post(action).expect(404)
    await asDewi.post(action).expect(303)
    expect((await asDewi.get('/')).text).not.toContain('Kabar akun')
    await confirm(await house.as(await anotherAdmin()), request).expect(201)
    expect((await asDewi.get('/')).text).toContain('diminta Aiptu Rini Astuti, dikonfirmasi Bripka Tuti Alawiyah')
  })

  it('is told of what one person may do at once', async () => {
    await post(asRini, `/personel/${people.agus.id}/penonaktifan`, { alasan: 'Sedang diperiksa Propam' }).expect(303)

    expect((await asDewi.get('/')).text).toContain('Penonaktifan untuk AKP Agus Prasetyo oleh Aiptu Rini Astuti.')
  })

  it('stands in the audit with both names', async () => {
    await confirm(asDewi, await slipOf('agus')).expect(201)

    const { text } = await asRini.get('/audit?aksi=slip.issued').expect(200)

    expect(text).toContain('Diminta oleh: Aiptu Rini Astuti · Dikonfirmasi oleh: AKBP Dewi Kartika')
  })

  it('is found in the menu of those who may confirm, with a page of what waits', async () => {
    await slipOf('agus')

    for (const browser of [asRini, asAgus, asDewi])
      expect((await browser.get('/')).text).toContain('href="/konfirmasi"')
    expect((await (await house.as(people.bambang)).get('/')).text).not.toContain('href="/konfirmasi"')
    expect((await asDewi.get('/konfirmasi').expect(200)).text).toMatch(
      /Menunggu Anda[\s\S]*Kode sekali pakai: AKP Agus/,
    )
    expect((await asRini.get('/konfirmasi').expect(200)).text).toMatch(/Menunggu orang lain[\s\S]*Kode sekali pakai/)
  })
})

describe('the operator of the server', () => {
  const idOf = (request: string) => request.slice('/konfirmasi/'.length)
  const asOperator = (tx: Transaction, id: string, force: boolean) =>
    confirmAsOperator(tx, cipherOf(secrets.data), { id, force }, house.clock())

  it('confirms where nobody else can, with the code for them alone', async () => {
    const ids = [people.agus.id, people.dewi.id, people.ratna.id]
    await store.db.person.updateMany({ where: { id: { in: ids } }, data: { passwordHash: null } })
    const request = await asked('/personel', newcomer())
    expect((await asRini.get(request)).text).toContain(`npm run confirm-account -- --permintaan ${idOf(request)}`)

    const answer = await store.db.$transaction((tx) => asOperator(tx, idOf(request), false))

    expect(answer).toHaveProperty('slip.code')
    expect(await account('86050777')).toMatchObject({ role: 'kasat', sponsorId: null })
    const [entry] = await store.db.auditEntry.findMany({ where: { action: 'person.created' } })
    expect(entry).toMatchObject({ actorId: null })
    expect(JSON.stringify(entry!.details)).toContain('operator server')
    expect(await store.db.accountNotice.count({ where: { stage: 'operator', personId: people.dewi.id } })).toBe(1)
  })

  it('is told who can where somebody can, and does it only by force', async () => {
    const request = idOf(await slipOf('agus'))
    const run = (force: boolean) => store.db.$transaction((tx) => asOperator(tx, request, force))

    expect(await run(false)).toEqual({ confirmers: ['AKBP Dewi Kartika', 'Ipda Ratna Juwita'] })
    expect(await store.db.passwordSlip.count()).toBe(0)
    expect(await run(true)).toHaveProperty('slip.code')
    expect(await run(true)).toEqual({ refused: 'closed' })
    const none = store.db.$transaction((tx) => asOperator(tx, randomUUID(), true))
    expect(await none).toEqual({ refused: 'unknown' })
  })

  it('who lets an admin in again is told to the Kapolres', async () => {
    const admin = { nrp: people.rini.nrp, name: 'Rini Astuti', pangkat: 'Aiptu', unitPath: polres, force: true }
    await store.db.$transaction((tx) =>
      createFirstAdmin(
        tx,
        { ...admin, unitNames: [], timeZone: 'Asia/Jakarta' },
        house.clock(),
        cipherOf(secrets.data),
      ),
    )

    expect((await asDewi.get('/')).text).toContain(
      'Kode sekali pakai untuk Aiptu Rini Astuti dilaksanakan oleh operator server',
    )
  })
})

describe('one person alone', () => {
  /** Every act on an account of that role, as the admin's pages send it. */
  const acts = (role: string, id: string): [string, string, object][] => {
    const place = role === 'bhabinkamtibmas' || role === 'kanit' || role === 'kapolsek' ? kesambi : polres
    const others = roles.filter((other) => other !== role)
    return [
      ['create', '/personel', newcomer({ peran: role, satuan: place, jabatan: 'Jabatan Baru' })],
      ['edit', `/personel/${id}`, { nama: 'Nama Lain', pangkat: 'AKP', jabatan: 'Jabatan' }],
      ['slip', `/personel/${id}/slip`, {}],
      ...others.map((peran): [string, string, object] => {
        const satuan = ['bhabinkamtibmas', 'kanit', 'kapolsek'].includes(peran) ? kesambi : polres
        return [`move to ${peran}`, `/personel/${id}/mutasi`, { satuan, peran, jabatan: 'Jabatan Baru' }]
      }),
      ['reinstate', `/personel/${id}/pengaktifan`, {}],
    ]
  }
  const takesTwo = (role: string, act: string) =>
    role !== 'bhabinkamtibmas' || (act.startsWith('move to') && act !== 'move to bhabinkamtibmas')
  const whatStands = async () => ({
    people: await store.db.person.findMany({ omit: { lastSignInAt: true }, orderBy: { nrp: 'asc' } }),
    postings: await store.db.posting.findMany({ orderBy: { id: 'asc' } }),
    slips: await store.db.passwordSlip.findMany(),
  })
  const holders: Record<string, Name> = {
    bhabinkamtibmas: 'budi',
    kanit: 'hendra',
    kapolsek: 'yusuf',
    kbo: 'bambang',
    kasat: 'agus',
    kapolres: 'dewi',
  }

  it.each(roles.map((role) => [role]))('never does to the account of a %s what takes two', async (role) => {
    // An admin whom nobody asked for holds the account, so that Rini is not her own subject.
    const tuti = await anotherAdmin()
    const id = role === 'admin' ? tuti.id : people[holders[role]!].id
    const suspended = { state: 'suspended', suspendReason: 'Cuti panjang' }
    let tried = 0
    for (const [act, address, sent] of acts(role, id)) {
      if (!takesTwo(role, act)) continue
      if (act === 'reinstate') await store.db.person.update({ where: { id }, data: suspended })
      const before = await whatStands()
      const request = await asked(address, sent)
      const holder =
        act === 'reinstate' || act === 'create' ? undefined : await store.db.person.findUnique({ where: { id } })
      const own = [asRini, ...(holder ? [await house.as(holder)] : [])]
      for (const browser of own) {
        const { status } = await confirm(browser, request)
        expect({ act, status: [403, 409].includes(status) }).toEqual({ act, status: true })
      }
      expect({ act, ...(await whatStands()) }).toEqual({ act, ...before })
      tried += 1
    }
    expect(tried).toBe(role === 'bhabinkamtibmas' ? 6 : 10)
  })
})
