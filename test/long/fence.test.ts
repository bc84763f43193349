import { randomUUID } from 'node:crypto'
import type { Actor } from '../../src/access/policy/actor.ts'
import { mayEver } from '../../src/access/policy/policy.ts'
import { nikLocation } from '../../src/officers/register/register.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { reportLocation } from '../../src/reports/record/confidential.ts'
import { type Cast, cast, type Name } from '../support/cast.ts'
import { allEndpoints, nameOf } from '../support/endpoints.ts'
import { household, photo, postForm } from '../support/filing.ts'
import {
  aDirective,
  aDraft,
  anAbsence,
  filedBrief,
  filedTalk,
  parkedPhoto,
  returnedTalk,
  unacknowledgedTalk,
  verifiedTalk,
} from '../support/makers.ts'
import { reportData } from '../support/report-data.ts'
import { type Browser, secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

interface Thing {
  /** The address of the thing in Kesambi. */
  address: string
  /** Somebody who may: without him a 404 would prove nothing. */
  owner: Name
  sent?: Record<string, string>
}

type Recipe = (people: Cast) => Promise<Thing>

const onReport =
  (owner: Name, rest = '', sent: Record<string, string> = {}): Recipe =>
  async ({ budi }) => ({ address: `/laporan/${(await filedTalk(store, budi)).id}${rest}`, owner, sent })

const onReturned =
  (rest: string): Recipe =>
  async ({ budi, agus }) => ({
    address: `/laporan/${(await returnedTalk(store, budi, agus)).id}${rest}`,
    owner: 'budi',
  })

const answerable = { alasan: 'Hari itu saya cuti dan HP saya di rumah.' }

const onUnacknowledged =
  (rest: string, owner: Name, sent: Record<string, string> = {}): Recipe =>
  async ({ budi, agus }) => {
    const { id } = await unacknowledgedTalk(store, budi, agus, new Date('2026-11-01T08:00:00+07:00'))
    return { address: `/laporan/${id}${rest}`, owner, sent }
  }

const onRecalled =
  (rest: string): Recipe =>
  async ({ budi }) => {
    const { id } = await filedTalk(store, budi)
    await store.db.report.update({ where: { id }, data: { state: 'recalled' } })
    return { address: `/laporan/${id}${rest}`, owner: 'budi' }
  }

/** In both polres, so that a Kanit next door may review at all. */
const twoStage = ({ units }: Cast) =>
  store.db.setting.createMany({
    data: [units.cirebonKota, units.contoh].map(({ id: unitId }) => ({
      unitId,
      key: 'duaTahap',
      value: true,
      setAt: new Date('2026-11-01T08:00:00+07:00'),
    })),
  })
const onBrief =
  (rest: string): Recipe =>
  async ({ budi }) => ({ address: `/laporan/${(await filedBrief(store, budi)).id}${rest}`, owner: 'budi' })

const onPerson =
  (rest = '', sent: Record<string, string> = {}): Recipe =>
  async ({ budi }) => ({ address: `/personel/${budi.id}${rest}`, owner: 'rini', sent })

/** A code that Rini has asked for, for the account of the Kanit of Kesambi. */
const onRequest =
  (rest: string, owner: Name = 'dewi'): Recipe =>
  async ({ hendra, rini }) => {
    const { nrp, name, pangkat, position, role, unitId } = hendra
    const { id } = await store.db.accountRequest.create({
      data: {
        kind: 'slip',
        subjectId: hendra.id,
        unitPath: hendra.unitPath,
        payload: { kind: 'slip' },
        subjectVersion: 1,
        subjectFacts: { nrp, name, pangkat, position, role, state: 'active', unitId },
        requestedBy: rini.id,
        requestedAt: new Date('2026-11-24T09:00:00+07:00'),
        expiresAt: new Date('2026-11-25T09:00:00+07:00'),
      },
    })
    return { address: `/konfirmasi/${id}${rest}`, owner }
  }

const onAssignment: Recipe = async ({ budi }) => {
  const { id } = await store.db.assignment.findFirstOrThrow({ where: { personId: budi.id } })
  return { address: `/personel/${budi.id}/penugasan/${id}/akhir`, owner: 'rini', sent: { tanggal: '2026-11-24' } }
}

const onDevice =
  (addressOf: (device: { id: string; personId: string }) => string, owner: Name): Recipe =>
  async ({ budi }) => {
    const at = new Date('2026-11-24T08:00:00+07:00')
    const device = await store.db.deviceKey.create({
      data: { personId: budi.id, publicKey: {}, thumbprint: 'a', madeAt: at, lastSeenAt: at },
    })
    return { address: addressOf(device), owner }
  }

const onAbsence =
  (rest: string, sent: Record<string, string> = {}): Recipe =>
  async ({ budi, hendra }) => {
    const { id } = await anAbsence(store, budi, hendra)
    return { address: `/ketidakhadiran/${id}${rest}`, owner: 'hendra', sent }
  }

const onHeld =
  (rest: string, sent: Record<string, string> = {}): Recipe =>
  async ({ budi }) => {
    const digest = 'a'.repeat(64)
    await store.db.envelope.create({
      data: {
        digest,
        reportId: randomUUID(),
        kid: 'x',
        authorId: budi.id,
        unitPath: budi.unitPath,
        sequence: 1,
        release: '2.0.0',
        jws: 'a.b.c',
        state: 'held',
        receivedAt: new Date('2026-11-24T09:00:00+07:00'),
        reasons: [{ field: '', code: 'badSignature', message: '' }],
      },
    })
    return { address: `/karantina/${digest}${rest}`, owner: 'agus', sent }
  }

const onUnit =
  (rest = '', sent: Record<string, string> = {}): Recipe =>
  async ({ units }) => ({ address: `/satuan/${units.kesambi.id}${rest}`, owner: 'rini', sent })

const kinds = { warga: 'keluarga', tempat: 'tempat', kelompok: 'kelompok' } as const

const onEntry =
  (part: keyof typeof kinds, rest = '', owner: Name = 'budi', sent: Record<string, string> = {}): Recipe =>
  async ({ budi }) => {
    const { id } = await household(store.db, budi, { kind: kinds[part], name: 'Balai RW 07' })
    return { address: `/${part}/${id}${rest}`, owner, sent }
  }

const onEveryPart = (method: string, rest: string, owner?: Name, sent?: Record<string, string>) =>
  Object.fromEntries(
    (Object.keys(kinds) as (keyof typeof kinds)[]).map((part) => [
      `${method} /${part}/:id${rest}`,
      onEntry(part, rest, owner, sent),
    ]),
  )

const onTwo =
  (part: keyof typeof kinds, rest: 'penggabungan' | 'pemisahan'): Recipe =>
  async ({ budi }) => {
    const one = { kind: kinds[part], name: 'Balai RW 07' }
    const staying = await household(store.db, budi, one)
    const merged = { mergedInto: staying.id, mergeTrace: { filled: [], doubles: [] } }
    const { id } = await household(store.db, budi, { ...one, ...(rest === 'pemisahan' ? merged : {}) })
    return {
      address: `/${part}/${id}/${rest}`,
      owner: 'budi',
      sent: { dengan: staying.id, versi: '1', versiTetap: '1' },
    }
  }

const onMerging = Object.fromEntries(
  (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((part) =>
    (['penggabungan', 'pemisahan'] as const).map((rest) => [`POST /${part}/:id/${rest}`, onTwo(part, rest)]),
  ),
)

const onNik: Recipe = async ({ budi }) => {
  const { id } = await household(store.db, budi)
  const sealing = cipherOf(secrets.data)
  const nikSealed = sealing.encrypt('3274054107850001', nikLocation(id))
  await store.db.registerEntry.update({ where: { id }, data: { nikSealed } })
  return { address: `/warga/${id}/nik`, owner: 'agus', sent: { alasan: 'Dicocokkan dengan KTP' } }
}

const onSettlement: Recipe = async ({ budi }) => {
  const wire = { ...reportData['problem-solving']!, laporanId: randomUUID(), aksi: 'kirim' }
  const photos = [await photo(), await photo('#225588')]
  await postForm(await site(store).as(budi), '/laporan/problem-solving', wire, photos).expect(303)
  return { address: `/laporan/${wire.laporanId}/surat-kesepakatan`, owner: 'yusuf' }
}

const onSource: Recipe = async ({ budi }) => {
  const { id } = await filedTalk(store, budi)
  const body = cipherOf(secrets.data).encrypt('{"namaNarasumber":"Narto"}', reportLocation(id, 1))
  await store.db.sealedAnswers.create({ data: { reportId: id, version: 1, body } })
  return { address: `/laporan/${id}/pembukaan-sumber`, owner: 'agus', sent: { alasan: 'Untuk pendalaman perkara' } }
}

const onVillage =
  (rest: string): Recipe =>
  async () => ({ address: `/wilayah/32.74.05.1002${rest}`, owner: 'budi', sent: { jumlahRw: 'x', versi: '' } })

const onPromise: Recipe = async ({ budi }) => {
  const promise = { tindakLanjut: 'ya', tindakLanjutOleh: 'Ketua RW 07', tindakLanjutBatas: '2026-12-01' }
  const { id } = await filedTalk(store, budi, { answers: promise })
  return { address: `/laporan/${id}/hasil`, owner: 'hendra', sent: { hasil: 'selesai' } }
}

const onWarning =
  (rest = '', sent: Record<string, string> = {}): Recipe =>
  async ({ yusuf }) => {
    const cell = { villageCode: '32.74.05.1002', category: 'pencurian' }
    const answered = { note: 'Patroli malam di RW 05', answeredBy: yusuf.id, answeredAt: new Date('2026-11-20') }
    await store.db.earlyWarningAnswer.create({ data: { ...cell, ...answered } })
    return { address: `/peringatan/32.74.05.1002/pencurian${rest}`, owner: 'yusuf', sent }
  }

const onDirective =
  (rest: string, owner: Name): Recipe =>
  async ({ yusuf }) => ({ address: `/arahan/${(await aDirective(store, yusuf)).id}${rest}`, owner })

/** For every address that names one thing: how to make that thing in Kesambi. */
const inKesambi: Record<string, Recipe> = {
  'POST /karantina/:sidik/pembukaan': onHeld('/pembukaan'),
  'POST /karantina/:sidik/pelepasan': onHeld('/pelepasan'),
  'POST /karantina/:sidik/penyisihan': onHeld('/penyisihan', { alasan: 'Bukan kiriman anggota kami' }),
  'GET /peringatan/:wilayah/:kategori': onWarning(),
  'POST /peringatan/:wilayah/:kategori/penanganan': onWarning('/penanganan', { tindakan: 'Patroli malam ditambah' }),
  'GET /arahan/:id': onDirective('', 'budi'),
  'POST /arahan/:id/pemahaman': onDirective('/pemahaman', 'budi'),
  'GET /arahan/:id/akhir': onDirective('/akhir', 'yusuf'),
  'POST /arahan/:id/akhir': onDirective('/akhir', 'agus'),
  'GET /ketidakhadiran/:id/akhir': onAbsence('/akhir'),
  'POST /ketidakhadiran/:id/akhir': onAbsence('/akhir', { sampai: '2026-11-24' }),
  'POST /ketidakhadiran/:id/pembatalan': onAbsence('/pembatalan'),
  'GET /laporan/:id': onReport('budi'),
  'GET /laporan/:id/cetak': onReport('yusuf', '/cetak'),
  'GET /laporan/:id/perbandingan/:lain': async (people) => {
    const { id } = await filedTalk(store, people.budi)
    return onReport('agus', `/perbandingan/${id}`)(people)
  },
  'GET /laporan/:id/kiriman-lain': async (people) => {
    const place = await onReport('agus', '/kiriman-lain')(people)
    const reportId = place.address.split('/')[2]!
    const other = { reportId, authorId: people.budi.id, digest: 'x', answers: {}, photos: [], receivedAt: new Date() }
    await store.db.reportConflict.create({ data: other })
    return place
  },
  'GET /laporan/:id/foto/:urutan': onReport('agus', '/foto/1'),
  'GET /laporan/:id/tanda-terima': onReport('budi', '/tanda-terima'),
  'POST /laporan/:id/verifikasi': onReport('agus', '/verifikasi', { versi: '1' }),
  'POST /laporan/:id/pengembalian': onReport('agus', '/pengembalian', { versi: '1' }),
  'POST /laporan/:id/pemeriksaan': async (people) => {
    await twoStage(people)
    return onReport('hendra', '/pemeriksaan', { versi: '1' })(people)
  },
  'POST /laporan/:id/duplikat': onReport('agus', '/duplikat', { versi: '1', nomor: 'DDS/1' }),
  'POST /laporan/:id/catatan': async ({ budi, agus }) => {
    const { id } = await verifiedTalk(store, budi, agus)
    const sent = { catatanId: randomUUID(), tambahan: 'Warga sudah dihubungi lagi.' }
    return { address: `/laporan/${id}/catatan`, owner: 'budi', sent }
  },
  'GET /laporan/:id/penarikan': onReport('budi', '/penarikan'),
  'POST /jendela-lapor/aturan/:id/akhir': async ({ agus }) => {
    const { id } = await store.db.reportingRule.create({
      data: { unitId: agus.unitId, days: 0, timeOfDay: '21:00', sinceOn: new Date('2026-11-01'), setAt: new Date() },
    })
    return { address: `/jendela-lapor/aturan/${id}/akhir`, owner: 'agus' }
  },
  'POST /jendela-lapor/pengecualian/:id/pencabutan': async ({ agus, budi }) => {
    const days = { fromOn: new Date('2026-11-20'), untilOn: new Date('2026-11-22') }
    const { id } = await store.db.dueException.create({
      data: {
        personId: budi.id,
        unitId: agus.unitId,
        ...days,
        reason: 'Dirawat di rumah sakit',
        openUntil: new Date('2026-11-26'),
        grantedBy: agus.id,
        grantedAt: new Date('2026-11-24'),
      },
    })
    return { address: `/jendela-lapor/pengecualian/${id}/pencabutan`, owner: 'agus' }
  },
  'POST /laporan/:id/alasan-terlambat': async ({ budi }) => {
    const { id } = await filedTalk(store, budi, { answers: { tanggal: '2026-11-20' } })
    return { address: `/laporan/${id}/alasan-terlambat`, owner: 'budi', sent: { alasanTerlambat: 'lupa' } }
  },
  'POST /laporan/:id/penarikan': onReport('budi', '/penarikan'),
  'GET /laporan/:id/pengiriman': onRecalled('/pengiriman'),
  'POST /laporan/:id/pengiriman': onRecalled('/pengiriman'),
  'POST /laporan/:id/pengakuan': onUnacknowledged('/pengakuan', 'budi'),
  'GET /laporan/:id/penyangkalan': onUnacknowledged('/penyangkalan', 'budi'),
  'POST /laporan/:id/penyangkalan': onUnacknowledged('/penyangkalan', 'budi', answerable),
  'GET /laporan/:id/pengesahan': onUnacknowledged('/pengesahan', 'agus'),
  'POST /laporan/:id/pengesahan': onUnacknowledged('/pengesahan', 'agus', answerable),
  'GET /laporan/:id/penolakan': onUnacknowledged('/penolakan', 'agus'),
  'POST /laporan/:id/penolakan': onUnacknowledged('/penolakan', 'agus', answerable),
  'GET /laporan/:id/pembatalan': onReport('budi', '/pembatalan'),
  'POST /laporan/:id/pembatalan': onReport('budi', '/pembatalan', { alasan: 'Terkirim dua kali' }),
  'GET /laporan/:id/pelengkapan': onBrief('/pelengkapan'),
  'POST /laporan/:id/pelengkapan': onBrief('/pelengkapan'),
  'GET /laporan/:id/perbaikan': onReturned('/perbaikan'),
  'POST /laporan/:id/perbaikan': onReturned('/perbaikan'),
  'POST /antrean/kelompok/:id/pembatalan': async ({ budi, agus }) => {
    const { id } = await verifiedTalk(store, budi, agus)
    const batchId = randomUUID()
    const decidedAt = new Date('2026-11-24T09:40:00+07:00')
    await store.db.review.updateMany({ where: { reportId: id }, data: { batchId, decidedAt } })
    return { address: `/antrean/kelompok/${batchId}/pembatalan`, owner: 'agus' }
  },
  'POST /laporan/:id/pembukaan-sumber': onSource,
  'GET /laporan/:id/surat-kesepakatan': onSettlement,
  'GET /draf/:id/surat-kesepakatan': async ({ budi }) => {
    const draft = await store.db.draft.create({
      data: {
        id: randomUUID(),
        authorId: budi.id,
        typeKey: 'problem-solving',
        answers: { ...reportData['problem-solving']! } as Record<string, string>,
        updatedAt: new Date('2026-11-24T09:00:00+07:00'),
      },
    })
    return { address: `/draf/${draft.id}/surat-kesepakatan`, owner: 'budi' }
  },
  'GET /draf/:id': async ({ budi }) => ({ address: `/draf/${(await aDraft(store, budi)).id}`, owner: 'budi' }),
  'POST /draf/:id/penghapusan': async ({ budi }) => ({
    address: `/draf/${(await aDraft(store, budi)).id}/penghapusan`,
    owner: 'budi',
  }),
  'POST /draf/:id/entri': async ({ budi }) => {
    const { id } = await store.db.draft.update({
      where: { id: (await aDraft(store, budi, {})).id },
      data: { typeKey: 'kunjungan-warga' },
    })
    return { address: `/draf/${id}/entri`, owner: 'budi', sent: { entri: (await household(store.db, budi)).id } }
  },
  'GET /draf/:id/foto/:hash': async ({ budi }) => {
    const id = randomUUID()
    return { address: `/draf/${id}/foto/${await parkedPhoto(store, budi, id)}`, owner: 'budi' }
  },
  ...onEveryPart('GET', '', 'dewi'),
  ...onEveryPart('GET', '/ubah'),
  ...onEveryPart('POST', '/ubah', 'budi', { nama: 'S' }),
  'POST /warga/:id/nik': onNik,
  ...onEveryPart('GET', '/penggabungan'),
  ...onMerging,
  'GET /wilayah/:kode': onVillage(''),
  'GET /wilayah/:kode/ubah': onVillage('/ubah'),
  'POST /wilayah/:kode/ubah': onVillage('/ubah'),
  'GET /laporan/:id/hasil': onPromise,
  'POST /laporan/:id/hasil': onPromise,
  'GET /personel/:id': onPerson(),
  'POST /personel/:id': onPerson('', { nama: 'Budi Santoso' }),
  'GET /personel/:id/ubah': onPerson('/ubah'),
  'GET /personel/:id/penonaktifan': onPerson('/penonaktifan'),
  'POST /personel/:id/penonaktifan': onPerson('/penonaktifan', { alasan: 'Pindah ke Polda' }),
  'POST /personel/:id/pengaktifan': async (people) => {
    const data = { state: 'suspended', suspendReason: 'Cuti panjang' }
    await store.db.person.update({ where: { id: people.budi.id }, data })
    return onPerson('/pengaktifan')(people)
  },
  'POST /personel/:id/sesi/akhir': onPerson('/sesi/akhir'),
  'GET /konfirmasi/:id': onRequest(''),
  'POST /konfirmasi/:id/persetujuan': onRequest('/persetujuan'),
  'POST /konfirmasi/:id/penolakan': onRequest('/penolakan'),
  'POST /konfirmasi/:id/penarikan': onRequest('/penarikan', 'rini'),
  'POST /kabar-akun/:id/dibaca': async ({ budi }) => {
    const names = { subject: 'Aipda Budi Santoso', requester: 'Aiptu Rini Astuti', confirmer: '' }
    const { id } = await store.db.accountNotice.create({
      data: { personId: budi.id, at: new Date('2026-11-24T08:00:00+07:00'), stage: 'asked', kind: 'move', ...names },
    })
    return { address: `/kabar-akun/${id}/dibaca`, owner: 'budi' }
  },
  'GET /personel/:id/slip': onPerson('/slip'),
  'POST /personel/:id/slip': onPerson('/slip'),
  'GET /personel/:id/mutasi': onPerson('/mutasi'),
  'POST /personel/:id/mutasi': onPerson('/mutasi'),
  'GET /personel/:id/penugasan': onPerson('/penugasan'),
  'POST /personel/:id/penugasan': onPerson('/penugasan'),
  'GET /personel/:id/penugasan/:penugasan/akhir': onAssignment,
  'POST /personel/:id/penugasan/:penugasan/akhir': onAssignment,
  'GET /akun/perangkat/:id/pencabutan': onDevice(({ id }) => `/akun/perangkat/${id}/pencabutan`, 'budi'),
  'GET /personel/:id/perangkat/:perangkat/pencabutan': onDevice(
    ({ id, personId }) => `/personel/${personId}/perangkat/${id}/pencabutan`,
    'rini',
  ),
  'POST /akun/perangkat/:id/pencabutan': onDevice(({ id }) => `/akun/perangkat/${id}/pencabutan`, 'budi'),
  'POST /personel/:id/perangkat/:perangkat/pencabutan': onDevice(
    ({ id, personId }) => `/personel/${personId}/perangkat/${id}/pencabutan`,
    'rini',
  ),
  'GET /satuan/:id': onUnit(),
  'POST /satuan/:id/zona': onUnit('/zona', { zona: 'Asia/Makassar' }),
  'POST /satuan/:id/wilayah': onUnit('/wilayah', { wilayah: '32.10.01' }),
  'POST /satuan/:id/wilayah/:kode/akhir': onUnit('/wilayah/32.74.05.1004/akhir'),
}

/** One of every role next door: in the other polsek, and in the other polres. */
const neighbours: Name[] = ['sari', 'tono', 'wati', 'joko', 'mira', 'surya', 'lina']

/** The roles of a polsek in the other polres; with the neighbours, every role stands outside in both ways. */
async function farAway({ budi, units }: Cast) {
  const sinceOn = new Date('2026-01-01')
  const polsek = { kind: 'polsek', name: 'Polsek Contoh Timur', path: '/jabar/contoh/timur/', sinceOn }
  const { id: unitId } = await store.db.unit.create({ data: { ...polsek, parentId: units.contoh.id } })
  const { passwordHash } = await store.db.person.findUniqueOrThrow({ where: { id: budi.id } })
  const roles = ['bhabinkamtibmas', 'kanit', 'kapolsek'] as const
  const common = { pangkat: 'Ipda', position: 'Anggota', unitId, passwordHash, mustChangePassword: false }
  const postings = (role: string) => ({ create: { unitId, role, position: 'Anggota', sinceOn } })
  return Promise.all(
    roles.map((role, index) =>
      store.db.person.create({
        data: {
          ...common,
          nrp: `9001010${index}`,
          name: `Warga Jauh`,
          role,
          postings: postings(role),
          createdAt: sinceOn,
        },
      }),
    ),
  )
}

const ask = (browser: Browser, method: 'get' | 'post', { address, sent = {} }: Thing) =>
  method === 'get' ? browser.get(address) : browser.post(address).type('form').send(sent)

/** Tables that a refused request may touch: its session, its budget, and the grouped trace of the refusal. */
const touched = ['session', 'rate_limit', 'audit_group', 'sign_in_address', 'heartbeat', '_prisma_migrations']

/** A digest of every table, so that a change anywhere is seen; of the audit without the trace of refusals. */
async function whatStands(): Promise<Record<string, string>> {
  const tables = await store.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`
  const digests = tables
    .filter(({ name }) => !touched.includes(name))
    .map(async ({ name }): Promise<[string, string]> => {
      const rows = name === 'audit_entry' ? `WHERE action <> 'access.denied'` : ''
      const { rows: found } = await store.sessionPool.query<{ digest: string }>(
        `SELECT md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS digest FROM "${name}" t ${rows}`,
      )
      return [name, found[0]!.digest]
    })
  return Object.fromEntries(await Promise.all(digests))
}

/** Vocabularies are everybody's, an outage is the whole server's, and what nobody is known to have sent is every admin's. */
const named = allEndpoints.filter((endpoint) => /:(?!jenis|sesi|kosakata|istilah|titipan|mulai)/.test(endpoint.path))

describe('the fence around Kesambi', () => {
  it('has a recipe for every address that names a thing, and no other', () => {
    expect(Object.keys(inKesambi).sort()).toEqual(named.map(nameOf).sort())
  })

  it.each(named.map((endpoint) => [nameOf(endpoint), endpoint] as const))('holds at %s', async (name, endpoint) => {
    const people = await cast(store.db)
    const strangers = await farAway(people)
    const thing = await inKesambi[name]!(people)
    const { as } = site(store)
    const outside = [...neighbours.map((one) => ({ ...people[one] })), ...strangers]
    const browsers = await Promise.all(outside.map((one) => as(one)))
    const before = await whatStands()

    for (const [index, browser] of browsers.entries()) {
      const { role, nrp } = outside[index]!
      const answer = await ask(browser, endpoint.method, thing)
      const actor = { ...outside[index], twoStage: (await store.db.setting.count()) > 0 } as unknown as Actor
      const isHisRole = 'open' in endpoint || mayEver(actor, endpoint.allow)
      expect({ nrp, role, status: answer.status }).toEqual({ nrp, role, status: isHisRole ? 404 : 403 })
      expect(answer.text).not.toMatch(/Budi Santoso|Balai RW 07/)
    }

    expect(await whatStands()).toEqual(before)
    const { status } = await ask(await as(people[thing.owner]), endpoint.method, thing)
    expect([200, 201, 303, 422]).toContain(status)
  })
})
