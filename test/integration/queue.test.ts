import type { Prisma } from '../../src/platform/generated/prisma/client.ts'
import { type Cast, cast } from '../support/cast.ts'
import { filedTalk, type Making } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const send = (browser: Browser, path: string, sent: object) => browser.post(path).type('form').send(sent)
const stateOf = async (id: string) => (await store.db.report.findUniqueOrThrow({ where: { id } })).state
const statesOf = (ids: string[]) => Promise.all(ids.map(stateOf))
const warning = [{ key: 'jauh', params: {}, reason: 'gedung' }]

async function atWork() {
  const people = await cast(store.db)
  const { as, clock } = site(store)
  return { people, clock, as: (name: Exclude<keyof Cast, 'units'>) => as(people[name]), asAgus: await as(people.agus) }
}

/** A talk of Budi's, with what makes a report come earlier or later. */
async function talk(people: Cast, marks: Prisma.ReportUpdateInput = {}, making: Making = {}, author = people.budi) {
  const { id } = await filedTalk(store, author, { photos: 0, ...making })
  return store.db.report.update({ where: { id }, data: marks })
}

const talks = async (people: Cast, count: number) => {
  const made = []
  for (let index = 0; index < count; index += 1) made.push((await talk(people)).id)
  return made
}

const set = (people: Cast, key: string, value: Prisma.InputJsonValue) =>
  store.db.setting.create({
    data: { unitId: people.units.cirebonKota.id, key, value, setAt: new Date('2026-11-01T08:00:00+07:00') },
  })

/** The reports of a queue page, in its order. */
const listed = async (browser: Browser, path = '/antrean') =>
  [...(await browser.get(path).expect(200)).text.matchAll(/task__link" href="\/laporan\/([0-9a-f-]{36})/g)].map(
    ([, id]) => id,
  )
const at = (time: string) => new Date(`2026-11-24T${time}:00+07:00`)

