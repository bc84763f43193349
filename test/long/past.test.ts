import fc from 'fast-check'
import type { Role } from '../../src/access/policy/actor.ts'
import { writeMove } from '../../src/administration/accounts/placement.commands.ts'
import { addDays, type Day, dateOf, dayIn } from '../../src/kernel/days.ts'
import { type Cast, cast, type Player } from '../support/cast.ts'
import { household } from '../support/filing.ts'
import { aDirective, anAbsence, filedTalk, filedVisit, verifiedTalk } from '../support/makers.ts'
import { type Browser, type Site, site } from '../support/site.ts'
import { store } from '../support/store.ts'
import { isThorough } from '../support/thorough.ts'

const zone = 'Asia/Jakarta'
/** When everything is looked at, before and after. */
const seenAt = '2026-12-20T08:00:00+07:00'
const at = (day: Day, time = '09:30') => new Date(`${day}T${time}:00+07:00`)

type Who = 'budi' | 'sari' | 'tiara'
const officers: Who[] = ['budi', 'sari', 'tiara']
const pangkat = ['Bripka', 'Aipda', 'Aiptu']
const names = ['Budi Santosa', 'Sari Dewi', 'Tiara Ayu Lestari']
const villages = ['32.74.05.1001', '32.74.05.1002', '32.74.05.1004', '32.09.12.2001', '32.09.12.2002']

/** What may happen later. */
type Later =
  | { kind: 'promoted' | 'suspended' | 'restored' | 'unassigned'; who: Who; pick: number }
  | { kind: 'renamed' | 'assigned' | 'moved' | 'newRole'; who: Who; pick: number }
  | { kind: 'unitRenamed' | 'unitMerged' | 'newcomer'; who: Who; pick: number }

const later: fc.Arbitrary<Later> = fc.record({
  kind: fc.constantFrom(
    'promoted',
    'suspended',
    'restored',
    'unassigned',
    'renamed',
    'assigned',
    'moved',
    'newRole',
    'unitRenamed',
    'unitMerged',
    'newcomer',
  ),
  who: fc.constantFrom(...officers),
  pick: fc.nat(20),
})

interface World {
  people: Cast & { tiara: Player }
  house: Site
  asRini: Browser
  reports: string[]
  directive: string
}

/** November: reports, verified and not, days without word, nihil, somebody away, a directive. */
async function november(): Promise<World> {
  const people = await cast(store.db)
  const tiara = await anOfficer(people)
  const house = site(store)
  const [budi, sari] = [people.budi, people.sari]
  const reports = [
    (await verifiedTalk(store, budi, people.agus, { at: at('2026-11-10'), answers: { tanggal: '2026-11-10' } })).id,
    (await filedTalk(store, sari, { at: at('2026-11-11'), answers: { tanggal: '2026-11-11' } })).id,
    (await filedTalk(store, tiara, { at: at('2026-11-12'), answers: { tanggal: '2026-11-12' } })).id,
    await filedVisit(store, budi, await household(store.db, budi), '2026-11-13'),
  ]
  await store.db.report.updateMany({
    where: { id: reports[3]! },
    data: { writtenAt: at('2026-11-13'), arrivedAt: at('2026-11-13') },
  })
  await store.db.nihil.create({
    data: { personId: sari.id, day: dateOf('2026-11-12'), unitPath: sari.unitPath, filedAt: at('2026-11-12') },
  })
  await anAbsence(store, tiara, people.hendra, { from: '2026-11-09', until: '2026-11-10' })
  const everywhere = [people.units.kesambi.path, people.units.mundu.path]
  const asked = { audience: everywhere, from: '2026-11-09', until: '2026-11-15' }
  const { id: directive } = await aDirective(store, people.dewi, asked)
  await store.db.directive.updateMany({ data: { createdAt: at('2026-11-08') } })
  house.clock.set(seenAt)
  return { people: { ...people, tiara }, house, asRini: await house.as(people.rini), reports, directive }
}

