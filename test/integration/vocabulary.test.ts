import { countTerms } from '../../src/administration/vocabularies/vocabularies.commands.ts'
import { type Cast, cast } from '../support/cast.ts'
import { filedTalk, household, penyuluhan, photo, postForm } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const topics = '/kosakata/tema-penyuluhan'

const post = (browser: Browser, path: string, sent: object = {}) => browser.post(path).type('form').send(sent)
const add = (browser: Browser, own: object = {}) =>
  post(browser, topics, { istilah: 'Uang palsu', inggris: 'Counterfeit money', mulai: '2026-11-24', ...own })
const form = async (browser: Browser) => (await browser.get('/laporan/penyuluhan/baru').expect(200)).text
const audited = (action: string) => store.db.auditEntry.findMany({ where: { action } })

async function everybody(): Promise<{ people: Cast; rini: Browser; budi: Browser; sari: Browser }> {
  const people = await cast(store.db)
  const { as } = site(store)
  return { people, rini: await as(people.rini), budi: await as(people.budi), sari: await as(people.sari) }
}

describe('a word that the admin adds', () => {
  it('is offered by forms, taken, shown by its label, and remembered', async () => {
    const { people, rini, budi, sari } = await everybody()

    await add(rini).expect(303).expect('location', topics)

    expect(await form(budi)).toContain('<option value="uang-palsu">Uang palsu</option>')
    const id = await filedTalk(budi, { tema: 'uang-palsu' })
    expect((await budi.get(`/laporan/${id}`).expect(200)).text).toContain('Uang palsu')
    expect((await budi.get('/laporan').expect(200)).text).toContain('Uang palsu di Balai RW 07')
    await sari.get(`/laporan/${id}`).expect(404)
    const [entry] = await audited('term.added')
    expect(entry).toMatchObject({ actorId: people.rini.id, subject: 'tema-penyuluhan/uang-palsu' })
    expect((await rini.get('/audit').expect(200)).text).toMatch(/Menambah istilah[\s\S]*Kosakata/)
  })

  it('is offered from its first day on', async () => {
    const { rini, budi } = await everybody()
    await add(rini, { mulai: '2026-12-01' }).expect(303)

    expect(await form(budi)).not.toContain('uang-palsu')
    expect((await rini.get(topics)).text).toContain('Mulai 1 Des 2026')
  })

  it('is refused when the list has it, when it says nothing, or begins in the past; what was typed stays', async () => {
    const { rini } = await everybody()

    const known = await add(rini, { istilah: 'bahaya NARKOBA.' }).expect(422)
    expect(known.text).toContain('&#34;Bahaya narkoba&#34; sudah ada di daftar')
    expect(formIn(known.text)).toMatchObject({ istilah: 'bahaya NARKOBA.', inggris: 'Counterfeit money' })
    await add(rini, { istilah: '---' }).expect(422)
    await add(rini, { inggris: '' }).expect(422)
    await add(rini, { mulai: '2026-11-23' }).expect(422)
    expect(await store.db.term.count()).toBe(0)
  })

  it('gets a name of its own beside one that is taken', async () => {
    const { rini } = await everybody()
    await add(rini, { istilah: 'Lalin' }).expect(303)

    expect(await store.db.term.findMany({ select: { key: true } })).toEqual([{ key: 'lalin-2' }])
  })
})

describe('a word that the admin retires', () => {
  it('is offered no more, stays readable, and is taken from a form that was opened before', async () => {
    const { people, rini, budi } = await everybody()
    const old = await filedTalk(budi, { tema: 'narkoba' })

    await post(rini, `${topics}/narkoba/penghentian`).expect(303)

    expect(await form(budi)).not.toContain('value="narkoba"')
    expect((await budi.get(`/laporan/${old}`)).text).toContain('Bahaya narkoba')
    const late = await filedTalk(budi, { tema: 'narkoba' })
    expect(await store.db.report.findUnique({ where: { id: late } })).toMatchObject({ state: 'submitted' })
    expect(await audited('term.retired')).toMatchObject([{ actorId: people.rini.id }])
  })

  it('is refused ninety days later, in the words of the list', async () => {
    const { people, rini } = await everybody()
    await post(rini, `${topics}/narkoba/penghentian`).expect(303)
    await store.db.term.updateMany({ data: { sinceOn: new Date('2020-01-01'), untilOn: new Date('2026-08-26') } })
    const budi = await site(store).as(people.budi)

    const wire = penyuluhan({ tema: 'narkoba', aksi: 'kirim' })
    const answer = await postForm(budi, '/laporan/penyuluhan', wire, [await photo()]).expect(422)
    expect(answer.text).toContain('Pilih tema dari daftar')
    expect(await store.db.report.count()).toBe(0)
  })

  it('is offered again when the admin says so', async () => {
    const { rini, budi } = await everybody()
    await post(rini, `${topics}/narkoba/penghentian`).expect(303)
    await post(rini, `${topics}/narkoba/pengaktifan`).expect(303)

    expect(await form(budi)).toContain('value="narkoba"')
    expect(await audited('term.reinstated')).toHaveLength(1)
    await post(rini, `${topics}/narkoba/pengaktifan`).expect(303)
    expect(await audited('term.reinstated')).toHaveLength(1)
  })

  it('is never the last one', async () => {
    const { rini } = await everybody()
    const keys = [...(await rini.get(topics)).text.matchAll(/tema-penyuluhan\/(\w+)\/penghentian/g)].map(
      ([, key]) => key,
    )
    for (const key of keys.slice(1)) await post(rini, `${topics}/${key}/penghentian`).expect(303)

    const answer = await post(rini, `${topics}/${keys[0]}/penghentian`).expect(409)
    expect(answer.text).toContain('Harus ada satu istilah yang ditawarkan')
  })
})