describe('the queue', () => {
  it('puts what is urgent first, then what has most marks, then what has waited longest', async () => {
    const { people, asAgus } = await atWork()
    const late = await talk(people, {}, { at: at('09:00') })
    const early = await talk(people, {}, { at: at('07:00') })
    const marked = await talk(people, { warnings: warning }, { at: at('09:30') })
    const twice = await talk(people, { warnings: [...warning, ...warning] }, { at: at('09:31') })
    const urgent = await talk(people, { priority: 50 }, { at: at('09:35') })

    const { text } = await asAgus.get('/antrean').expect(200)

    expect(await listed(asAgus)).toEqual([urgent.id, twice.id, marked.id, early.id, late.id])
    expect(text).toContain('5 perlu diperiksa, tertua menunggu 2 jam')
    expect(text).toMatch(/Mendesak[\s\S]*2 tanda[\s\S]*1 tanda/)
  })

  it('says of what has only come that it came just now', async () => {
    const { people, asAgus } = await atWork()
    await talk(people, {}, { at: at('09:42') })

    const { text } = await asAgus.get('/antrean').expect(200)

    expect(text).toContain('1 perlu diperiksa, tertua baru saja')
    expect(text).not.toContain('menunggu 0 menit')
  })

  it('is narrowed by type, polsek, officer and mark, in an address that can be shared', async () => {
    const { people, asAgus } = await atWork()
    const kesambi = await talk(people)
    const mundu = await talk(people, { warnings: warning }, {}, people.sari)

    expect(await listed(asAgus, '/antrean?satuan=/jabar/cirebon-kota/mundu/')).toEqual([mundu.id])
    expect(await listed(asAgus, `/antrean?petugas=${people.budi.id}`)).toEqual([kesambi.id])
    expect(await listed(asAgus, '/antrean?tanda=ada')).toEqual([mundu.id])
    expect(await listed(asAgus, '/antrean?tanda=tanpa&jenis=penyuluhan')).toEqual([kesambi.id])
    expect(await listed(asAgus, '/antrean?jenis=giat-desa')).toEqual([])
    const { text } = await asAgus.get('/antrean?tanda=ada&jenis=penyuluhan').expect(200)
    expect(text).toContain('aria-label="Hapus saringan Tanda: Ada tanda"')
    expect(text).toMatch(/href="\/antrean">Bersihkan saringan/)
    await asAgus.get(`/antrean?petugas=${people.joko.id}`).expect(404)
    await asAgus.get('/antrean?satuan=/jabar/contoh/').expect(404)
  })

  it('is turned page by page, and leads from a decision to the next report of the same filter', async () => {
    const { people, asAgus } = await atWork()
    const [first, second] = [await talk(people, {}, { at: at('07:00') }), await talk(people, {}, { at: at('08:00') })]
    await talk(people, { warnings: warning })

    const { text } = await asAgus.get(`/laporan/${first.id}?antrean=tanda%3Dtanpa`).expect(200)
    const decided = await send(asAgus, `/laporan/${first.id}/verifikasi`, { versi: '1', antrean: 'tanda=tanpa' })
    const next = await asAgus.get(decided.headers.location!).expect(200)
    const last = await send(asAgus, `/laporan/${second.id}/verifikasi`, { versi: '1', antrean: 'tanda=tanpa' })

    expect(text).toContain('1 dari 2 di antrean')
    expect(decided.headers.location).toBe(`/laporan/${second.id}?antrean=tanda%3Dtanpa`)
    expect(text).toMatch(/href="\/antrean"[^>]*aria-current/)
    expect(next.text.replaceAll('<wbr>', '')).toContain(`Laporan ${first.number} diverifikasi.`)
    expect(last.headers.location).toBe('/antrean?tanda=tanpa')
  })

  it('shows fifty, and the rest on the next page', async () => {
    const { people, asAgus } = await atWork()
    const { id } = await talk(people)
    await store.db.$executeRaw`
      INSERT INTO report (id, number, check_code, type_key, type_version, author_id, unit_path, village_code, occurred_on,
        occurred_at, written_at, arrived_at, due_at, answers, digest)
      SELECT gen_random_uuid(), 'X/' || n, check_code, type_key, type_version, author_id, unit_path, village_code, occurred_on,
        occurred_at, written_at, arrived_at + n * interval '1 second', due_at, answers, digest || n
      FROM report, generate_series(1, 54) n WHERE id = ${id}::uuid`

    const [one, two] = [await listed(asAgus), await listed(asAgus, '/antrean?halaman=2')]

    expect([one.length, two.length, new Set([...one, ...two]).size]).toEqual([50, 5, 55])
  })

  it('of a Kanit is their polsek’s, and there only where the polsek reads first', async () => {
    const { people, as, asAgus } = await atWork()
    const mine = await talk(people)
    await talk(people, {}, {}, people.sari)
    const read = await talk(people)
    const lying = await talk(people, {}, { at: new Date('2026-11-23T09:00:00+07:00') })
    const asHendra = await as('hendra')

    await asHendra.get('/antrean').expect(403)
    expect(await listed(asAgus)).toHaveLength(4)
    await set(people, 'duaTahap', true)
    await store.db.report.update({ where: { id: read.id }, data: { state: 'checked' } })

    expect(await listed(asHendra)).toEqual([lying.id, mine.id])
    expect(await listed(asAgus)).toEqual([lying.id, read.id])
    expect(await listed(asAgus, '/antrean?bagian=polsek')).toHaveLength(2)
    for (const name of ['budi', 'yusuf', 'dewi', 'rini'] as const) await (await as(name)).get('/antrean').expect(403)
  })
})

