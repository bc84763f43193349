import { cast } from '../support/cast.ts'
import { filedTalk, photo, postForm } from '../support/filing.ts'
import { roomy, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const returning = {
  versi: '1',
  alasan: 'tidak-jelas',
  catatan: 'Sebutkan jumlah peserta yang benar.',
  isian: 'jumlahPeserta',
}
const report = () => store.db.report.findFirstOrThrow()

async function atWork() {
  const people = await cast(store.db)
  const { as } = site(store, { limits: roomy })
  const [asBudi, asAgus] = [await as(people.budi), await as(people.agus)]
  return { ...people, as, asBudi, asAgus, id: await filedTalk(asBudi) }
}

describe('verifying', () => {
  it('moves the report, its tally, and leaves an audit entry and an event', async () => {
    const { asAgus, agus, id } = await atWork()

    const { headers } = await asAgus.post(`/laporan/${id}/verifikasi`).type('form').send({ versi: '1' }).expect(303)

    expect(headers.location).toBe('/antrean')
    expect(await report()).toMatchObject({ state: 'verified' })
    expect(await store.db.review.findMany()).toMatchObject([{ reviewerId: agus.id, decision: 'verified', version: 1 }])
    expect(await store.db.dailyTally.findMany({ where: { reports: { gt: 0 } } })).toMatchObject([
      { state: 'verified', reports: 1 },
    ])
    expect(await store.db.auditEntry.findMany({ where: { action: 'report.verified' } })).toMatchObject([
      { actorId: agus.id, subject: id },
    ])
    expect(await store.db.outboxEvent.count({ where: { name: 'report.verified' } })).toBe(1)
  })

  it('makes one decision of fifty at once', async () => {
    const { asAgus, id } = await atWork()

    const answers = await Promise.all(
      Array.from({ length: 50 }, () => asAgus.post(`/laporan/${id}/verifikasi`).type('form').send({ versi: '1' })),
    )

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await store.db.review.count()).toBe(1)
    expect(await store.db.auditEntry.count({ where: { action: 'report.verified' } })).toBe(1)
  })

  it.each(['budi', 'hendra', 'yusuf', 'bambang', 'dewi', 'rini'] as const)('is not for %s', async (name) => {
    const { as, id, ...people } = await atWork()

    await (await as(people[name])).post(`/laporan/${id}/verifikasi`).type('form').send({ versi: '1' }).expect(403)

    expect(await report()).toMatchObject({ state: 'submitted' })
  })

  it('is refused on another version than the one that was read', async () => {
    const { asAgus, id } = await atWork()

    await asAgus.post(`/laporan/${id}/verifikasi`).type('form').send({ versi: '2' }).expect(409)

    expect(await report()).toMatchObject({ state: 'submitted' })
  })

  it('cannot be done by the author, not even in the database', async () => {
    const { budi, id } = await atWork()

    const own = store.db.review.create({
      data: {
        reportId: id,
        version: 1,
        reviewerId: budi.id,
        decision: 'verified',
        decidedAt: new Date('2026-11-24T10:00:00+07:00'),
      },
    })

    await expect(own).rejects.toThrow(/nobody decides on his own report/)
  })
})

