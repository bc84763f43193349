import { randomUUID } from 'node:crypto'
import { adoptContents } from '../../src/administration/audit/adopt.commands.ts'
import { sealAudit } from '../../src/administration/audit/chain.commands.ts'
import { cursorAtStart } from '../../src/administration/audit/check-cursor.queries.ts'
import { checkNext } from '../../src/administration/audit/check-steps.queries.ts'
import { faultLine } from '../../src/administration/audit/fault.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { household, penyuluhan } from '../support/filing.ts'
import { kunjunganWarga } from '../support/makers.ts'
import { queueFile, type Sealing, sendEnvelope } from '../support/phone.ts'
import { aTalk, withPhone } from '../support/phone-scene.ts'
import { secrets } from '../support/site.ts'
import { store } from '../support/store.ts'

/** A talk that came in Budi's name from a phone that nobody knows, and that the Kasat has released. */
async function released(own: Partial<Sealing> = {}, hours = 0) {
  const scene = await withPhone()
  const { people, here, phone } = scene
  const envelope = await aTalk({ ...phone, device: randomUUID() }, own)
  await sendEnvelope(here.app, envelope.jws).expect(200)
  here.clock.forward(hours * 60)
  const agus = await here.as(people.agus)
  await agus.post(`/karantina/${envelope.digest}/pelepasan`).expect(303)
  return { ...scene, envelope, agus, budi: await here.as(people.budi), id: envelope.id }
}

const report = (id: string) => store.db.report.findUniqueOrThrow({ where: { id } })
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const say = { alasan: 'Hari itu saya cuti dan HP saya di rumah.' }
const days = (count: number) => count * 24 * 60