describe('verifying together', () => {
  it('takes the chosen clean ones in one batch, says which were left out, and can be undone', async () => {
    const { people, asAgus, clock } = await atWork()
    const [one, two] = await talks(people, 2)
    const marked = await talk(people, { warnings: warning })
    const again = await talk(people, { version: 2 })
    const risky = await talk(people, { priority: 10 })
    const graver = await talk(people)
    await store.db.$executeRaw`UPDATE report SET type_key = 'laporan-informasi' WHERE id = ${graver.id}::uuid`
    const decided = await talk(people, { state: 'returned' })
    const all = [one!, two!, marked.id, again.id, risky.id, graver.id, decided.id]

    const boxes = [...(await asAgus.get('/antrean')).text.matchAll(/type="checkbox" name="laporan" value="([^"]+)"/g)]
    const { headers } = await send(asAgus, '/antrean/kelompok/verifikasi', { laporan: all, antrean: 'semua' }).expect(
      303,
    )
    const { text } = await asAgus.get(headers.location!).expect(200)

    expect(boxes.map(([, id]) => id).sort()).toEqual([one!, two!].sort())
    expect(await statesOf(all)).toEqual([
      'verified',
      'verified',
      'submitted',
      'submitted',
      'submitted',
      'submitted',
      'returned',
    ])
    expect(text).toMatch(/2 laporan diverifikasi\. 5 tidak ikut/)
    expect(text).toContain('2 laporan diverifikasi bersama pukul 09.42')
    const reviews = await store.db.review.findMany()
    expect(new Set(reviews.map(({ batchId }) => batchId)).size).toBe(1)
    expect(await store.db.auditEntry.count({ where: { action: 'report.verified', actorId: people.agus.id } })).toBe(2)
    expect(await store.db.outboxEvent.count({ where: { name: 'report.verified' } })).toBe(2)

    clock.forward(9)
    await send(asAgus, `/antrean/kelompok/${reviews[0]!.batchId}/pembatalan`, {}).expect(303)
    await send(asAgus, `/antrean/kelompok/${reviews[0]!.batchId}/pembatalan`, {}).expect(303)

    expect(await statesOf([one!, two!])).toEqual(['submitted', 'submitted'])
    expect(await store.db.dailyTally.findMany({ where: { state: 'verified' } })).toMatchObject([{ reports: 0 }])
    expect(await store.db.auditEntry.count({ where: { action: 'report.undone' } })).toBe(2)
    await send(asAgus, `/laporan/${one}/verifikasi`, { versi: '1' }).expect(303)
    expect(await stateOf(one!)).toBe('verified')
  })

  it('of the same reports by two at once decides each once', async () => {
    const { people, asAgus } = await atWork()
    const ids = await talks(people, 8)

    await Promise.all([
      send(asAgus, '/antrean/kelompok/verifikasi', { laporan: ids }).expect(303),
      send(asAgus, '/antrean/kelompok/verifikasi', { laporan: ids.toReversed() }).expect(303),
      ...ids.slice(0, 3).map((id) => send(asAgus, `/laporan/${id}/verifikasi`, { versi: '1' })),
    ])

    expect(new Set(await statesOf(ids))).toEqual(new Set(['verified']))
    expect(await store.db.review.count()).toBe(8)
    expect(await store.db.auditEntry.count({ where: { action: 'report.verified' } })).toBe(8)
  })

  it('leaves what was decided again, and what the Kanit had read where they left it', async () => {
    const { people, asAgus } = await atWork()
    const [read, sent] = await talks(people, 2)
    await store.db.report.update({ where: { id: read! }, data: { state: 'checked' } })
    await store.db.review.create({
      data: {
        reportId: read!,
        version: 1,
        reviewerId: people.hendra.id,
        decision: 'checked',
        stage: 1,
        decidedAt: at('09:35'),
      },
    })
    await send(asAgus, '/antrean/kelompok/verifikasi', { laporan: [read, sent] }).expect(303)
    const { batchId } = await store.db.review.findFirstOrThrow({ where: { batchId: { not: null } } })

    await send(asAgus, `/antrean/kelompok/${batchId}/pembatalan`, {}).expect(303)

    expect(await statesOf([read!, sent!])).toEqual(['checked', 'submitted'])
  })

  it('is over after ten minutes, for the application and for the database', async () => {
    const { people, asAgus, clock } = await atWork()
    const [id] = await talks(people, 1)
    await send(asAgus, '/antrean/kelompok/verifikasi', { laporan: id }).expect(303)
    const { batchId, id: review, decidedAt } = await store.db.review.findFirstOrThrow()

    clock.forward(11)
    const { text } = await send(asAgus, `/antrean/kelompok/${batchId}/pembatalan`, {}).expect(409)

    expect(text).toContain('Lewat 10 menit')
    expect((await asAgus.get('/antrean')).text).not.toContain('/pembatalan')
    expect(await stateOf(id!)).toBe('verified')
    const late = new Date(decidedAt.getTime() + 11 * 60_000)
    const undo = store.db.review.update({ where: { id: review }, data: { undoneAt: late } })
    await expect(undo).rejects.toThrow(/review_check|undone_at/)
  })

  it('is the Kasat’s alone, and nobody undoes another one’s', async () => {
    const { people, as, asAgus } = await atWork()
    const [id] = await talks(people, 1)

    for (const name of ['budi', 'hendra', 'yusuf', 'bambang', 'dewi', 'rini'] as const)
      await send(await as(name), '/antrean/kelompok/verifikasi', { laporan: id }).expect(403)
    await send(await as('joko'), '/antrean/kelompok/verifikasi', { laporan: id }).expect(303)
    expect(await stateOf(id!)).toBe('submitted')
    await send(asAgus, '/antrean/kelompok/verifikasi', { laporan: id }).expect(303)
    const { batchId } = await store.db.review.findFirstOrThrow()
    await send(await as('joko'), `/antrean/kelompok/${batchId}/pembatalan`, {}).expect(404)

    expect(await stateOf(id!)).toBe('verified')
  })

  it('never takes a report of the reviewer’s own, as an acting officer may have one', async () => {
    const { people, asAgus } = await atWork()
    const own = await talk(people, {}, { answers: { wilayah: '32.74.05.1002' } }, people.agus)

    const { text } = await asAgus.get('/antrean').expect(200)
    await send(asAgus, '/antrean/kelompok/verifikasi', { laporan: own.id }).expect(303)

    expect(text).not.toContain('type="checkbox" name="laporan"')
    expect(await stateOf(own.id)).toBe('submitted')
  })
})