describe('returning', () => {
  it('needs a reason, a note and what to fix, and keeps what was typed', async () => {
    const { asAgus, id } = await atWork()

    const { text } = await asAgus
      .post(`/laporan/${id}/pengembalian`)
      .type('form')
      .send({ versi: '1', catatan: 'Kurang' })
      .expect(422)

    expect(text).toContain('Pilih alasan')
    expect(text).toContain('Tulis apa yang perlu diperbaiki, minimal 10 karakter')
    expect(text).toContain('Pilih minimal satu isian')
    expect(text).toContain('Kurang')
    expect(await report()).toMatchObject({ state: 'submitted' })
  })

  it.each(['perbaikan', 'pengiriman'])(
    'shows the photos that are there, and what new ones do to them: %s',
    async (page) => {
      const { asAgus, asBudi, id } = await atWork()
      if (page === 'pengiriman') await asBudi.post(`/laporan/${id}/penarikan`).expect(303)
      else
        await asAgus
          .post(`/laporan/${id}/pengembalian`)
          .type('form')
          .send({ ...returning, isian: 'foto' })
          .expect(303)

      const { text } = await asBudi.get(`/laporan/${id}/${page}`).expect(200)

      expect(text).toContain('Foto yang sudah ada')
      expect(text).toContain(`src="/laporan/${id}/foto/1"`)
      expect(text).toContain('Foto baru menggantikan semua foto lama. Tanpa foto baru, foto lama tetap dipakai.')
    },
  )

  it('opens only what was pinned, refuses an unchanged report, and shows the reviewer the difference', async () => {
    const { asAgus, asBudi, id } = await atWork()

    await asAgus.post(`/laporan/${id}/pengembalian`).type('form').send(returning).expect(303)
    const home = await asBudi.get('/').expect(200)
    const page = await asBudi.get(`/laporan/${id}/perbaikan`).expect(200)
    const same = await postForm(asBudi, `/laporan/${id}/perbaikan`, {
      jumlahPeserta: '25',
      catatan: 'Sudah saya cek',
    }).expect(422)
    await postForm(asBudi, `/laporan/${id}/perbaikan`, {
      jumlahPeserta: '40',
      tempat: 'Tempat lain',
      catatan: 'Jumlah peserta dihitung ulang',
    }).expect(303)
    const seen = await asAgus.get(`/laporan/${id}`).expect(200)

    expect(home.text).toContain('Sebutkan jumlah peserta yang benar.')
    expect(page.text).toContain('name="jumlahPeserta"')
    expect(page.text).not.toContain('name="tempat"')
    expect(same.text).toContain('Belum ada yang berubah pada isian yang diminta')
    expect(await report()).toMatchObject({
      state: 'submitted',
      version: 2,
      answers: { jumlahPeserta: 40, tempat: 'Balai RW 07 Sunyaragi' },
      sums: { jumlahPeserta: 40 },
    })
    expect(await store.db.reportVersion.findMany()).toMatchObject([
      { version: 1, answers: { jumlahPeserta: 25 }, changeNote: 'Jumlah peserta dihitung ulang' },
    ])
    expect(await store.db.dailyTally.findMany({ where: { reports: { gt: 0 } } })).toMatchObject([
      { state: 'submitted', reports: 1, sums: { jumlahPeserta: 40 } },
    ])
    expect(seen.text).toMatch(/<del>25<\/del>[\s\S]*<ins>40<\/ins>/)
    expect(seen.text).toContain('Jumlah peserta dihitung ulang')
  })

  it('leaves the time at which it happened where it was, wherever its author serves by now', async () => {
    const { asAgus, asBudi, id } = await atWork()
    const { occurredAt, dueAt } = await store.db.report.findUniqueOrThrow({ where: { id } })
    await asAgus.post(`/laporan/${id}/pengembalian`).type('form').send(returning).expect(303)
    await store.db.$executeRaw`UPDATE unit SET time_zone = 'Asia/Jayapura' WHERE path = '/jabar/contoh/'`
    await store.db.$executeRaw`
      UPDATE person SET unit_id = (SELECT id FROM unit WHERE path = '/jabar/contoh/')
      WHERE id = (SELECT author_id FROM report WHERE id = ${id}::uuid)`

    const correction = { jumlahPeserta: '40', catatan: 'Jumlah peserta dihitung ulang' }
    await postForm(asBudi, `/laporan/${id}/perbaikan`, correction).expect(303)

    expect(await store.db.report.findUniqueOrThrow({ where: { id } })).toMatchObject({ occurredAt, dueAt, version: 2 })
  })

  it('replaces photos when they were asked for, and keeps the old ones', async () => {
    const { asAgus, asBudi, id } = await atWork()

    await asAgus
      .post(`/laporan/${id}/pengembalian`)
      .type('form')
      .send({ ...returning, isian: 'foto' })
      .expect(303)
    await postForm(asBudi, `/laporan/${id}/perbaikan`, { catatan: 'Foto baru' }, [await photo('#225588')]).expect(303)

    const photos = await store.db.photo.findMany({ orderBy: { ordinal: 'asc' } })
    expect(photos).toHaveLength(2)
    expect(photos.map(({ ordinal }) => ordinal)).toEqual([1, null])
    await asAgus.get(`/laporan/${id}/foto/1`).expect(200).expect('Content-Type', 'image/jpeg')
  })

  it('lets a KBO return but not verify', async () => {
    const { as, bambang, id } = await atWork()
    const asBambang = await as(bambang)

    const { text } = await asBambang.get(`/laporan/${id}`).expect(200)
    await asBambang.post(`/laporan/${id}/pengembalian`).type('form').send(returning).expect(303)

    expect(text).not.toContain(`/laporan/${id}/verifikasi`)
    expect(await report()).toMatchObject({ state: 'returned' })
  })

  it('does not open a report that was not returned', async () => {
    const { asBudi, id } = await atWork()

    await asBudi.get(`/laporan/${id}/perbaikan`).expect(403)
    await postForm(asBudi, `/laporan/${id}/perbaikan`, { jumlahPeserta: '40', catatan: 'Ubah saja' }).expect(403)
  })
})