async function anOfficer({ units }: Cast): Promise<Player> {
  const { id: unitId, path: unitPath } = units.kesambi
  const about = { nrp: '91070707', name: 'Tiara Ayu', pangkat: 'Briptu', position: 'Bhabinkamtibmas Drajat' }
  const role = 'bhabinkamtibmas' as const
  const sinceOn = dateOf('2026-01-01')
  const { id } = await store.db.person.create({
    data: {
      ...about,
      role,
      unitId,
      createdAt: at('2026-01-01'),
      postings: { create: { unitId, role, position: about.position, sinceOn } },
      assignments: { create: { villageCode: villages[0]!, sinceOn } },
    },
  })
  return { ...about, role, id, unitId, unitPath, villages: [villages[0]!] }
}

/** It happens on that day, through the pages where they let one person do it alone. */
async function happen(world: World, { kind, who, pick }: Later, day: Day): Promise<void> {
  const { people, house, asRini } = world
  house.clock.set(`${day}T10:00:00+07:00`)
  const person = await store.db.person.findUniqueOrThrow({ where: { id: people[who].id }, include: { unit: true } })
  const { id, name, position } = person
  const post = (address: string, sent: object = {}) => asRini.post(address).type('form').send(sent)
  const edit = (own: object) =>
    post(`/personel/${id}`, { nama: name, pangkat: person.pangkat, jabatan: position, ...own })
  const changed = { changedAt: house.clock() }
  const units = [people.units.kesambi, people.units.mundu]
  const unit = units[pick % 2]!
  const move = async (to: { id: string; name: string; path: string }, role: Role) =>
    store.db.$transaction((tx) =>
      writeMove(
        tx,
        person,
        { id, role, position: `${position} ${pick}`, unit: { ...to, kind: 'polsek', timeZone: zone } },
        house.clock(),
      ),
    )
  const acts: Record<Later['kind'], () => Promise<unknown>> = {
    promoted: () => edit({ pangkat: pangkat[pick % 3] }),
    renamed: () => edit({ nama: names[pick % 3], jabatan: `Bhabinkamtibmas ${pick}` }),
    suspended: () => post(`/personel/${id}/penonaktifan`, { alasan: 'Pensiun sejak hari ini' }),
    restored: () =>
      store.db.person.updateMany({ where: { id }, data: { state: 'active', suspendReason: null, ...changed } }),
    moved: () => move(unit, 'bhabinkamtibmas'),
    newRole: () => move(person.unit, pick % 2 ? 'kanit' : 'bhabinkamtibmas'),
    assigned: () =>
      post(`/personel/${id}/penugasan`, { wilayah: villages[pick % 5], mulai: addDays(day, -(pick % 20)) }),
    unassigned: async () => {
      const open = await store.db.assignment.findFirst({ where: { personId: id, untilOn: null } })
      if (open) await post(`/personel/${id}/penugasan/${open.id}/akhir`, { sampai: addDays(day, -1 - (pick % 20)) })
    },
    unitRenamed: () =>
      store.db.unit.update({ where: { id: unit.id }, data: { name: `Polsek Baru ${pick}`, ...changed } }),
    unitMerged: () => merge(world, day),
    newcomer: () =>
      post('/personel', {
        nrp: `9${String(1_010_100 + pick).padStart(7, '0')}`,
        nama: 'Dian Permata',
        pangkat: 'Bripda',
        jabatan: 'Bhabinkamtibmas Pekiringan',
        peran: 'bhabinkamtibmas',
        satuan: unit.path,
        mulai: '2026-11-02',
        wilayah: villages[unit === units[0] ? 2 : 4],
      }),
  }
  await acts[kind]()
}

/** Polsek Mundu becomes a part of Polsek Kesambi. */
async function merge({ people, house }: World, day: Day): Promise<void> {
  const { kesambi, mundu } = people.units
  const yesterday = dateOf(addDays(day, -1))
  const { count } = await store.db.unit.updateMany({
    where: { id: mundu.id, untilOn: null },
    data: { untilOn: yesterday },
  })
  if (count === 0) return
  const held = await store.db.jurisdiction.findMany({ where: { unitId: mundu.id, untilOn: null } })
  await store.db.jurisdiction.updateMany({ where: { unitId: mundu.id, untilOn: null }, data: { untilOn: yesterday } })
  await store.db.jurisdiction.createMany({
    data: held.map(({ villageCode }) => ({ unitId: kesambi.id, villageCode, sinceOn: dateOf(day) })),
  })
  const unit = { ...kesambi, kind: 'polsek', timeZone: zone }
  for (const one of await store.db.person.findMany({ where: { unitId: mundu.id }, include: { unit: true } })) {
    const { id, position } = one
    await store.db.$transaction((tx) =>
      writeMove(tx, one, { id, role: one.role as Role, position, unit }, house.clock()),
    )
  }
}