describe('sampling', () => {
  it('shows the sample, accepts the rest unread at a press, and counts it as nothing else', async () => {
    const { people, asAgus } = await atWork()
    const ids = await talks(people, 30)
    const marked = await talk(people, { warnings: warning })
    await set(people, 'sampel', 40)

    const [read, rest] = [await listed(asAgus), await listed(asAgus, '/antrean?bagian=sisa')]
    const page = await asAgus.get('/antrean').expect(200)
    const sampai = /name="sampai" value="([^"]+)"/.exec(page.text)![1]
    const { headers } = await send(asAgus, '/antrean/kelompok/penerimaan', { antrean: 'semua', sampai }).expect(303)
    const after = await asAgus.get(headers.location!).expect(200)

    expect([...read, ...rest].sort()).toEqual([...ids, marked.id].sort())
    expect(read).toContain(marked.id)
    expect(rest.length).toBeGreaterThan(5)
    expect(rest.length).toBeLessThan(28)
    expect(page.text).toContain(`Terima sisanya tanpa dibaca (${rest.length})`)
    expect(after.text).toContain(`${rest.length} laporan diterima tanpa dibaca.`)
    expect(await store.db.report.count({ where: { state: 'accepted' } })).toBe(rest.length)
    expect(await store.db.review.findMany({ distinct: ['stage', 'decision'] })).toMatchObject([
      { stage: 0, decision: 'accepted' },
    ])
    const list = await asAgus.get('/laporan?keadaan=tanpa-dibaca').expect(200)
    expect(list.text).toContain('Diterima tanpa dibaca')
    expect(list.text).not.toContain('chip--verified')

    const [mended, undone] = rest
    await send(asAgus, `/laporan/${mended}/verifikasi`, { versi: '1' }).expect(303)
    const { batchId } = await store.db.review.findFirstOrThrow({ where: { stage: 0 } })
    await send(asAgus, `/antrean/kelompok/${batchId}/pembatalan`, {}).expect(303)
    expect(await statesOf([mended!, undone!])).toEqual(['verified', 'submitted'])
  })

  it('leaves what came after the page was made, and does nothing while all is read', async () => {
    const { people, asAgus } = await atWork()
    await talks(people, 12)
    const asked = { antrean: 'semua', sampai: '2026-11-24T02:00:00.000Z' }

    await send(asAgus, '/antrean/kelompok/penerimaan', asked).expect(303)
    await set(people, 'sampel', 10)
    await send(asAgus, '/antrean/kelompok/penerimaan', asked).expect(303)
    expect(await store.db.report.count({ where: { state: 'accepted' } })).toBe(0)
    await send(asAgus, '/antrean/kelompok/penerimaan', { ...asked, sampai: '2026-11-24T02:42:00.000Z' }).expect(303)

    expect(await store.db.report.count({ where: { state: 'accepted' } })).toBeGreaterThan(5)
    await send(asAgus, '/antrean/kelompok/penerimaan', { ...asked, sampai: 'besok' }).expect(400)
  })
})