describe('cancelling', () => {
  it('needs a reason, keeps the report and does not count it', async () => {
    const { asBudi, id } = await atWork()

    await asBudi.post(`/laporan/${id}/pembatalan`).type('form').send({ alasan: 'x' }).expect(422)
    await asBudi
      .post(`/laporan/${id}/pembatalan`)
      .type('form')
      .send({ alasan: 'Salah memilih jenis laporan' })
      .expect(303)

    expect(await report()).toMatchObject({ state: 'cancelled' })
    expect((await asBudi.get(`/laporan/${id}`)).text).toContain('Salah memilih jenis laporan')
    expect((await asBudi.get('/')).text).toContain('Belum ada laporan hari ini')
  })

  it('is not possible once the report is verified', async () => {
    const { asBudi, asAgus, id } = await atWork()
    await asAgus.post(`/laporan/${id}/verifikasi`).type('form').send({ versi: '1' }).expect(303)

    await asBudi
      .post(`/laporan/${id}/pembatalan`)
      .type('form')
      .send({ alasan: 'Salah memilih jenis laporan' })
      .expect(409)
  })
})

describe('the database', () => {
  it('refuses a way that the workflow does not have, a deletion and another author', async () => {
    const { id, sari } = await atWork()

    await store.db.$executeRaw`UPDATE report SET state = 'verified' WHERE id = ${id}::uuid`
    const back = store.db.$executeRaw`UPDATE report SET state = 'submitted' WHERE id = ${id}::uuid`
    await expect(back).rejects.toThrow(/no way from verified to submitted/)
    await expect(store.db.$executeRaw`DELETE FROM report WHERE id = ${id}::uuid`).rejects.toThrow(/never deleted/)
    await expect(
      store.db.$executeRaw`UPDATE report SET author_id = ${sari.id}::uuid WHERE id = ${id}::uuid`,
    ).rejects.toThrow(/never change/)
    await expect(store.db.$executeRaw`UPDATE report SET answers = '{}' WHERE id = ${id}::uuid`).rejects.toThrow(
      /not overwritten/,
    )
  })

  it('keeps the audit as it is', async () => {
    await atWork()

    await expect(store.db.$executeRaw`UPDATE audit_entry SET action = 'x'`).rejects.toThrow(/append-only/)
    await expect(store.db.$executeRaw`DELETE FROM audit_entry`).rejects.toThrow(/append-only/)
  })
})