/** What somebody sees of November: figures, sheets, lists, files and prints. */
async function seen({ house, reports, directive }: World, who: Player): Promise<Record<string, string>> {
  house.clock.set(seenAt)
  const browser = await house.as(who)
  const month = 'periode=bulan&tanggal=2026-11-15'
  const days = 'dari=2026-11-02&sampai=2026-11-20'
  const addresses = [
    ...['petugas', 'jenis', ...(who.role === 'kapolsek' ? [] : ['polsek'])].flatMap((rows) =>
      ['/rekap', '/rekap/cetak', '/rekap/teks', '/rekap/unduhan'].map((page) => `${page}?${month}&baris=${rows}`),
    ),
    ...['', 'tanpa-kabar', 'tidak-hadir'].map((isi) => `/nihil?${days}&isi=${isi}`),
    ...['2026-11-10', '2026-11-12'].flatMap((day) => [
      `/lembar-pagi?tanggal=${day}`,
      `/lembar-pagi/cetak?tanggal=${day}`,
    ]),
    '/dasbor?minggu=2026-11-09',
    '/dasbor/cetak?minggu=2026-11-09',
    `/laporan?${days}`,
    `/laporan/unduhan?jenis=penyuluhan&${days}`,
    '/tindak-lanjut',
    `/arahan/${directive}`,
    ...reports.flatMap((id) => [`/laporan/${id}`, `/laporan/${id}/cetak`]),
  ]
  const found: Record<string, string> = {}
  for (const address of addresses) {
    const { status, text } = await browser.get(address)
    // Below the signatures a sheet names the head of the audit's chain, which each later event moves.
    found[address] = `${status} ${wordsOf(text.replace(/<p class="printed-from">[\s\S]*/, ''))}`
  }
  return found
}

/** The page without its frame, which names who looks, as they are called today, and without ids that are new each time. */
const wordsOf = (html: string): string => {
  const main = html.slice(Math.max(0, html.indexOf('<main')))
  return main
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/(?<=name="catatanId" value=")[^"]*/g, '')
    .replace(/\s+/g, ' ')
}

/** Of each page that is not as it was: its address, and the first place where it differs. */
const differences = (before: Record<string, string>, after: Record<string, string>) =>
  Object.entries(before).flatMap(([address, was]) => {
    const is = after[address]!
    if (is === was) return []
    const place = [...was].findIndex((sign, index) => sign !== is[index])
    const around = (text: string) => text.slice(Math.max(0, place - 120), place + 80)
    return [{ address, was: around(was), is: around(is) }]
  })

const laterDays = (count: number): Day[] => Array.from({ length: count }, (_, index) => addDays('2026-12-01', index))

describe('days gone by', () => {
  it('are told in the same figures, sheets and prints, whatever happens to people and units later', async () => {
    const law = fc.asyncProperty(fc.array(later, { minLength: 3, maxLength: 10 }), async (events) => {
      await emptied()
      const world = await november()
      const before = { agus: await seen(world, world.people.agus), yusuf: await seen(world, world.people.yusuf) }
      for (const [index, day] of laterDays(events.length).entries()) await happen(world, events[index]!, day)

      const after = { agus: await seen(world, world.people.agus), yusuf: await seen(world, world.people.yusuf) }

      expect(differences(before.agus, after.agus)).toEqual([])
      expect(differences(before.yusuf, after.yusuf)).toEqual([])
      expect(dayIn(zone, world.house.clock())).toBe('2026-12-20')
    })
    await fc.assert(law, { numRuns: isThorough ? 60 : 4 })
  }, 900_000)
})

/** The tables as they are before each test: a law tries many worlds in one. */
async function emptied(): Promise<void> {
  const rows = await store.db.$queryRaw<{ table: string }[]>`
    SELECT tablename AS table FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('area', '_prisma_migrations')`
  const empty = rows.map(({ table }) => `DELETE FROM "${table}"`)
  await store.sessionPool.query(['BEGIN', 'SET LOCAL session_replication_role = replica', ...empty, 'COMMIT'].join(';'))
}
