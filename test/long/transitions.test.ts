import { createHash, randomUUID } from 'node:crypto'
import { jest } from '@jest/globals'
import { type ReportState, reportStates as states } from '../../src/access/policy/policy.ts'
import { transitions } from '../../src/reports/states/reports.workflow.ts'
import { type Cast, cast } from '../support/cast.ts'
import { postForm } from '../support/filing.ts'
import { filedTalk, penyuluhan } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

/** A thousand requests take their time when the machine has other work. */
jest.setTimeout(300_000)

const roles = ['budi', 'hendra', 'yusuf', 'bambang', 'agus', 'dewi', 'rini'] as const
type Role = (typeof roles)[number]
type Ways = Partial<Record<Role, Partial<Record<ReportState, ReportState>>>>

const from = (list: ReportState[], to: ReportState) => Object.fromEntries(list.map((state) => [state, to]))
const undecided: ReportState[] = ['submitted', 'checked', 'accepted']
/** With two stages, what the polres may decide on while the polsek still has its day. */
const read: ReportState[] = ['checked', 'accepted']

/** The whole table: who brings a report from where to where, with one stage and with two. */
const ways = (isTwoStage: boolean): Record<string, Ways> => {
  const polres = isTwoStage ? read : undecided
  const ofKanit = (to: ReportState): Ways => (isTwoStage ? { hendra: { submitted: to } } : {})
  return {
    pelengkapan: { budi: { brief: 'submitted' } },
    penarikan: { budi: { submitted: 'recalled' } },
    pengiriman: { budi: { recalled: 'submitted' } },
    perbaikan: { budi: { returned: 'submitted' } },
    pengakuan: { budi: { unacknowledged: 'submitted' } },
    penyangkalan: { budi: { unacknowledged: 'disowned' } },
    pengesahan: { agus: { unacknowledged: 'submitted' } },
    penolakan: { agus: { unacknowledged: 'disowned' } },
    pembatalan: { budi: from(['brief', 'submitted', 'recalled', 'returned'], 'cancelled') },
    pemeriksaan: ofKanit('checked'),
    pengembalian: { ...ofKanit('returned'), bambang: from(polres, 'returned'), agus: from(polres, 'returned') },
    verifikasi: { agus: from(polres, 'verified') },
    duplikat: { bambang: from(polres, 'duplicate'), agus: from(polres, 'duplicate') },
    'verifikasi bersama': { agus: from(isTwoStage ? ['checked'] : ['submitted', 'checked'], 'verified') },
    'penerimaan sisanya': { agus: isTwoStage ? {} : { submitted: 'accepted' } },
    'pembatalan bersama': { agus: from(['verified', 'accepted'], 'submitted') },
    catatan: {},
  }
}
const actions = Object.keys(ways(false))

interface Piece {
  id: string
  state: ReportState
  batch: string
}

const morning = new Date('2026-11-24T09:30:00+07:00')

/** A report in each state, and one that is the original of duplicates; all outside of a sample of ten. */
async function pieces(people: Cast): Promise<{ board: Piece[]; original: { id: string; number: string } }> {
  const original = await filedTalk(store, people.budi, { photos: 0 })
  const board: Piece[] = []
  for (const state of states) {
    const { id } = await filedTalk(store, people.budi, { photos: 1 })
    const code = Array.from({ length: 99 }, (_, n) => `AAAA${n + 10}`).find((one) => lot(one + id) >= 10)!
    await store.db.report.update({ where: { id }, data: { checkCode: code } })
    board.push({ id, state, batch: randomUUID() })
  }
  await store.db.report.update({ where: { id: original.id }, data: { state: 'verified' } })
  return { board, original }
}

const lot = (text: string) => Number.parseInt(createHash('md5').update(text).digest('hex').slice(0, 7), 16) % 100

/** So long ago that the Kasat may decide too. */
const asked = { askedAt: new Date('2026-11-01T08:00:00+07:00'), toState: 'submitted' }

