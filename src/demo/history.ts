import { type Day, daysIn, type Period } from '../kernel/days.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Sealer } from '../platform/seal.ts'
import { briefAnswers, type Filing, fileReports, filingOf, keptOf } from '../reports/index.ts'
import { corrected } from './answers.ts'
import { complete, sayNihil } from './briefs.commands.ts'
import { type Brief, briefOf, completionOf } from './briefs.ts'
import { type PlannedReport, reportsOfDay, type World } from './daily.ts'
import { type Diary, diaryUntil, type Page } from './diary.ts'
import { type Correction, cancel, correct, decide, park } from './history.commands.ts'
import { chanceOf } from './random.ts'
import { nihilAt, type Officer } from './workdays.ts'

export interface Telling {
  world: World
  officers: readonly Officer[]
  reviewers: { kasat: string; kbo: string }
  period: Period
  sealer: Sealer
  timeZone: string
  now: Date
  onDay: (day: Day) => void
}

/** Lives through the period day by day and writes down what happens until now. Returns how many reports there were. */
export async function tell(tx: Tx, telling: Telling): Promise<number> {
  const { world, officers, period, onDay } = telling
  const diary = diaryUntil(world.today, telling.timeZone)
  let count = 0
  for (const day of daysIn(period)) {
    for (const officer of officers) {
      const reports = reportsOfDay(world, officer, day)
      for (const report of reports) enter(diary, report, telling)
      if (reports.length === 0) enterNihil(diary, officer, day, telling)
    }
    for (const page of diary.take(day)) {
      await happen(tx, page, world)
      count += page.filed.length
    }
    onDay(day)
  }
  return count
}

async function happen(tx: Tx, page: Page, { pictures }: World): Promise<void> {
  const drawn = [...pictures.houses, ...pictures.halls]
  const parked = page.filed.flatMap(({ filing: { id, authorId, arrivedAt }, pictures: shown }) =>
    shown.map(({ hash }) => ({ reportId: id, authorId, hash, at: arrivedAt })),
  )
  if (parked.length > 0) await park(tx, parked, drawn)
  if (parked.length > 0)
    await fileReports(
      tx,
      page.filed.map(({ filing }) => filing),
    )
  if (page.nihil.length > 0) await sayNihil(tx, page.nihil)
  if (page.completed.length > 0) await complete(tx, page.completed)
  if (page.decided.length > 0) await decide(tx, page.decided)
  if (page.corrected.length > 0) await correct(tx, page.corrected, drawn)
  if (page.decidedAgain.length > 0) await decide(tx, page.decidedAgain)
  if (page.cancelled.length > 0) await cancel(tx, page.cancelled)
}

/** Enters the report and its fate where they fall; what would come after now is left out. */
function enter({ on }: Diary, report: PlannedReport, telling: Telling): void {
  const { now, reviewers, world } = telling
  const { id, officer, fate } = report
  const isPast = (event: { at: Date } | undefined): event is { at: Date } => event !== undefined && event.at <= now
  if (!isFiledInFull(on, report, telling)) return
  const { cancelled, returned, corrected: mended, verified } = fate
  if (cancelled && isPast(cancelled)) on(cancelled.at).cancelled.push({ id, authorId: officer.id, ...cancelled })
  if (returned && isPast(returned))
    on(returned.at).decided.push({ id, reviewerId: reviewers[returned.by], at: returned.at, ...objectionOf(report) })
  if (returned && mended && isPast(mended)) on(mended.at).corrected.push(correctionOf(report, mended.at, world))
  if (verified && isPast(verified)) {
    const page = on(verified.at)
    const list = returned ? page.decidedAgain : page.decided
    list.push({
      id,
      reviewerId: reviewers.kasat,
      at: verified.at,
      decision: 'verified',
      reason: null,
      note: null,
      fields: [],
    })
  }
}

/** Enters how the report came, at once or as a line first; whether all of it is there by now. */
function isFiledInFull(on: Diary['on'], report: PlannedReport, { now, world, sealer }: Telling): boolean {
  const { arrivedAt, pictures } = report
  const brief = briefOf(report, world)
  if (brief && brief.arrivedAt <= now)
    on(brief.arrivedAt).filed.push({ filing: briefFilingFor(report, brief, world.seed, sealer), pictures })
  if (arrivedAt > now || brief?.isForgotten) return false
  if (brief) on(arrivedAt).completed.push(completionOf(report))
  else on(arrivedAt).filed.push({ filing: filingFor(report, world.seed, sealer), pictures })
  return true
}

function enterNihil({ on }: Diary, officer: Officer, day: Day, { now, world }: Telling): void {
  const at = nihilAt(officer, day, world.seed)
  if (at && at <= now) on(at).nihil.push({ personId: officer.id, unitPath: officer.unitPath, day, at })
}

function briefFilingFor(
  report: PlannedReport,
  { line, writtenAt, arrivedAt }: Brief,
  seed: number,
  sealer: Sealer,
): Filing {
  const { answers, villageCode: wilayah } = report
  const whole = briefAnswers({ ...answers, wilayah, kilat: line })
  return filingFor({ ...report, answers: whole, writtenAt, arrivedAt }, seed, sealer, 'brief')
}

function objectionOf({ fate }: PlannedReport) {
  const { reason, note, field } = fate.returned!.objection
  return { decision: 'returned' as const, reason, note, fields: [field] }
}

function correctionOf(
  { id, type, officer, answers, fate, otherPicture }: PlannedReport,
  at: Date,
  { seed }: World,
): Correction {
  const { field, change } = fate.returned!.objection
  const mended = corrected(answers, field, chanceOf(seed, id, 'corrected'))
  return {
    id,
    authorId: officer.id,
    at,
    note: change,
    ...keptOf(type, mended),
    hash: field === 'foto' ? otherPicture.hash : '',
  }
}

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function filingFor(
  { id, type, officer, answers, villageCode, pictures, writtenAt, arrivedAt }: PlannedReport,
  seed: number,
  sealer: Sealer,
  state: Filing['state'] = 'submitted',
): Filing {
  const chance = chanceOf(seed, id, 'check')
  const filing = filingOf({
    id,
    type,
    author: officer,
    answers,
    villageCode,
    photos: pictures.map(({ hash }) => hash),
    state,
    writtenAt,
    arrivedAt,
    sealer,
    requestId: 'contoh',
  })
  return { ...filing, checkCode: Array.from({ length: 6 }, () => chance.pick([...alphabet])).join('') }
}
