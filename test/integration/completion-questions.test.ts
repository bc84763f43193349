import { randomUUID } from 'node:crypto'
import { type Cast, cast } from '../support/cast.ts'
import { penyuluhan, photo, postForm, scenery } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import { filedBrief, filedTalk } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const line = 'Ronda malam di Balai RW 07, situasi aman.'
const told = {
  tanggal: '2026-11-24',
  pukul: '08:45',
  tempat: 'balai rw 7',
  tema: 'narkoba',
  materi: 'Nomor yang bisa dihubungi warga, cara menolak ajakan, dan bahaya narkoba bagi remaja.',
}

let people: Cast
let asBudi: Browser

beforeEach(async () => {
  people = await cast(store.db)
  asBudi = await site(store).as(people.budi)
})

async function beside(making: Parameters<typeof filedTalk>[2] = {}) {
  const standing = await filedTalk(store, people.budi, { photos: 0, ...making })
  const brief = await filedBrief(store, people.budi, { photos: 1 })
  const at = `/laporan/${brief.id}/pelengkapan`
  const send = (own: object = {}) => postForm(asBudi, at, { ...penyuluhan(told), aksi: 'kirim', ...own })
  const answer = (text: string, own: object) =>
    asBudi
      .post(at)
      .type('form')
      .send({ ...formIn(text), ...own, aksi: 'kirim' })
  const now = () => store.db.report.findUniqueOrThrow({ where: { id: brief.id } })
  return { standing, brief, at, send, answer, now }
}