describe('a word that the admin merges into another', () => {
  it('tells how many reports use both, is offered no more, and counts with the other where that is said', async () => {
    const { people, rini, budi } = await everybody()
    const old = await filedTalk(budi, { tema: 'kenakalan' })
    await filedTalk(budi, { tema: 'narkoba' })

    const page = await rini.get(`${topics}/kenakalan/penggabungan`).expect(200)
    expect(page.text).toContain('dipakai 1 kali')
    expect(page.text).toContain('Bahaya narkoba (1 kali)')
    expect(page.text).not.toContain('Balai RW 07')
    await post(rini, `${topics}/kenakalan/penggabungan`, { tujuan: 'narkoba' }).expect(303)

    expect(await form(budi)).not.toContain('value="kenakalan"')
    expect((await budi.get(`/laporan/${old}`)).text).toContain('Kenakalan remaja dan tawuran')
    const list = (await rini.get(topics)).text
    expect(list).toContain('Dipakai 1 kali, dengan yang digabung 2 kali')
    expect(list).toContain('Digabung 24 Nov 2026 ke Bahaya narkoba')
    expect(await audited('term.merged')).toMatchObject([
      { actorId: people.rini.id, details: { label: 'Kenakalan remaja dan tawuran', into: 'narkoba' } },
    ])
  })

  it('needs a target that is offered and is not itself', async () => {
    const { rini } = await everybody()
    await post(rini, `${topics}/hoaks/penghentian`).expect(303)

    for (const tujuan of ['', 'hoaks', 'narkoba', 'tidak-ada', ['lalin', 'hoaks']])
      await post(rini, `${topics}/narkoba/penggabungan`, { tujuan }).expect(422)
    await rini.get(`${topics}/hoaks/penggabungan`).expect(404)
    await rini.get(`${topics}/tidak-ada/penggabungan`).expect(404)
    expect(await audited('term.merged')).toEqual([])
  })
})

describe('the uses of a word', () => {
  it('are those of the last night, over reports, the register and reviews', async () => {
    const { people, rini, budi } = await everybody()
    await filedTalk(budi)
    await household(store.db, people.budi, { kind: 'tempat', name: 'Toko Maju', details: { jenis: 'usaha' } })
    await countTerms(store.db, new Date('2026-11-24T02:00:00+07:00'))
    await filedTalk(budi)

    const talk = (await rini.get(topics)).text
    expect(talk).toContain('Pemakaian dihitung 24 Nov 2026, 02.00 WIB')
    expect(talk.match(/Dipakai 1 kali/g)).toHaveLength(1)
    expect((await rini.get('/kosakata/jenis-tempat')).text.match(/Dipakai 1 kali/g)).toHaveLength(1)
  })
})

describe('the vocabularies', () => {
  it('are kept by the admin only, and are lists that exist', async () => {
    const { people, rini, budi } = await everybody()
    const agus = await site(store).as(people.agus)

    await budi.get(topics).expect(403)
    await agus.get('/kosakata').expect(403)
    await add(agus).expect(403)
    await rini.get('/kosakata/tidak-ada').expect(404)
    expect((await rini.get('/kosakata').expect(200)).text).toContain('Tema penyuluhan')
    expect(await store.db.term.count()).toBe(0)
  })

  it('of the register are offered and taken there too', async () => {
    const { rini, budi } = await everybody()
    await post(rini, '/kosakata/jenis-tempat', { istilah: 'Pasar', inggris: 'Market', mulai: '2026-11-24' }).expect(303)

    expect((await budi.get('/tempat/baru')).text).toContain('value="pasar"')
    const place = { wilayah: '32.74.05.1002', nama: 'Pasar Kanoman', penanggungJawab: 'Ibu Entin' }
    await post(budi, '/tempat', { ...place, jenis: 'pasar' }).expect(303)
    await post(budi, '/tempat', { ...place, nama: 'Pasar Baru', jenis: 'warung' }).expect(422)
    const entries = await store.db.registerEntry.findMany()
    expect(entries).toMatchObject([{ details: { jenis: 'pasar' } }])
    expect((await budi.get(`/tempat/${entries[0]!.id}`).expect(200)).text).toContain('Pasar</dd>')
    expect((await budi.get(`/tempat/${entries[0]!.id}/ubah`).expect(200)).text).toMatch(/value="pasar" selected/)
  })

  it('of reasons for a return are offered to the reviewer, and taken', async () => {
    const { people, rini, budi } = await everybody()
    const reasons = '/kosakata/alasan-pengembalian'
    const own = { istilah: 'Foto buram', inggris: 'Photo is blurred', mulai: '2026-11-24' }
    await post(rini, reasons, own).expect(303)
    await post(rini, `${reasons}/lokasi/penghentian`).expect(303)
    const id = await filedTalk(budi)
    const agus = await site(store).as(people.agus)

    const { text } = await agus.get(`/laporan/${id}`).expect(200)
    expect(text).toContain('value="foto-buram"')
    expect(text).not.toContain('value="lokasi"')
    const back = { versi: '1', catatan: 'Ambil ulang fotonya dari dekat.', isian: 'foto' }
    await post(agus, `/laporan/${id}/pengembalian`, { ...back, alasan: 'tidak-ada' }).expect(422)
    await post(agus, `/laporan/${id}/pengembalian`, { ...back, alasan: 'foto-buram' }).expect(303)
    expect(await store.db.review.findMany()).toMatchObject([{ reason: 'foto-buram' }])
    expect((await rini.get(reasons)).text.match(/Dipakai 1 kali/g)).toHaveLength(1)
  })
})
