import { type Day, daysIn, type Period } from '../../kernel/days.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import type { TimeFacts } from '../../reports/deadlines/index.ts'
import { type Filing, filingOf, storedColumnsOf } from '../../reports/record/index.ts'
import { briefAnswers } from '../../reports/registry/index.ts'
import { corrected } from './answers.ts'
import { type Brief, briefOf, completionOf } from './briefs.ts'
import { claim, claimedFiling, isClaimed } from './claimed.ts'
import { reportsOfDay } from './daily.ts'
import { type Diary, diaryUntil } from './diary.ts'
import { emptyMemory } from './doubts.ts'
import { closingOf } from './follow-up-results.ts'
import { happen } from './happening.ts'
import type { Correction } from './history.commands.ts'
import { type PlannedReport, type World } from './plan.ts'
import { profileOf } from './profiles.ts'
import { chanceOf, idOf } from './random.ts'
import { nihilAt, type Officer } from './workdays.ts'

export interface HistoryWriting {
  world: World
  officers: readonly Officer[]
  reviewers: { kasat: string; kbo: string }
  period: Period
  cipher: Cipher
  times: TimeFacts
  timeZone: string
  now: Date
  onDay: (day: Day) => void
}

/** Lives through the period day by day and writes down what happens until now. Returns how many reports there were. */
export async function insertHistory(tx: Transaction, telling: HistoryWriting): Promise<number> {
  const { world, officers, period, onDay } = telling
  const diary = diaryUntil(world.today, telling.timeZone)
  const happening = { pictures: world.pictures, memory: emptyMemory(), timeZone: telling.timeZone }
  enterProfiles(diary, telling)
  let count = 0
  const claimed: (Claimed | undefined)[] = []
  for (const day of daysIn(period)) {
    for (const officer of officers) {
      const reports = reportsOfDay(world, officer, day)
      for (const [ordinal, report] of reports.entries()) {
        if (isClaimed(world, report, day, ordinal)) claimed.push(enterClaimed(diary, report, telling))
        else enter(diary, report, telling)
      }
      if (reports.length === 0) enterNihil(diary, officer, day, telling)
    }
    for (const page of diary.take(day)) {
      await happen(tx, page, happening)
      count += page.filed.length
    }
    onDay(day)
  }
  const { cipher, reviewers } = telling
  for (const one of claimed) if (one) await claim(tx, { ...one, kasatId: reviewers.kasat, cipher, seed: world.seed })
  return count
}

type Claimed = Pick<PlannedReport, 'answers'> & { filing: Filing }

/** A report that its author has still to acknowledge: nothing more becomes of it. */
function enterClaimed({ on }: Diary, report: PlannedReport, telling: HistoryWriting): Claimed | undefined {
  const { arrivedAt, pictures, answers } = report
  if (arrivedAt > telling.now) return undefined
  const filing = claimedFiling(filingFor(report, telling))
  on(arrivedAt).filed.push({ filing, pictures })
  return { filing, answers }
}

/** Enters the report and its fate where they fall; what would come after now is left out. */
function enter({ on }: Diary, report: PlannedReport, telling: HistoryWriting): void {
  const { now, reviewers, world } = telling
  const { id, officer, fate } = report
  if (!isFiledInFull(on, report, telling)) return
  const isPast = (event: { at: Date } | undefined): event is { at: Date } => event !== undefined && event.at <= now
  const { cancelled, returned, corrected: mended } = fate
  if (cancelled && isPast(cancelled)) on(cancelled.at).cancelled.push({ id, authorId: officer.id, ...cancelled })
  if (returned && isPast(returned))
    on(returned.at).decided.push({ id, reviewerId: reviewers[returned.by], at: returned.at, ...objectionOf(report) })
  if (returned && mended && isPast(mended)) on(mended.at).corrected.push(correctionOf(report, mended.at, world))
  enterRecall(on, report, telling)
  enterEnd(on, report, telling)
}

function enterRecall(on: Diary['on'], report: PlannedReport, { now, world }: HistoryWriting): void {
  const { id, officer, fate } = report
  const { recalled, resent } = fate
  if (recalled && recalled.at <= now) on(recalled.at).recalled.push({ id, authorId: officer.id, at: recalled.at })
  if (resent && resent.at <= now) on(resent.at).resent.push(rewritingOf(report, resent.field, null, resent.at, world))
}