const authorshipOf = (state: ReportState) =>
  ({ unacknowledged: 'awaited', disowned: 'disowned' })[state as string] ?? 'own'

/** Puts a report back where it stood, past all guards, with the decision that had led there. */
async function put({ id, state, batch }: Piece, original: string, reviewer: string): Promise<void> {
  const decided = { verified: 2, accepted: 0, returned: 2 }[state as string]
  await store.db.$transaction([
    store.db.$executeRaw`SET LOCAL session_replication_role = replica`,
    store.db.review.deleteMany({ where: { reportId: id } }),
    store.db.reportVersion.deleteMany({ where: { reportId: id } }),
    store.db.acknowledgement.deleteMany({ where: { reportId: id } }),
    store.db.$executeRaw`
      UPDATE report SET state = ${state}, version = 1, completed_at = NULL, authorship = ${authorshipOf(state)},
        duplicate_of = CASE WHEN ${state} = 'duplicate' THEN ${original}::uuid END WHERE id = ${id}::uuid`,
    ...(state === 'unacknowledged'
      ? [store.db.acknowledgement.create({ data: { ...asked, reportId: id, askedBy: reviewer } })]
      : []),
    ...(decided === undefined
      ? []
      : [
          store.db.review.create({
            data: {
              reportId: id,
              version: 1,
              reviewerId: reviewer,
              decision: state,
              stage: decided,
              ...(state === 'returned'
                ? { reason: 'lain', pins: [{ field: 'materi', note: '' }], decidedAt: morning }
                : { batchId: batch, decidedAt: new Date('2026-11-24T09:40:00+07:00') }),
            },
          }),
        ]),
  ])
}

const note = 'Alasan yang cukup panjang.'

/** One press of a button, whatever it comes to. */
function press(browser: Browser, action: string, { id, batch }: Piece, number: string) {
  const form = (path: string, sent: object) => browser.post(path).type('form').send(sent)
  const corrected = penyuluhan({ materi: `${randomUUID()} disampaikan kepada semua yang hadir malam itu.` })
  switch (action) {
    case 'verifikasi bersama':
      return form('/antrean/kelompok/verifikasi', { laporan: id })
    case 'penerimaan sisanya':
      return form('/antrean/kelompok/penerimaan', { sampai: '2026-11-24T03:00:00.000Z' })
    case 'pembatalan bersama':
      return form(`/antrean/kelompok/${batch}/pembatalan`, {})
    case 'pelengkapan':
      return postForm(browser, `/laporan/${id}/pelengkapan`, { ...corrected, aksi: 'kirim' })
    case 'pengiriman':
    case 'perbaikan':
      return postForm(browser, `/laporan/${id}/${action}`, { ...corrected, catatan: note })
    default:
      return form(`/laporan/${id}/${action}`, {
        versi: '1',
        alasan: action === 'pengembalian' ? 'lain' : note,
        catatan: note,
        isian: 'materi',
        nomor: number,
        catatanId: randomUUID(),
        tambahan: note,
      })
  }
}

/** A second stage changes nothing for those who do not review. */
const reviewers: Role[] = ['hendra', 'bambang', 'agus']

