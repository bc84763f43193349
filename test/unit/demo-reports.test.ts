import { beforeAll, describe, expect, it } from '@jest/globals'
import { addDays, dateOf, dayIn, daysIn } from '../../src/kernel/days.ts'
import { corrected } from '../../src/processes/demo/answers.ts'
import { cast } from '../../src/processes/demo/cast.ts'
import { reportsOfDay } from '../../src/processes/demo/daily.ts'
import { groupsOf, householdsOf, placesOf } from '../../src/processes/demo/entries.ts'
import { closingOf } from '../../src/processes/demo/follow-up-results.ts'
import { drawPictures } from '../../src/processes/demo/pictures.ts'
import { type PlannedReport, type World } from '../../src/processes/demo/plan.ts'
import { chanceOf } from '../../src/processes/demo/random.ts'
import { type Officer, officerOf } from '../../src/processes/demo/workdays.ts'
import { problemsIn } from '../../src/reports/engine/validation.ts'
import { readAnswers, wireOf } from '../../src/reports/engine/wire.ts'
import { returnReasons } from '../../src/reports/states/reports.workflow.ts'

const seed = 20_261_124
const zone = 'Asia/Jakarta'
const today = '2026-11-24'
const period = { from: addDays(today, -89), until: today }
const village = { code: '32.74.05.1002', name: 'Sunyaragi' }

const officer = (nrp: string, isCast = false): Officer => {
  const serving = {
    id: `id of ${nrp}`,
    nrp,
    unitPath: '/jabar/cirebon-kota/kesambi/',
    timeZone: zone,
    villages: [village],
  }
  return officerOf({ ...serving, until: today }, seed, isCast, { from: period.from, days: 90 })
}

const nrps = Array.from({ length: 16 }, (_, index) => `8501${String(index).padStart(4, '0')}`)

let world: World
let reports: PlannedReport[]

const reportsOf = (one: Officer) => daysIn(period).flatMap((day) => reportsOfDay(world, one, day))

beforeAll(async () => {
  const households = householdsOf({ seed, village, keeper: 'somebody', from: period.from })
  world = {
    seed,
    today,
    pictures: await drawPictures(seed),
    households: new Map([[village.code, households]]),
    places: new Map([[village.code, placesOf({ seed, village, keeper: 'somebody', from: period.from })]]),
    groups: new Map([[village.code, groupsOf({ seed, village, keeper: 'somebody', from: period.from })]]),
    centres: new Map([[village.code, [-6.735, 108.555]]]),
  }
  reports = nrps.flatMap((nrp) => reportsOf(officer(nrp)))
})

const problemsOf = ({ type, answers, officer: { timeZone }, writtenAt }: PlannedReport) =>
  problemsIn(type, answers, dayIn(timeZone, writtenAt)).map(({ name, problem }) => `${name}: ${problem.key}`)

const share = (list: PlannedReport[], is: (report: PlannedReport) => boolean) => list.filter(is).length / list.length

describe('a report of the demonstration', () => {
  it('answers every question as the form would have let it', () => {
    expect(reports.flatMap(problemsOf)).toEqual([])
  })

  it('has answers as the form would have read them', () => {
    const readAgain = ({ type, answers }: PlannedReport) => readAnswers(type, wireOf(type, answers))
    expect(reports.map(readAgain)).toEqual(reports.map(({ answers }) => answers))
  })

  it('happens before it is written, and is written before it arrives', () => {
    const isInOrder = ({ answers, writtenAt, arrivedAt }: PlannedReport) => {
      const happened = new Date(`${answers.tanggal}T${answers.pukul}:00+07:00`)
      return dayIn(zone, happened) === answers.tanggal && happened < writtenAt && writtenAt < arrivedAt
    }
    expect(reports.filter((report) => !isInOrder(report))).toEqual([])
  })

  it('has an id of its own', () => {
    expect(new Set(reports.map(({ id }) => id)).size).toBe(reports.length)
  })

  it('is the same whenever it is made from the same number', () => {
    const one = officer('85010003')
    expect(reportsOfDay(world, one, '2026-11-10')).toEqual(reportsOfDay(world, one, '2026-11-10'))
  })

  it('is put right in a way that the form accepts, when it is sent back', () => {
    const returned = reports.filter(({ fate }) => fate.returned)
    expect(returned.length).toBeGreaterThan(20)
    for (const report of returned) {
      const { reason, field, note, change } = report.fate.returned!.objection
      expect(returnReasons).toContain(reason)
      expect(note.length).toBeGreaterThanOrEqual(10)
      expect(change.length).toBeGreaterThanOrEqual(5)
      const answers = corrected(report.answers, field, chanceOf(report.id))
      expect(problemsOf({ ...report, answers })).toEqual([])
      if (field !== 'foto') expect(answers[field]).not.toEqual(report.answers[field])
    }
  })
})

