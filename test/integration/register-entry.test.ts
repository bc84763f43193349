import { nikLocation } from '../../src/officers/register/register.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { cast } from '../support/cast.ts'
import { household } from '../support/filing.ts'
import { filedVisit } from '../support/makers.ts'
import { secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const nik = '3274054107850001'

async function atWork(own: Record<string, unknown> = {}) {
  const people = await cast(store.db)
  const { as } = site(store)
  const home = await household(store.db, people.budi, own)
  return { ...people, as, home, browser: await as(people.budi) }
}

/** The household with its NIK, sealed as the form does it. */
async function withNik(id: string) {
  const sealing = cipherOf(secrets.data)
  const data = { nikSealed: sealing.encrypt(nik, nikLocation(id)), nikIndex: sealing.index(nik) }
  await store.db.registerEntry.update({ where: { id }, data })
}

const change = (own: Record<string, string> = {}) => ({
  wilayah: '32.74.05.1002',
  nama: 'Siti Rohmah',
  rt: '3',
  rw: '7',
  alamat: '',
  pekerjaan: '',
  penghuni: '5',
  hp: '',
  darurat: '',
  nik: '',
  versi: '1',
  ...own,
})

const audited = (action: string) => store.db.auditEntry.findMany({ where: { action } })

describe('the page of a household', () => {
  it('shows what is known and every visit with its number, newest first', async () => {
    const { browser, home, budi } = await atWork()
    const first = await filedVisit(store, budi, home, '2026-11-20')
    const second = await filedVisit(store, budi, home)

    const { text } = await browser.get(`/warga/${home.id}`).expect(200)

    expect(text).toMatch(/RT 003 RW 007, Kel\. Sunyaragi/)
    expect(text.indexOf('Kunjungan ke-2, 24 Nov 2026')).toBeGreaterThan(0)
    expect(text.indexOf('Kunjungan ke-2')).toBeLessThan(text.indexOf('Kunjungan ke-1, 20 Nov 2026'))
    expect(text).toContain(`/laporan/${first}`)
    expect(text).toContain(`/laporan/${second}`)
    expect(text).toContain(`/laporan/kunjungan-warga/baru?entri=${home.id}`)
  })

  it('does not count what was cancelled', async () => {
    const { browser, home, budi } = await atWork()
    const id = await filedVisit(store, budi, home)
    await store.db.report.update({ where: { id }, data: { state: 'cancelled' } })

    const { text } = await browser.get(`/warga/${home.id}`).expect(200)

    expect(text).toContain('Riwayat kunjungan (0)')
    expect(text).not.toContain('Kunjungan ke-')
  })

  it('says of a home that it is visited, and of a group that it is guided', async () => {
    const { browser, home, budi } = await atWork()
    const group = await household(store.db, budi, { kind: 'kelompok', name: 'Satkamling RW 07' })

    expect((await browser.get(`/warga/${home.id}`).expect(200)).text).toContain('Belum pernah dikunjungi')
    const { text } = await browser.get(`/kelompok/${group.id}`).expect(200)
    expect(text).toContain('Riwayat pembinaan (0)')
    expect(text).toContain('Belum pernah dibina')
  })

  it('tells of an earlier officer’s visit without a way to it', async () => {
    const { home, budi, sari, as } = await atWork()
    const id = await filedVisit(store, budi, home)
    await store.db.assignment.updateMany({ where: { personId: sari.id }, data: { villageCode: budi.villages![0]! } })

    const { text } = await (await as(sari)).get(`/warga/${home.id}`).expect(200)

    expect(text).toContain('Kunjungan ke-1, 24 Nov 2026')
    expect(text).not.toContain(id)
  })

  it.each(['hendra', 'yusuf', 'agus', 'bambang', 'dewi'] as const)('is read, and only read, by %s', async (name) => {
    const { as, home, ...people } = await atWork()
    const browser = await as(people[name])

    const { text } = await browser.get(`/warga/${home.id}`).expect(200)

    expect(text).not.toContain(`/warga/${home.id}/ubah`)
    await browser.get(`/warga/${home.id}/ubah`).expect(403)
    const found = await browser.get('/warga?cari=siti').expect(200)
    expect(found.text).toContain(`/warga/${home.id}`)
    expect(found.text).not.toContain('/warga/baru')
  })

  it('is under the address of its own part of the register only', async () => {
    const { browser, home } = await atWork()

    await browser.get(`/tempat/${home.id}`).expect(404)
    await browser.get(`/kelompok/${home.id}`).expect(404)
  })
})

describe('a change of a household', () => {
  it('is kept, and the audit remembers which answers, not what they say', async () => {
    const { browser, home, budi } = await atWork()
    const { text } = await browser.get(`/warga/${home.id}/ubah`).expect(200)
    expect(text).toContain('value="Siti Rohmah"')

    const { headers } = await browser
      .post(`/warga/${home.id}/ubah`)
      .type('form')
      .send(change({ nama: 'Siti Rohmahwati', hp: '0812-3456-7890' }))
      .expect(303)

    expect(headers.location).toBe(`/warga/${home.id}`)
    expect(await store.db.registerEntry.findUnique({ where: { id: home.id } })).toMatchObject({
      name: 'Siti Rohmahwati',
      phone: '+6281234567890',
      details: { penghuni: 5 },
      version: 2,
    })
    expect(await audited('entry.edited')).toMatchObject([
      { actorId: budi.id, subject: home.id, details: { fields: ['nama', 'penghuni', 'hp'] } },
    ])
    expect(JSON.stringify(await audited('entry.edited'), (_, one) => String(one))).not.toContain('Rohmahwati')
  })

  it('made from a page that is out of date is told so, and changes nothing', async () => {
    const { browser, home } = await atWork()
    await browser.post(`/warga/${home.id}/ubah`).type('form').send(change()).expect(303)

    const { text } = await browser
      .post(`/warga/${home.id}/ubah`)
      .type('form')
      .send(change({ nama: 'Siti Aminah' }))
      .expect(409)

    expect(text).toContain('sudah diubah orang lain')
    expect((await store.db.registerEntry.findUnique({ where: { id: home.id } }))?.name).toBe('Siti Rohmah')
  })

  it('that changes nothing is no change', async () => {
    const { browser, home } = await atWork()

    await browser
      .post(`/warga/${home.id}/ubah`)
      .type('form')
      .send(change({ penghuni: '4' }))
      .expect(303)

    expect(await audited('entry.edited')).toEqual([])
  })

  it('with a fault is asked for again, with what was typed and the version it was made from', async () => {
    const { browser, home } = await atWork()

    const { text } = await browser
      .post(`/warga/${home.id}/ubah`)
      .type('form')
      .send(change({ nama: 'S' }))
      .expect(422)

    expect(text).toContain('<title>Kesalahan')
    expect(text).toContain('name="versi" value="1"')
  })

  it('keeps the NIK when none is typed, and replaces it when one is', async () => {
    const { browser, home } = await atWork()
    await withNik(home.id)
    const other = '3274055112900002'
    const nikNow = async () => {
      const { nikSealed } = await store.db.registerEntry.findUniqueOrThrow({ where: { id: home.id } })
      return cipherOf(secrets.data).decrypt(nikSealed!, nikLocation(home.id))
    }

    await browser.post(`/warga/${home.id}/ubah`).type('form').send(change()).expect(303)
    expect(await nikNow()).toBe(nik)
    await browser
      .post(`/warga/${home.id}/ubah`)
      .type('form')
      .send(change({ versi: '2', nik: other }))
      .expect(303)
    expect(await nikNow()).toBe(other)
  })
})

describe('the NIK of a household', () => {
  it('is masked on its page', async () => {
    const { browser, home } = await atWork()
    await withNik(home.id)

    const { text } = await browser.get(`/warga/${home.id}`).expect(200)

    expect(text).toContain('••••0001')
    expect(text).not.toMatch(/3274\s?0541/)
  })

  it.each(['budi', 'agus'] as const)('is shown to %s with a reason, which the audit keeps', async (name) => {
    const { as, home, ...people } = await atWork()
    await withNik(home.id)
    const browser = await as(people[name])
    const reason = 'Dicocokkan dengan laporan kehilangan KTP'

    const { text } = await browser.post(`/warga/${home.id}/nik`).type('form').send({ alasan: reason }).expect(200)

    expect(text).toContain('3274 0541 0785 0001')
    const entries = await audited('nik.revealed')
    expect(entries).toMatchObject([{ actorId: people[name].id, subject: home.id, details: { reason } }])
    expect(JSON.stringify(entries[0]!.details)).not.toContain(nik)
  })

  it('stays masked without a reason', async () => {
    const { browser, home } = await atWork()
    await withNik(home.id)

    const { text } = await browser.post(`/warga/${home.id}/nik`).type('form').send({ alasan: 'perlu' }).expect(422)

    expect(text).toContain('Tulis alasan 10 sampai 200 huruf')
    expect(text).not.toMatch(/3274\s?0541/)
    expect(await audited('nik.revealed')).toEqual([])
  })

  it('is not opened by those who only read, and not where there is none', async () => {
    const { as, browser, home, hendra } = await atWork()
    const sent = { alasan: 'Ingin tahu saja isinya apa' }
    await browser.post(`/warga/${home.id}/nik`).type('form').send(sent).expect(404)
    await withNik(home.id)

    await (await as(hendra)).post(`/warga/${home.id}/nik`).type('form').send(sent).expect(403)
  })
})