describe('a report that nobody’s signature vouches for', () => {
  it('waits for its author with a mark everywhere, written when it came, and is nobody’s in the audit', async () => {
    const { agus, budi, id, people } = await released({}, 3)

    const stored = await report(id)
    expect(stored).toMatchObject({ state: 'unacknowledged', authorship: 'awaited', authorId: people.budi.id })
    expect(stored.writtenAt).toEqual(stored.arrivedAt)
    expect(await store.db.auditEntry.findMany({ where: { action: 'report.filed' } })).toMatchObject([{ actorId: null }])
    for (const browser of [agus, budi]) {
      for (const address of [`/laporan/${id}`, `/laporan/${id}/cetak`, '/laporan?keadaan=menunggu-pengakuan'])
        expect((await browser.get(address).expect(200)).text).toContain('Menunggu pengakuan')
    }
    const file = await agus.get('/laporan/unduhan?jenis=penyuluhan').expect(200)
    expect(file.text).toContain('Menunggu pengakuan')
    const home = await budi.get('/').expect(200)
    expect(home.text).toContain('Apakah ini laporan Anda?')
    expect(home.text).toContain(`action="/laporan/${id}/pengakuan"`)
    expect(home.text).toContain(`href="/laporan/${id}/penyangkalan"`)
    expect((await agus.get('/antrean').expect(200)).text).not.toContain(`/laporan/${id}`)
  })

  it('is counted in nothing until its author says that it is theirs', async () => {
    const { agus, budi, id } = await released()
    const counted = async () => {
      const [recap, sheet, list, home] = await Promise.all([
        agus.get('/rekap/unduhan?dari=2026-11-24&sampai=2026-11-24'),
        agus.get('/lembar-pagi?tanggal=2026-11-24'),
        agus.get('/laporan?keadaan=dihitung'),
        budi.get('/'),
      ])
      return {
        recap: /^"Polsek Kesambi","0","(\d)"/m.exec(recap.text)?.[1],
        sheet: /Aipda Budi Santoso\s+(Tanpa kabar|1 laporan)/.exec(wordsOf(sheet.text))?.[1],
        list: list.text.includes(`/laporan/${id}`),
        made: /Penyuluhan, minggu ini (\d) dari 1/.exec(wordsOf(home.text))?.[1],
      }
    }
    const before = await counted()

    await budi.post(`/laporan/${id}/pengakuan`).expect(303)
    await budi.post(`/laporan/${id}/pengakuan`).expect(303)
    await budi.post(`/laporan/${id}/penyangkalan`).type('form').send(say).expect(409)

    expect(before).toEqual({ recap: '0', sheet: 'Tanpa kabar', list: false, made: '0' })
    expect(await counted()).toEqual({ recap: '1', sheet: '1 laporan', list: true, made: '1' })
    expect(await report(id)).toMatchObject({ state: 'submitted', authorship: 'acknowledged' })
    expect((await agus.get('/antrean').expect(200)).text).toContain(`/laporan/${id}`)
    expect(await store.db.auditEntry.count({ where: { action: 'report.acknowledged', subject: id } })).toBe(1)
  })

  it('of a household is no visit and no follow-up', async () => {
    const scene = await withPhone()
    const { people, here, phone } = scene
    const home = await household(store.db, people.budi)
    const promise = { tindakLanjut: 'ya', tindakLanjutOleh: 'Ketua RW 07', tindakLanjutBatas: '2026-12-01' }
    const envelope = await aTalk(
      { ...phone, device: randomUUID() },
      { type: 'kunjungan-warga', wire: kunjunganWarga(home.id, promise) as Sealing['wire'] },
    )
    await sendEnvelope(here.app, envelope.jws).expect(200)
    const agus = await here.as(people.agus)
    await agus.post(`/karantina/${envelope.digest}/pelepasan`).expect(303)
    const budi = await here.as(people.budi)
    const shown = async () => ({
      followUp: (await budi.get('/tindak-lanjut').expect(200)).text.includes('Ketua RW 07'),
      visits: /kunjungan 1|Kunjungan 1|Kunjungan ke-1/i.test((await budi.get(`/warga/${home.id}`).expect(200)).text),
    })
    const before = await shown()

    await budi.post(`/laporan/${envelope.id}/pengakuan`).expect(303)

    expect(before).toEqual({ followUp: false, visits: false })
    expect(await shown()).toEqual({ followUp: true, visits: true })
  })

  it('disowned goes back to the held ones for good, and Kasat and Kapolres are told', async () => {
    const { here, people, agus, budi, id, envelope } = await released()

    await budi.post(`/laporan/${id}/penyangkalan`).type('form').send({ alasan: 'x' }).expect(422)
    await budi.post(`/laporan/${id}/penyangkalan`).type('form').send(say).expect(303)

    expect(await report(id)).toMatchObject({ state: 'disowned', authorship: 'disowned' })
    const { number } = await report(id)
    await store.db.person.update({
      where: { id: people.budi.id },
      data: { pangkat: 'Aiptu', changedAt: new Date(here.clock().getTime() + 86_400_000) },
    })
    for (const name of ['agus', 'dewi'] as const) {
      const { text } = await (await here.as(people[name])).get('/').expect(200)
      expect(text).toContain('Tidak diakui penulisnya')
      expect(text.replaceAll('<wbr>', '')).toContain(number)
      expect(text).toContain('Aipda Budi Santoso')
    }
    expect((await (await here.as(people.surya)).get('/').expect(200)).text).not.toContain('Tidak diakui')
    expect((await agus.get('/karantina').expect(200)).text).toContain('menyatakan bahwa ini bukan laporannya')
    const read = await agus.post(`/karantina/${envelope.digest}/pembukaan`).expect(200)
    expect(read.text).not.toContain('/pelepasan')
    await agus.post(`/karantina/${envelope.digest}/pelepasan`).expect(422)
    await agus.post(`/karantina/${envelope.digest}/penyisihan`).type('form').send(say).expect(303)
    expect(await store.db.report.count()).toBe(1)
  })

  it('is decided by the Kasat only after seven days, with a reason, and the mark stays', async () => {
    const { here, people, id, ...first } = await released()
    await first.agus.post(`/laporan/${id}/pengesahan`).type('form').send(say).expect(403)
    here.clock.forward(days(7) - 1)
    const agus = await here.as(people.agus)
    await agus.post(`/laporan/${id}/pengesahan`).type('form').send(say).expect(403)
    here.clock.forward(2)

    await agus.post(`/laporan/${id}/pengesahan`).type('form').send({ alasan: '' }).expect(422)
    await agus.post(`/laporan/${id}/pengesahan`).type('form').send(say).expect(303)

    expect(await report(id)).toMatchObject({ state: 'submitted', authorship: 'endorsed' })
    const mark = 'Disahkan Kasat, tidak diakui penulis'
    expect((await agus.get('/antrean').expect(200)).text).toContain(mark)
    await agus.post(`/laporan/${id}/verifikasi`).type('form').send({ versi: '1' }).expect(303)
    for (const address of [`/laporan/${id}`, `/laporan/${id}/cetak`, '/laporan', '/laporan/unduhan?jenis=penyuluhan'])
      expect((await agus.get(address).expect(200)).text).toContain(mark)
  })

  it('of an author who has left is decided at once, and may be rejected', async () => {
    const { agus, id, people, envelope } = await released()
    const data = { state: 'suspended', suspendReason: 'Pensiun' }
    await store.db.person.update({ where: { id: people.budi.id }, data })

    await agus.post(`/laporan/${id}/penolakan`).type('form').send(say).expect(303)

    expect(await report(id)).toMatchObject({ state: 'disowned', authorship: 'rejected' })
    expect(await store.db.envelope.findMany({ where: { digest: envelope.digest } })).toMatchObject([
      { state: 'held', decision: 'discarded', decidedBy: people.agus.id, decisionNote: say.alasan },
    ])
  })

  it('is covered by the chain of the audit through every answer', async () => {
    const key = cipherOf(secrets.data)
    const now = new Date('2026-11-24T02:42:00Z')
    const { budi, agus, here, phone, id } = await released()
    const second = await aTalk({ ...phone, device: randomUUID() }, { wire: penyuluhan({ tempat: 'Pos kamling' }) })
    await sendEnvelope(here.app, second.jws).expect(200)
    await agus.post(`/karantina/${second.digest}/pelepasan`).expect(303)

    await budi.post(`/laporan/${id}/pengakuan`).expect(303)
    await budi.post(`/laporan/${second.id}/penyangkalan`).type('form').send(say).expect(303)

    await adoptContents(store.db, key, now, 0)
    await sealAudit(store.db, key, now)
    let cursor = await cursorAtStart(store.db)
    while (cursor.phase !== 'done') cursor = await checkNext({ db: store.db, cipher: key, head: '' }, cursor)
    expect(cursor.faults.map(faultLine)).toEqual([])
  })

  it('is acknowledged by nobody but its author', async () => {
    const { here, people, id } = await released()

    for (const name of ['sari', 'hendra', 'yusuf', 'bambang', 'agus', 'dewi', 'rini', 'joko'] as const) {
      const browser = await here.as(people[name])
      for (const action of ['pengakuan', 'penyangkalan'])
        expect([403, 404]).toContain((await browser.post(`/laporan/${id}/${action}`).type('form').send(say)).status)
    }
    const byOther = store.db.$transaction([
      store.db.acknowledgement.update({
        where: { reportId: id },
        data: { decidedBy: people.agus.id, decidedAt: new Date() },
      }),
      store.db.report.update({ where: { id }, data: { state: 'submitted', authorship: 'acknowledged' } }),
    ])

    await expect(byOther).rejects.toThrow(/only the author/)
    expect(await report(id)).toMatchObject({ state: 'unacknowledged' })
  })

  it('that is brief is completed by its author once they have acknowledged it', async () => {
    const wire = { jenis: 'penyuluhan', tanggal: '2026-11-24', pukul: '08:15', wilayah: '32.74.05.1002' }
    const { budi, id } = await released({ kind: 'brief', wire: { ...wire, kilat: 'Ronda malam di Balai RW 07.' } })

    await budi.post(`/laporan/${id}/pengakuan`).expect(303)

    expect(await report(id)).toMatchObject({ state: 'brief', authorship: 'acknowledged' })
  })

  it('that was carried to a desk is its author’s to acknowledge, not the carrier’s', async () => {
    const { people, here, phone } = await withPhone()
    const envelope = await aTalk({ ...phone, device: randomUUID() })
    const agus = await here.as(people.agus)
    const file = queueFile([envelope])
    await agus.post('/berkas-kiriman').type('multipart/form-data').attach('berkas', file, 'a.jsonl').expect(200)

    await agus.post(`/karantina/${envelope.digest}/pelepasan`).expect(303)

    expect(await report(envelope.id)).toMatchObject({ authorId: people.budi.id, state: 'unacknowledged' })
    await agus.post(`/laporan/${envelope.id}/pengakuan`).expect(403)
    await (await here.as(people.budi)).post(`/laporan/${envelope.id}/pengakuan`).expect(303)
  })

  it('signed by a known phone of its author is not asked about', async () => {
    const { people, here, phone } = await withPhone()
    const data = { state: 'suspended', suspendReason: 'Cuti' }
    await store.db.person.update({ where: { id: people.budi.id }, data })
    const envelope = await aTalk(phone, { wire: penyuluhan() })
    await sendEnvelope(here.app, envelope.jws).expect(200)

    await (await here.as(people.agus)).post(`/karantina/${envelope.digest}/pelepasan`).expect(303)

    expect(await report(envelope.id)).toMatchObject({ state: 'submitted', authorship: 'own' })
  })
})