describe('a brief report that is completed', () => {
  it('is asked on the check page and refused without an answer, with everything typed kept', async () => {
    const { standing, at, brief, send, now } = await beside()

    const check = await send({ aksi: 'periksa' }).expect(200)
    const open = await send().expect(422)

    for (const { text } of [check, open]) {
      expect(text).toContain('Laporan ini mirip laporan yang sudah ada')
      expect(text).toContain(`href="/laporan/${standing.id}"`)
      expect(text).toContain(`action="${at}"`)
      expect(text).toContain(`src="/laporan/${brief.id}/foto/1"`)
      expect(formIn(text)).toMatchObject(told)
    }
    expect(check.text).not.toContain('Pilih sama, lanjutan, atau berbeda')
    expect(open.text).toContain('Pilih sama, lanjutan, atau berbeda')
    expect(await now()).toMatchObject({ state: 'brief', version: 1, warnings: [], answers: { kilat: line } })
  })

  it('keeps that it is another event, for the reviewer to compare', async () => {
    const { standing, brief, send, answer, now } = await beside()
    const { text } = await send().expect(422)

    await answer(text, { serupa: 'berbeda' }).expect(303)
    const asAgus = await site(store).as(people.agus)
    const page = await asAgus.get(`/laporan/${brief.id}`).expect(200)

    const warning = { key: 'mirip', params: { id: standing.id, number: standing.number }, reason: 'berbeda' }
    expect(await now()).toMatchObject({ state: 'submitted', followsId: null, warnings: [warning] })
    expect(page.text).toContain(`/laporan/${brief.id}/perbandingan/${standing.id}`)
  })

  it('follows what it continues, and takes along what already follows it', async () => {
    const { standing, brief, send, answer, now } = await beside()
    const follower = await filedTalk(store, people.budi, { photos: 0, answers: { tanggal: '2026-11-22' } })
    const chain = { followsId: brief.id, matterId: brief.id }
    await store.db.report.update({ where: { id: follower.id }, data: chain })
    const { text } = await send().expect(422)

    await answer(text, { serupa: 'lanjutan' }).expect(303)
    const page = await asBudi.get(`/laporan/${brief.id}`).expect(200)

    const matter = { matterId: standing.id }
    expect(await now()).toMatchObject({ followsId: standing.id, ...matter, warnings: [], state: 'submitted' })
    expect(await store.db.report.findUnique({ where: { id: follower.id } })).toMatchObject(matter)
    for (const { id } of [standing, follower]) expect(page.text).toContain(`href="/laporan/${id}"`)
  })

  it('stays brief when it is the same: the form is kept, and the officer is led to what is there', async () => {
    const { standing, at, send, answer, now } = await beside()
    const { text } = await send().expect(422)

    const { headers } = await answer(text, { serupa: 'sama' }).expect(303)
    const there = await asBudi.get(String(headers.location)).expect(200)
    const form = await asBudi.get(at).expect(200)

    expect(headers.location).toBe(`/laporan/${standing.id}`)
    expect(there.text.replaceAll('<wbr>', '')).toContain(
      `Kilat belum dilengkapi, karena sama dengan laporan ${standing.number} ini`,
    )
    expect(await now()).toMatchObject({ state: 'brief', version: 1, completedAt: null })
    expect(formIn(form.text)).toMatchObject(told)
    expect(await store.db.auditEntry.count({ where: { action: 'report.completed' } })).toBe(0)
  })

  it('is not asked about itself: not its text, not its place and hour, not its photo', async () => {
    const id = randomUUID()
    const wire = { ...penyuluhan({ ...told, laporanId: id }), jenis: 'penyuluhan', kilat: line, aksi: 'kirim' }
    await postForm(asBudi, '/laporan/kilat', wire, [await scenery(2)]).expect(303)
    const { tanggal, pukul, tempat, materi: narrative } = told
    const answers = { tanggal, pukul, tempat, rw: 7, wilayah: '32.74.05.1002', kilat: line }
    await store.db.report.update({ where: { id }, data: { answers, narrative } })

    await postForm(asBudi, `/laporan/${id}/pelengkapan`, wire, [await scenery(2, 1200)]).expect(303)

    expect(await store.db.report.findFirst()).toMatchObject({ state: 'submitted', warnings: [], matterId: null })
  })

  it('is not asked whether it is what already follows it', async () => {
    const { standing, brief, send } = await beside()
    await store.db.report.update({ where: { id: standing.id }, data: { followsId: brief.id, matterId: brief.id } })

    const { text } = await send({ aksi: 'periksa' }).expect(200)

    expect(text).not.toContain('Laporan ini mirip')
    expect(text).not.toContain('serupaDitanya')
  })

  it('is as old as its line was when it arrived, however late the detail comes', async () => {
    const { brief, at } = await beside({ answers: { tanggal: '2026-10-02' } })
    const on = { ...told, tanggal: '2026-11-10', laporanId: brief.id }
    const answers = { tanggal: on.tanggal, pukul: '08:45', wilayah: '32.74.05.1002', kilat: line }
    const day = new Date(on.tanggal)
    await store.db.report.update({ where: { id: brief.id }, data: { answers, occurredOn: day } })

    const { text } = await postForm(asBudi, at, { ...penyuluhan(on), aksi: 'kirim' }).expect(422)
    await store.db.report.update({
      where: { id: brief.id },
      data: { arrivedAt: new Date('2026-11-11T08:00:00+07:00') },
    })
    await postForm(asBudi, at, { ...penyuluhan(on), aksi: 'kirim' }).expect(303)

    expect(text).toContain('Kegiatan ini lebih dari 7 hari lalu')
  })

  it('is asked about a photo that came with its line, and shows it', async () => {
    const other = { tanggal: '2026-11-18', tempat: 'Pos kamling', rw: '3', aksi: 'kirim', 'tanda.terlambat': 'lupa' }
    await postForm(asBudi, '/laporan/penyuluhan', penyuluhan(other), [await scenery(2)]).expect(303)
    const id = randomUUID()
    const wire = { ...penyuluhan({ ...told, laporanId: id }), jenis: 'penyuluhan', kilat: line, aksi: 'kirim' }
    await postForm(asBudi, '/laporan/kilat', wire, [await scenery(2, 1200)]).expect(303)
    const at = `/laporan/${id}/pelengkapan`

    const { text } = await postForm(asBudi, at, wire, [await photo()]).expect(422)
    const reason = { 'tanda.foto-mirip': 'dipakai-lagi', aksi: 'kirim' }
    await asBudi
      .post(at)
      .type('form')
      .send({ ...formIn(text), ...reason })
      .expect(303)

    expect(text).toContain('Foto ini mirip foto di laporan 18 Nov 2026')
    expect(text).toMatch(new RegExp(`${id}/foto/1"[\\s\\S]*${id}/foto/1"`))
    expect(await store.db.report.findUnique({ where: { id } })).toMatchObject({
      state: 'submitted',
      warnings: [{ key: 'foto-mirip', reason: 'dipakai-lagi' }],
    })
  })
})