describe.each([
  ['one stage', false, roles],
  ['two stages', true, reviewers],
] as const)('with %s', (_, isTwoStage, players) => {
  it('every role moves a report of every state exactly as the table says', async () => {
    const people = await cast(store.db)
    const { as } = site(store)
    const { board, original } = await pieces(people)
    const settings: [string, boolean | number][] = [
      ['sampel', 10],
      ['duaTahap', isTwoStage],
    ]
    await store.db.setting.createMany({
      data: settings.map(([key, value]) => ({
        unitId: people.units.cirebonKota.id,
        key,
        value,
        setAt: morning,
      })),
    })
    for (const piece of board) await put(piece, original.id, people.agus.id)
    const found: Record<string, Ways> = {}
    const faults: string[] = []

    for (const role of players) {
      const browser = await as(people[role])
      for (const action of actions) {
        const answers =
          action === 'penerimaan sisanya'
            ? [await press(browser, action, board[0]!, original.number)]
            : await Promise.all(board.map((piece) => press(browser, action, piece, original.number)))
        faults.push(...answers.filter(({ status }) => status >= 500).map(({ status }) => `${role} ${action} ${status}`))
        const now = await store.db.report.findMany({ where: { id: { in: board.map(({ id }) => id) } } })
        for (const piece of board) {
          const state = now.find(({ id }) => id === piece.id)!.state as ReportState
          if (state === piece.state) continue
          found[action] = { ...found[action], [role]: { ...found[action]?.[role], [piece.state]: state } }
          await put(piece, original.id, people.agus.id)
        }
      }
    }

    expect(faults).toEqual([])
    expect(found).toEqual(stepsOf(ways(isTwoStage), players))
  })
})

/** The table without its empty places, for these players alone. */
function stepsOf(table: Record<string, Ways>, players: readonly Role[]): Record<string, Ways> {
  const isStep = ([, steps]: [string, object]) => Object.keys(steps).length > 0
  const mine = (way: Ways) =>
    Object.entries(way)
      .filter(([role]) => players.includes(role as Role))
      .filter(isStep)
  return Object.fromEntries(
    Object.entries(table)
      .map(([action, way]): [string, Ways] => [action, Object.fromEntries(mine(way))])
      .filter(isStep),
  )
}

const answered = (reportId: string, decidedBy: string) =>
  store.db.acknowledgement.update({ where: { reportId }, data: { decidedBy, decidedAt: morning } })

describe('the database', () => {
  it('refuses every pair of states that is no transition, and lets the others pass', async () => {
    const people = await cast(store.db)
    const { board, original } = await pieces(people)
    const legal = new Set<string>()
    for (const [name, { from: sources, to }] of Object.entries(transitions))
      if (!name.startsWith('undo')) for (const source of sources) legal.add(`${source} ${to}`)
    const passed = new Set<string>()

    for (const piece of board) {
      for (const to of states.filter((state) => state !== piece.state)) {
        await put(piece, original.id, people.agus.id)
        const isAnswer = piece.state === 'unacknowledged'
        if (isAnswer) await answered(piece.id, people.budi.id)
        const authorship = isAnswer && to !== 'disowned' ? 'acknowledged' : authorshipOf(to)
        const step = store.db.$executeRaw`
          UPDATE report SET state = ${to}, authorship = ${authorship}, duplicate_of = CASE WHEN ${to} = 'duplicate' THEN ${original.id}::uuid END
          WHERE id = ${piece.id}::uuid`
        await step.then(
          () => passed.add(`${piece.state} ${to}`),
          (error: unknown) =>
            expect(String(error)).toMatch(/no way from \w+ to \w+|the authorship of a \w+ report never changes/),
        )
      }
    }

    expect(passed).toEqual(legal)
  })

  it('lets a decision be undone only once its review says so', async () => {
    const people = await cast(store.db)
    const { board, original } = await pieces(people)
    const tried = new Map<string, string>()

    for (const piece of board.filter(({ state }) => state === 'verified' || state === 'accepted')) {
      for (const to of ['submitted', 'checked']) {
        await put(piece, original.id, people.agus.id)
        await store.db.review.updateMany({
          where: { reportId: piece.id },
          data: { undoneAt: new Date('2026-11-24T09:45:00+07:00') },
        })
        const step = store.db.$executeRaw`UPDATE report SET state = ${to} WHERE id = ${piece.id}::uuid`
        await step.then(
          () => tried.set(`${piece.state} ${to}`, 'passed'),
          () => tried.set(`${piece.state} ${to}`, 'refused'),
        )
      }
    }

    expect(Object.fromEntries(tried)).toEqual({
      'verified submitted': 'passed',
      'verified checked': 'passed',
      'accepted submitted': 'passed',
      'accepted checked': 'refused',
    })
  })
})
