import { type Cast, cast } from '../support/cast.ts'
import { type Browser, type Site, site } from '../support/site.ts'
import { store } from '../support/store.ts'

let people: Cast
let house: Site
let asRini: Browser

beforeEach(async () => {
  people = await cast(store.db)
  house = site(store)
  asRini = await house.as(people.rini)
})

const kesambi = '/jabar/cirebon-kota/kesambi/'

const newcomer = (own: Record<string, string | string[]> = {}) => ({
  nrp: '95060777',
  nama: ' Nur  Hidayah ',
  pangkat: 'Bripda',
  jabatan: 'Bhabinkamtibmas Kel. Drajat',
  peran: 'bhabinkamtibmas',
  satuan: kesambi,
  wilayah: ['32.74.05.1004', '32.74.05.1001'],
  mulai: '2026-11-01',
  aksi: 'simpan',
  ...own,
})

const post = (address: string, sent: object = {}) => asRini.post(address).type('form').send(sent)
const entries = (action: string) => store.db.auditEntry.findMany({ where: { action } })
const codeIn = (html: string) => /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(html)![0]

describe('making an account', () => {
  it('keeps the person, the posting and the villages from the first day of service', async () => {
    await post('/personel', newcomer()).expect(201)

    const person = await store.db.person.findUniqueOrThrow({
      where: { nrp: '95060777' },
      include: { postings: true, assignments: { orderBy: { villageCode: 'asc' } } },
    })
    expect(person).toMatchObject({ name: 'Nur Hidayah', unitId: people.units.kesambi.id, passwordHash: null })
    const sinceOn = new Date('2026-11-01')
    expect(person.postings).toMatchObject([{ unitId: people.units.kesambi.id, sinceOn, untilOn: null }])
    expect(person.assignments).toMatchObject([
      { villageCode: '32.74.05.1001', sinceOn },
      { villageCode: '32.74.05.1004', sinceOn },
    ])
    expect(await entries('person.created')).toMatchObject([{ actorId: people.rini.id, subject: person.id }])
  })

  it('shows a code once that lets the person in, and keeps only its hash', async () => {
    const { text, headers } = await post('/personel', newcomer()).expect(201)
    const code = codeIn(text)

    const slip = await store.db.passwordSlip.findFirstOrThrow()
    expect(slip.codeHash).not.toContain(code)
    expect(slip.expiresAt).toEqual(new Date('2026-11-24T09:57:00+07:00'))
    expect(headers['cache-control']).toBe('no-store')
    expect(JSON.stringify(await store.db.auditEntry.findMany({ omit: { id: true } }))).not.toContain(code)
    const browser = await house.as({ nrp: '95060777' }, code.toLowerCase())
    await browser.get('/').expect(303).expect('Location', '/sandi')
  })

  it('gives a code that does not outlive its quarter of an hour', async () => {
    const { text } = await post('/personel', newcomer()).expect(201)

    house.clock.forward(16)

    const signIn = house.visitor().post('/masuk').type('form')
    await signIn.send({ nrp: '95060777', sandi: codeIn(text) }).expect(422)
  })

  it('asks again for what is wrong, and keeps what was typed', async () => {
    const { text } = await post('/personel', { nrp: '9506', nama: 'Budi 7', satuan: '/jabar/contoh/' }).expect(422)

    for (const sentence of [
      'NRP harus 8 angka. Sekarang 4',
      'Pilih pangkat',
      'Isi jabatan',
      'Pilih peran',
      'Pilih satuan',
    ])
      expect(text).toContain(sentence)
    expect(text).toContain('value="Budi 7"')
    expect(text).toContain('<title>Kesalahan: ')
    expect(await entries('person.created')).toEqual([])
  })

  it('says it at the NRP when another account has it, wherever that is', async () => {
    const { text } = await post('/personel', newcomer({ nrp: people.lina.nrp })).expect(422)

    expect(text).toContain('NRP ini sudah dipakai akun lain')
    expect(text).not.toContain(people.lina.name)
  })

  it('says so only of a form that is right in all else, twenty times an hour, each time in the audit', async () => {
    const taken = newcomer({ nrp: people.lina.nrp })
    const bare = await post('/personel', { nrp: people.lina.nrp }).expect(422)

    const told = []
    for (let at = 0; at < 22; at += 1) told.push((await post('/personel', taken).expect(422)).text)
    const refused = await post('/personel', newcomer({ nrp: '95060799' })).expect(422)

    expect(bare.text).not.toContain('sudah dipakai')
    expect(told.filter((text) => text.includes('NRP ini sudah dipakai akun lain'))).toHaveLength(20)
    expect(refused.text).toContain('Coba lagi dalam 60 menit')
    const traces = await entries('nrp.met')
    expect(traces).toHaveLength(20)
    expect(JSON.stringify(traces.map(({ details }) => details))).not.toContain(people.lina.nrp)
  })

  it.each([
    ['kasat', kesambi, 'Kasat Binmas bertugas di polres. Pilih polres'],
    ['bhabinkamtibmas', '/jabar/cirebon-kota/', 'Bhabinkamtibmas bertugas di polsek. Pilih satu polsek'],
  ])('does not put a %s into %s', async (peran, satuan, sentence) => {
    const { text } = await post('/personel', newcomer({ peran, satuan, wilayah: [] })).expect(422)

    expect(text).toContain(sentence)
  })

  it('takes villages of the unit only, and for a Bhabinkamtibmas only', async () => {
    const elsewhere = await post('/personel', newcomer({ wilayah: '32.09.12.2001' })).expect(422)
    expect(elsewhere.text).toContain('Pilih wilayah dari daftar Polsek Kesambi')

    const kanit = await post('/personel', newcomer({ peran: 'kanit' })).expect(422)
    expect(kanit.text).toContain('Wilayah binaan hanya untuk Bhabinkamtibmas')
  })

  it('shows the villages of the chosen unit before anything is saved, with their officers', async () => {
    const { text } = await post('/personel', newcomer({ aksi: 'wilayah', nrp: '' })).expect(200)

    expect(text).toContain('Kel. Sunyaragi (Aipda Budi Santoso)')
    expect(text).toContain('Kel. Drajat (belum ada petugas)')
    expect(text).not.toContain('Setupatok')
    expect(text).not.toContain('Kesalahan')
  })

  it.each([
    ['two at once', { nama: ['a', 'b'], nrp: ['1', '2'], satuan: ['/', '/'] }],
    ['signs without a shape', { nama: 'Bu\u0007di', jabatan: 'Kanit\u0007', mulai: '2026-02-31', wilayah: '\ufffd' }],
    ['nothing at all', {}],
  ])('answers %s with a sentence', async (_, sent) => {
    await post('/personel', sent).expect(422)
  })
})