/** The last decision, and what was still said after it. */
function enterEnd(on: Diary['on'], report: PlannedReport, { now, reviewers, world }: HistoryWriting): void {
  const { id, officer, fate } = report
  const { verified, duplicate, supplemented } = fate
  const decision = { id, reviewerId: reviewers.kasat, reason: null, note: null, fields: [] }
  if (verified && verified.at <= now) {
    const page = on(verified.at)
    const list = fate.returned || fate.resent ? page.decidedAgain : page.decided
    list.push({ ...decision, at: verified.at, decision: 'verified' })
  }
  if (duplicate && duplicate.at <= now)
    on(duplicate.at).decided.push({ ...decision, ...duplicate, decision: 'duplicate' })
  if (supplemented && supplemented.at <= now)
    on(supplemented.at).supplemented.push({
      id: idOf(world.seed, 'addendum', id),
      reportId: id,
      authorId: officer.id,
      ...supplemented,
    })
  const closing = closingOf(report, world.seed)
  if (closing && closing.at <= now) on(closing.at).closed.push(closing)
}

/** Enters how the report came, at once or as a line first; whether all of it is there by now. */
function isFiledInFull(on: Diary['on'], report: PlannedReport, telling: HistoryWriting): boolean {
  const { now, world } = telling
  const { arrivedAt, pictures } = report
  const brief = briefOf(report, world)
  if (brief && brief.arrivedAt <= now)
    on(brief.arrivedAt).filed.push({ filing: briefFilingFor(report, brief, telling), pictures })
  if (arrivedAt > now || brief?.isForgotten) return false
  if (brief) on(arrivedAt).completed.push(completionOf(report))
  else on(arrivedAt).filed.push({ filing: filingFor(report, telling), pictures })
  return true
}

function enterProfiles({ on }: Diary, { officers, world, period, now }: HistoryWriting): void {
  for (const officer of officers)
    for (const village of officer.villages) {
      const profile = profileOf(officer, village, world.seed, period)
      if (profile && profile.at <= now) on(profile.at).described.push(profile)
    }
}

function enterNihil({ on }: Diary, officer: Officer, day: Day, { now, world }: HistoryWriting): void {
  const at = nihilAt(officer, day, world.seed)
  if (at && at <= now) on(at).nihil.push({ personId: officer.id, unitPath: officer.unitPath, day, at })
}

function briefFilingFor(report: PlannedReport, { line, writtenAt, arrivedAt }: Brief, telling: HistoryWriting): Filing {
  const { answers, villageCode: wilayah } = report
  const whole = briefAnswers({ ...answers, wilayah, kilat: line })
  return filingFor({ ...report, answers: whole, writtenAt, arrivedAt }, telling, 'brief')
}

function objectionOf({ fate }: PlannedReport) {
  const { reason, note, field } = fate.returned!.objection
  return { decision: 'returned' as const, reason, note, fields: [field] }
}

function correctionOf(report: PlannedReport, at: Date, world: World): Correction {
  const { field, change } = report.fate.returned!.objection
  return rewritingOf(report, field, change, at, world)
}

function rewritingOf(
  { id, type, officer, answers, otherPicture }: PlannedReport,
  field: string,
  note: string | null,
  at: Date,
  { seed }: World,
): Correction {
  const mended = corrected(answers, field, chanceOf(seed, id, 'corrected'))
  const hash = field === 'foto' ? otherPicture.hash : ''
  return { id, authorId: officer.id, at, note, hash, ...storedColumnsOf(type, mended) }
}

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function filingFor(
  { id, type, officer, answers, villageCode, pictures, writtenAt, arrivedAt, follows }: PlannedReport,
  { world: { seed }, cipher, times }: HistoryWriting,
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
    times,
    cipher,
    requestId: 'contoh',
  })
  const chain = follows ? { followsId: follows, matterId: follows } : {}
  return { ...filing, ...chain, checkCode: Array.from({ length: 6 }, () => chance.pick([...alphabet])).join('') }
}
