import { randomUUID } from 'node:crypto'
import { openSite } from './browser.ts'
import { type Cast, cast } from './cast.ts'
import { filedTalk, household, kunjungan, penyuluhan, photo, postForm } from './filing.ts'
import { aDirective, aDraft, anAbsence, filedBrief, unacknowledgedTalk } from './makers.ts'
import { enrolled, seal, sendEnvelope, sendPhoto } from './phone.ts'
import { reportData } from './report-data.ts'
import { type Site, site } from './site.ts'
import { store } from './store.ts'

/** What came from phones and waits for somebody: of a stranger's phone, beside a report that stands, and of nobody known. Gives the phone that is known. */
async function held({ app, as }: Site, people: Cast): Promise<string> {
  const phone = await enrolled(await as(people.budi))
  const stranger = { ...phone, device: randomUUID() }
  const [id, photos] = [randomUUID(), [await photo('#886622'), await photo('#225588')]]
  const odd = { tempat: 'Pos kamling', rw: '3', tanggal: '2026-11-21', tema: 'lalin' }
  const told = {
    ...odd,
    jumlahPeserta: '12',
    materi: 'Cara mengurus kartu layanan bagi warga lanjut usia di kelurahan.',
  }
  const all = [
    await seal(stranger, { id: randomUUID(), wire: penyuluhan({ jumlahPeserta: 'sekitar dua puluh' }), photos }),
    await seal(phone, { id, wire: penyuluhan(told), photos: [photos[0]!] }),
    await seal(phone, { id, wire: penyuluhan({ ...told, jumlahPeserta: '21', tempat: 'Balai RW 03' }), photos: [] }),
    await seal(
      { ...stranger, person: randomUUID() },
      { id: randomUUID(), wire: penyuluhan({ wilayah: '99.99.99.9999' }) },
    ),
  ]
  for (const one of all) {
    await sendEnvelope(app, one.jws).expect(200)
    if (one.photos[0]) await sendPhoto(app, one.id, one.photos[0]).expect(200)
  }
  return phone.device
}

/** Somebody who has used a code, and has yet to say which devices are theirs. */
async function devicesToConfirm(personId: string): Promise<void> {
  const at = new Date('2026-11-20T08:00:00+07:00')
  const agent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36'
  const key = { publicKey: {}, thumbprint: randomUUID(), agent, madeAt: at, lastSeenAt: at }
  await store.db.deviceKey.create({ data: { personId, ...key } })
  await store.db.person.update({ where: { id: personId }, data: { mustConfirmDevices: true } })
}