describe('the list of personnel', () => {
  const list = async (query = '') => (await asRini.get(`/personel${query}`).expect(200)).text

  it('shows the people of the polres and nobody of another', async () => {
    const text = await list()

    for (const name of ['Budi Santoso', 'Sari Wulandari', 'Dewi Kartika']) expect(text).toContain(name)
    expect(text).not.toContain(people.lina.name)
    expect(text).toContain('10 orang')
  })

  it.each([
    ['?cari=84110021', 'Budi Santoso', 'Sari Wulandari'],
    ['?cari=santo', 'Budi Santoso', 'Sari Wulandari'],
    ['?satuan=%2Fjabar%2Fcirebon-kota%2Fmundu%2F', 'Sari Wulandari', 'Budi Santoso'],
    ['?keadaan=aktif', 'Budi Santoso', 'Lina'],
    ['?keadaan=tanpa-wilayah', 'Tidak ada yang cocok', 'Budi Santoso'],
  ])('%s finds %s', async (query, found, hidden) => {
    const text = await list(query)

    expect(text).toContain(found)
    expect(text).not.toContain(hidden)
  })

  it.each(['%25', '_', '%5C', '%27%3B--', 'zzz'])('takes %s as it is written', async (sign) => {
    expect(await list(`?cari=${sign}`)).toContain('Tidak ada yang cocok')
  })

  it('goes on where the page before ended, in the order of names', async () => {
    const unitId = people.units.kesambi.id
    await store.db.person.createMany({
      data: Array.from({ length: 25 }, (_, index) => ({
        nrp: String(87010001 + index),
        name: 'Nama Sama',
        pangkat: 'Bripka',
        position: 'Kanit',
        role: 'kanit',
        unitId,
        createdAt: new Date('2026-01-01'),
      })),
    })
    const namesOf = (html: string) => [...html.matchAll(/<a href="\/personel\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
    const seen: (string | undefined)[] = []

    let next: string | undefined = '/personel'
    while (next) {
      const { text }: { text: string } = await asRini.get(next).expect(200)
      seen.push(...namesOf(text))
      next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }

    expect(seen).toHaveLength(35)
    expect(new Set(seen).size).toBe(35)
  })
})

describe('changing an account', () => {
  it('keeps what was before and what is now', async () => {
    const sent = { nama: 'Budi Santosa', pangkat: 'Aiptu', jabatan: people.budi.position }
    await post(`/personel/${people.budi.id}`, sent).expect(303)

    expect(await store.db.person.findUnique({ where: { id: people.budi.id } })).toMatchObject({ name: 'Budi Santosa' })
    expect(await entries('person.edited')).toMatchObject([
      {
        details: {
          changes: [
            { what: 'name', before: 'Budi Santoso', after: 'Budi Santosa' },
            { what: 'pangkat', before: 'Aipda', after: 'Aiptu' },
          ],
        },
      },
    ])
  })

  it('is not remembered when nothing changed', async () => {
    const { name, pangkat, position } = people.budi
    await post(`/personel/${people.budi.id}`, { nama: name, pangkat, jabatan: position }).expect(303)

    expect(await entries('person.edited')).toEqual([])
  })
})

describe('suspending', () => {
  const reason = 'Menjalani pendidikan sampai Juni'

  it('ends every session at once and refuses the sign-in', async () => {
    const asBudi = await house.as(people.budi)

    await post(`/personel/${people.budi.id}/penonaktifan`, { alasan: reason }).expect(303)

    await asBudi.get('/').expect(303).expect('Location', '/masuk')
    const { accessVersion } = await store.db.person.findUniqueOrThrow({ where: { id: people.budi.id } })
    expect(accessVersion).toBe(2)
    await house.visitor().post('/masuk').type('form').send({ nrp: people.budi.nrp, sandi: 'x' }).expect(422)
    const { text } = await asRini.get(`/personel/${people.budi.id}`).expect(200)
    expect(text).toContain(reason)
    expect(await entries('person.suspended')).toMatchObject([{ actorId: people.rini.id, subject: people.budi.id }])
  })

  it('names the villages that it leaves without an officer, and gives the suspended no other', async () => {
    const asked = await asRini.get(`/personel/${people.budi.id}/penonaktifan`).expect(200)
    await post(`/personel/${people.budi.id}/penonaktifan`, { alasan: reason }).expect(303)

    const { text } = await asRini.get(`/personel/${people.budi.id}`).expect(200)

    expect(asked.text).toContain('Kel. Sunyaragi menjadi tanpa petugas.')
    expect(text).toContain('Tidak dilayani petugas ini selama akunnya nonaktif.')
    expect(text).not.toContain(`href="/personel/${people.budi.id}/penugasan"`)
  })

  it('asks for a reason of ten letters', async () => {
    const { text } = await post(`/personel/${people.budi.id}/penonaktifan`, { alasan: 'cuti .......' }).expect(422)

    expect(text).toContain('Alasan minimal 10 huruf. Sekarang 4')
  })

  it('is nothing that one does to oneself', async () => {
    await post(`/personel/${people.rini.id}/penonaktifan`, { alasan: reason }).expect(409)

    const { text } = await asRini.get(`/personel/${people.rini.id}`).expect(200)
    expect(text).not.toContain('/penonaktifan')
  })

  it('leaves one of two admins who suspend each other', async () => {
    const { passwordHash } = await store.db.person.findUniqueOrThrow({ where: { id: people.rini.id } })
    const other = await store.db.person.create({
      data: {
        nrp: '93050111',
        name: 'Nur Hidayah',
        pangkat: 'Bripda',
        position: 'Admin BOS',
        role: 'admin',
        unitId: people.units.cirebonKota.id,
        passwordHash,
        mustChangePassword: false,
        createdAt: new Date(),
      },
    })
    const asOther = await house.as(other)

    await Promise.all([
      post(`/personel/${other.id}/penonaktifan`, { alasan: reason }),
      asOther.post(`/personel/${people.rini.id}/penonaktifan`).type('form').send({ alasan: reason }),
    ])

    const active = { role: 'admin', state: 'active', unitId: people.units.cirebonKota.id }
    expect(await store.db.person.count({ where: active })).toBe(1)
  })

  it('is undone, and the old sessions stay out', async () => {
    const asBudi = await house.as(people.budi)
    await post(`/personel/${people.budi.id}/penonaktifan`, { alasan: reason }).expect(303)

    await post(`/personel/${people.budi.id}/pengaktifan`).expect(303)

    await asBudi.get('/').expect('Location', '/masuk')
    await house.as(people.budi)
    expect(await entries('person.reinstated')).toHaveLength(1)
  })
})

describe('a one-time code', () => {
  it('replaces the one before, and the old password works until it is used', async () => {
    const first = codeIn((await post(`/personel/${people.budi.id}/slip`).expect(201)).text)
    house.clock.forward(1)
    const second = codeIn((await post(`/personel/${people.budi.id}/slip`).expect(201)).text)

    await house.as(people.budi)
    const signIn = () => house.visitor().post('/masuk').type('form')
    await signIn().send({ nrp: people.budi.nrp, sandi: first }).expect(422)
    await signIn().send({ nrp: people.budi.nrp, sandi: second }).expect(303)
    await signIn().send({ nrp: people.budi.nrp, sandi: second }).expect(422)
    expect(await entries('slip.issued')).toHaveLength(2)
  })

  it('is given neither to oneself nor to a suspended account', async () => {
    const data = { state: 'suspended', suspendReason: 'Cuti panjang' }
    await store.db.person.update({ where: { id: people.budi.id }, data })

    await post(`/personel/${people.rini.id}/slip`).expect(409)
    await post(`/personel/${people.budi.id}/slip`).expect(409)

    expect(await store.db.passwordSlip.count()).toBe(0)
  })
})

describe('the number to call', () => {
  it('is kept as it is dialled, shown on the page of the person, and called from the morning sheet', async () => {
    const { budi, rini, hendra } = people
    const { as, clock } = site(store)
    clock.set('2026-11-24T07:30:00+07:00')
    const browser = await as(rini)
    const edited = { nama: budi.name, pangkat: budi.pangkat, jabatan: budi.position, hp: '+62 812-3456-7890' }

    await browser.post(`/personel/${budi.id}`).type('form').send(edited).expect(303)
    const { text } = await browser.get(`/personel/${budi.id}`).expect(200)
    const sheet = await (await as(hendra)).get('/lembar-pagi').expect(200)

    expect(await store.db.person.findUnique({ where: { id: budi.id } })).toMatchObject({ phone: '+6281234567890' })
    expect(text).toContain('081234567890')
    expect(sheet.text).toContain('tel:+6281234567890')
    const entry = await store.db.auditEntry.findFirst({ where: { action: 'person.edited' } })
    expect(JSON.stringify(entry!.details)).not.toContain('81234567890')
  })

  it.each(['0231-204567', '12', '0812-3456-7890, 0813-3456-7890'])(
    'is refused with a sentence when it is %s',
    async (hp) => {
      const { budi, rini } = people
      const browser = await site(store).as(rini)
      const edited = { nama: budi.name, pangkat: budi.pangkat, jabatan: budi.position, hp }

      const { text } = await browser.post(`/personel/${budi.id}`).type('form').send(edited).expect(422)

      expect(text).toContain('Tulis satu nomor HP')
      expect(text).toContain(`value="${hp}"`)
    },
  )
})