describe('ninety days of reports', () => {
  it('are mostly visits, mostly in time, mostly on working days', () => {
    expect(share(reports, ({ type }) => type.key === 'kunjungan-warga')).toBeCloseTo(0.62, 1)
    const late = share(
      reports,
      ({ answers, writtenAt }) => dayIn(zone, writtenAt) > addDays(String(answers.tanggal), 1),
    )
    expect(late).toBeGreaterThan(0.02)
    expect(late).toBeLessThan(0.15)
    expect(share(reports, ({ answers }) => dateOf(String(answers.tanggal)).getUTCDay() === 0)).toBeLessThan(0.08)
  })

  it('hold returned, cancelled and twice-sent ones', () => {
    expect(share(reports, ({ fate }) => fate.returned !== undefined)).toBeGreaterThan(0.03)
    expect(share(reports, ({ fate }) => fate.cancelled !== undefined)).toBeGreaterThan(0.005)
    const texts = reports.map(({ officer: { nrp }, answers }) => `${nrp} ${JSON.stringify(answers)}`)
    expect(new Set(texts).size).toBeLessThan(texts.length)
  })

  it('hold ones that stand for each other, that go on from one another, that were taken back and added to', () => {
    const ids = new Set(reports.map(({ id }) => id))
    const doubles = reports.flatMap(({ fate: { duplicate } }) => duplicate?.original ?? [])
    const followed = reports.flatMap(({ follows }) => follows ?? [])
    for (const some of [doubles, followed]) {
      expect(some.length).toBeGreaterThan(3)
      expect(some.filter((id) => !ids.has(id))).toEqual([])
    }
    expect(reports.filter(({ fate }) => fate.recalled && fate.resent).length).toBeGreaterThan(10)
    expect(reports.filter(({ fate }) => fate.supplemented).length).toBeGreaterThan(10)
  })

  it('promise what is mostly kept, after the report came', () => {
    const promising = reports.filter(({ answers }) => answers.tindakLanjut === 'ya')
    const kept = promising.filter((report) => closingOf(report, seed))
    expect(kept.length / promising.length).toBeCloseTo(0.93, 1)
    expect(kept.filter((report) => closingOf(report, seed)!.at <= report.arrivedAt)).toEqual([])
  })

  it('come from weak and from strong officers', () => {
    const sizes = nrps.map((one) => reports.filter(({ officer: { nrp } }) => nrp === one).length).sort((a, b) => a - b)
    expect(sizes.at(-1)!).toBeGreaterThan(3 * sizes[0]!)
  })

  it('leave one report for Budi to put right', () => {
    const last = reportsOfDay(world, officer(cast.budi.nrp, true), addDays(today, -2))
    expect(last[0]!.type.key).toBe('kunjungan-warga')
    expect(Object.keys(last[0]!.fate)).toEqual(['returned'])
  })

  it('are decided after they arrived, in the order of a life', () => {
    const isInOrder = ({ arrivedAt, fate }: PlannedReport) => {
      const { recalled, resent, returned, corrected: mended, verified, supplemented, duplicate, cancelled } = fate
      const events = [recalled, resent, returned, mended, verified, supplemented, duplicate, cancelled]
      const steps = [arrivedAt, ...events.map((event) => event?.at)].filter((at) => at !== undefined)
      return steps.every((at, index) => index === 0 || steps[index - 1]! < at)
    }
    expect(reports.filter((report) => !isInOrder(report))).toEqual([])
  })
})