/** Reports in every state and what else the pages tell of; gives the ids by name. */
export async function scene(people: Cast): Promise<Record<string, string>> {
  const here = site(store)
  const { as } = here
  const [asBudi, asAgus, asRini] = [await as(people.budi), await as(people.agus), await as(people.rini)]
  const home = await household(store.db, people.budi)
  const place = { kind: 'tempat', name: 'Toko Sinar Jaya', details: { jenis: 'usaha', penanggungJawab: 'Darsono' } }
  const group = { kind: 'kelompok', name: 'Satkamling RW 07', details: { jenis: 'satkamling', ketua: 'Kasno' } }
  const { id: double } = await household(store.db, people.budi, { name: 'Siti Rohma', phone: '+6281234567890' })
  const [{ id: placeId }, { id: groupId }] = [
    await household(store.db, people.budi, place),
    await household(store.db, people.budi, group),
  ]
  const wire = kunjungan(home.id, { aksi: 'kirim' })
  await postForm(asBudi, '/laporan/kunjungan-warga', wire, [await photo(), await photo('#225588', 480)]).expect(303)
  const returned = await filedTalk(asBudi)
  const corrected = await filedTalk(asBudi, { tema: 'hoaks' })
  const verified = await filedTalk(asBudi, { tema: 'lalin' })
  const back = { versi: '1', alasan: 'tidak-jelas', catatan: 'Sebutkan jumlah peserta yang benar.' }
  const decide = (path: string, sent: object) => asAgus.post(path).type('form').send(sent).expect(303)
  const otherSend = penyuluhan({ laporanId: verified, aksi: 'kirim', tema: 'lalin', jumlahPeserta: '30' })
  await postForm(asBudi, '/laporan/penyuluhan', otherSend, [await photo('#225588')]).expect(303)
  await decide(`/laporan/${verified}/verifikasi`, { versi: '1' })
  await decide(`/laporan/${returned}/pengembalian`, { ...back, isian: ['jumlahPeserta', 'posisi', 'foto'] })
  await decide(`/laporan/${corrected}/pengembalian`, { ...back, isian: 'jumlahPeserta' })
  const correction = { jumlahPeserta: '40', catatan: 'Jumlah peserta dihitung ulang' }
  await postForm(asBudi, `/laporan/${corrected}/perbaikan`, correction).expect(303)
  const recalled = await filedTalk(asBudi, { tema: 'pinjol' })
  await asBudi.post(`/laporan/${recalled}/penarikan`).expect(303)
  const reason = { alasan: 'Pindah tugas ke satuan lain' }
  await asRini.post(`/personel/${people.sari.id}/penonaktifan`).type('form').send(reason).expect(303)
  const forSlip = await asRini.post(`/personel/${people.hendra.id}/slip`).expect(303)
  const request = forSlip.headers.location!.slice('/konfirmasi/'.length)
  await devicesToConfirm(people.tono.id)
  const settlement = randomUUID()
  const settled = { ...reportData['problem-solving']!, laporanId: settlement, aksi: 'kirim' }
  await postForm(asBudi, '/laporan/problem-solving', settled, [await photo(), await photo('#225588')]).expect(303)
  const information = randomUUID()
  const informed = { ...reportData['laporan-informasi']!, laporanId: information, aksi: 'kirim' }
  await postForm(asBudi, '/laporan/laporan-informasi', informed).expect(303)
  const asked = new Date('2026-11-10T08:00:00+07:00')
  const { id: unacknowledged } = await unacknowledgedTalk(store, people.budi, people.agus, asked)
  const { id: disowned } = await unacknowledgedTalk(store, people.budi, people.agus, asked)
  const why = { alasan: 'Hari itu saya cuti dan HP saya di rumah.' }
  await asBudi.post(`/laporan/${disowned}/penyangkalan`).type('form').send(why).expect(303)
  const { id: brief } = await filedBrief(store, people.budi, { photos: 1 })
  const { id: draft } = await aDraft(store, people.budi)
  const agreed = { ...reportData['problem-solving']!, laporanId: randomUUID(), aksi: 'simpan' }
  await postForm(asBudi, '/laporan/problem-solving', agreed).expect(303)
  const letter = agreed.laporanId
  const { id: assignment } = await store.db.assignment.findFirstOrThrow({ where: { personId: people.budi.id } })
  const [since, until] = [new Date('2026-11-20T18:10:00+07:00'), new Date('2026-11-20T19:25:00+07:00')]
  await store.db.outage.create({ data: { since, until } })
  const device = await held(here, people)
  const { id: absence } = await anAbsence(store, people.budi, people.hendra)
  const everywhere = [people.units.kesambi.path, people.units.mundu.path]
  const { id: directive } = await aDirective(store, people.dewi, { audience: everywhere })
  const [budi, suspended, unit] = [people.budi.id, people.sari.id, people.units.kesambi.id]
  return {
    visit: String(wire.laporanId),
    brief,
    unacknowledged,
    disowned,
    settlement,
    letter,
    information,
    returned,
    corrected,
    verified,
    recalled,
    household: home.id,
    double,
    place: placeId,
    group: groupId,
    draft,
    budi,
    suspended,
    unit,
    assignment,
    absence,
    directive,
    device,
    request,
    kanit: people.hendra.id,
  }
}

/** An address with the ids of the scene in the places of their names. */
export const filled = (path: string, ids: Record<string, string>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name]!)

/** The site with the whole scene on it. */
export async function openScene() {
  const people = await cast(store.db)
  return { people, ids: await scene(people), ...(await openSite(store)) }
}