describe('a list of reports', () => {
  const wayBack = (text: string) => /app-bar__back" href="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')

  it('is where the way back from a report leads, with its filter and page', async () => {
    const { people, asAgus } = await atWork()
    for (let made = 0; made < 21; made += 1) await talk(people)
    const list = '/laporan?jenis=penyuluhan&satuan=%2Fjabar%2Fcirebon-kota%2Fkesambi%2F'
    const { text } = await asAgus.get(list).expect(200)
    const next = /href="([^"]*setelah[^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&')
    const second = (await asAgus.get(next).expect(200)).text

    for (const [address, page] of [[list, text] as const, [next, second] as const]) {
      const report = /task__link" href="([^"]*)"/.exec(page)![1]!.replaceAll('&amp;', '&')
      expect(wayBack((await asAgus.get(report).expect(200)).text)).toBe(address)
    }
  })

  it('says how many there are of what most look for, and of what is asked for; any other state is in the filter', async () => {
    const { people, asAgus } = await atWork()
    const { id } = await talk(people)
    await talk(people)
    await store.db.report.update({ where: { id }, data: { state: 'recalled' } })
    const asBudi = await site(store).as(people.budi)
    const tabs = ({ text }: { text: string }) => {
      const [nav = ''] = /<nav class="filter-links"[\s\S]*?<\/nav>/.exec(text) ?? []
      return [...nav.matchAll(/>([^<]+)<\/a>/g)].map(([, label]) => label)
    }

    expect(tabs(await asBudi.get('/laporan'))).toEqual([
      'Semua (2)',
      'Perlu tindakan (1)',
      'Menunggu periksa (1)',
      'Terverifikasi (0)',
    ])
    const recalled = await asAgus.get('/laporan?keadaan=ditarik').expect(200)
    expect(tabs(recalled)).toEqual([
      'Semua (2)',
      'Menunggu periksa (1)',
      'Terverifikasi (0)',
      'Dikembalikan (0)',
      'Ditarik (1)',
    ])
    expect(recalled.text).toContain('1 laporan')
    expect(recalled.text).toMatch(/<option value="ditarik" selected/)
  })

  it('is the whole list where the word for it is none of ours', async () => {
    const { people, asAgus } = await atWork()
    const { id } = await talk(people)
    const { text } = await asAgus
      .get(`/laporan/${id}?daftar=jenis%3D%2F%2Fexample.org%26keadaan%3Dapa-saja`)
      .expect(200)

    expect(wayBack(text)).toBe('/laporan')
  })
})
