import fc from 'fast-check'
import { addDays, dayIn, instantIn, timeIn } from '../../src/kernel/days.ts'
import { commonDueOf, dueOf, type TimeFacts, usualTimes } from '../../src/reports/deadlines/due.ts'
import { effectiveDue, type Outage } from '../../src/reports/deadlines/outages.ts'
import { limitAt, limitFor, type ReportingRule, usualLimit } from '../../src/reports/deadlines/reporting-rules.ts'

const minute = 60_000
const start = new Date('2026-11-20T00:00:00Z').getTime()
const at = (minutes: number) => new Date(start + minutes * minute)
const lengthOf = ({ since, until }: Outage) => until.getTime() - since.getTime()

const minutes = fc.integer({ min: 0, max: 8 * 1440 })
const instants = minutes.map(at)
const outage = fc
  .tuple(minutes, fc.integer({ min: 5, max: 2000 }))
  .map(([since, length]): Outage => ({ since: at(since), until: at(since + length) }))
const outages = fc.array(outage, { maxLength: 8 })
const zones = fc.constantFrom('Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura')
const days = fc.integer({ min: 0, max: 9 }).map((count) => addDays('2026-11-18', count))

/** Minutes that an outage covers, found by walking: slow, and without a thought in common with what it checks. */
function dueByWalking(due: Date, all: readonly Outage[]): Date {
  const isAway = (time: number) => all.some(({ since, until }) => since.getTime() <= time && time < until.getTime())
  let left = (due.getTime() - start) / minute
  let time = start
  while (left > 0) {
    if (!isAway(time)) left -= 1
    time += minute
  }
  return new Date(time)
}

describe('a deadline that outages move', () => {
  const holds = (law: (due: Date, all: Outage[]) => void) => fc.assert(fc.property(instants, outages, law))

  it('is where a clock arrives that stands still while the server is away', () =>
    holds((due, all) => {
      expect(effectiveDue(due, all)).toEqual(dueByWalking(due, all))
    }))

  it('is never earlier, and the same where there was none', () =>
    holds((due, all) => {
      expect(effectiveDue(due, all).getTime()).toBeGreaterThanOrEqual(due.getTime())
      expect(effectiveDue(due, [])).toEqual(due)
    }))

  it('keeps the order of deadlines', () =>
    fc.assert(
      fc.property(instants, instants, outages, (one, other, all) => {
        const [first, second] = one <= other ? [one, other] : [other, one]
        expect(effectiveDue(first, all).getTime()).toBeLessThanOrEqual(effectiveDue(second, all).getTime())
      }),
    ))

  it('never comes sooner for one more outage', () =>
    fc.assert(
      fc.property(instants, outages, outage, (due, all, more) => {
        expect(effectiveDue(due, [...all, more]).getTime()).toBeGreaterThanOrEqual(effectiveDue(due, all).getTime())
      }),
    ))

  it('does not care in which order, how often or in how many pieces an outage is told', () =>
    holds((due, all) => {
      const halves = all.flatMap(({ since, until }) => {
        const middle = new Date((since.getTime() + until.getTime()) / 2)
        return [
          { since: middle, until },
          { since, until: middle },
        ]
      })
      expect(effectiveDue(due, [...all].reverse())).toEqual(effectiveDue(due, all))
      expect(effectiveDue(due, [...all, ...all])).toEqual(effectiveDue(due, all))
      expect(effectiveDue(due, halves)).toEqual(effectiveDue(due, all))
    }))

  it('moves by the sum of outages that lie apart before it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 5, max: 90 })), { maxLength: 6 }),
        (steps) => {
          let time = 0
          const apart = steps.map(([gap, length]) => {
            const since = time + gap
            time = since + length
            return { since: at(since), until: at(time) }
          })
          const due = at(time + 1)
          expect(effectiveDue(due, apart).getTime()).toBe(
            due.getTime() + apart.reduce((sum, one) => sum + lengthOf(one), 0),
          )
        },
      ),
    ))

  it('is not moved by what begins after it', () =>
    fc.assert(
      fc.property(
        instants,
        outages,
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 5, max: 500 }),
        (due, all, gap, length) => {
          const moved = effectiveDue(due, all)
          const since = new Date(moved.getTime() + gap * minute)
          const later = { since, until: new Date(since.getTime() + length * minute) }
          expect(effectiveDue(due, [...all, later])).toEqual(moved)
        },
      ),
    ))
})

const rule = (own: Partial<ReportingRule> = {}): ReportingRule => ({
  unitPath: '/jabar/cirebon-kota/',
  typeKey: null,
  days: 0,
  time: '21:00',
  graceMinutes: 0,
  since: '2026-11-01',
  until: null,
  ...own,
})
const kesambi = { unitPath: '/jabar/cirebon-kota/kesambi/', typeKey: 'penyuluhan', authorId: 'budi' }

describe('a report', () => {
  it('is due at the end of the next day where nobody has set anything, wherever the unit is', () => {
    fc.assert(
      fc.property(days, zones, (occurredOn, zone) => {
        const due = dueOf(usualTimes, { ...kesambi, occurredOn, zone })

        expect([dayIn(zone, due), timeIn(zone, due)]).toEqual([addDays(occurredOn, 1), '23:59'])
        expect(timeIn(zone, new Date(due.getTime() + 1000))).toBe('00:00')
      }),
    )
  })

  it('is due when the clock on the wall of its unit shows what the rule says', () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    fc.assert(
      fc.property(
        days,
        zones,
        fc.integer({ min: 0, max: 14 }),
        times,
        (occurredOn, zone, after, [hour, minutesPast]) => {
          const time = `${String(hour).padStart(2, '0')}:${String(minutesPast).padStart(2, '0')}`
          const due = limitAt({ days: after, time, graceMinutes: 0 }, occurredOn, zone)

          expect([dayIn(zone, due), timeIn(zone, due)]).toEqual([addDays(occurredOn, after), time])
        },
      ),
    )
  })

  it('has its clock stopped from the beginning of its day, and not before', () => {
    fc.assert(
      fc.property(days, zones, outages, (occurredOn, zone, all) => {
        const dawn = instantIn(zone, occurredOn, '00:00')
        const over = all.filter(({ until }) => until <= dawn)
        const facts = { ...usualTimes, outages: all }
        const dated = { ...kesambi, occurredOn, zone }

        expect(dueOf({ ...facts, outages: over }, dated)).toEqual(dueOf(usualTimes, dated))
        expect(dueOf(facts, dated).getTime()).toBeGreaterThanOrEqual(dueOf(usualTimes, dated).getTime())
        const away = effectiveDue(dueOf(usualTimes, dated), all).getTime()
        expect(dueOf(facts, dated).getTime()).toBeLessThanOrEqual(away)
      }),
    )
  })

  it('moves to 22.15 after an outage from 18.10 to 19.25, as the banner says', () => {
    const facts: TimeFacts = {
      ...usualTimes,
      rules: [rule()],
      outages: [{ since: new Date('2026-11-23T18:10:00+07:00'), until: new Date('2026-11-23T19:25:00+07:00') }],
    }
    const due = dueOf(facts, { ...kesambi, occurredOn: '2026-11-23', zone: 'Asia/Jakarta' })

    expect(timeIn('Asia/Jakarta', due)).toBe('22:15')
  })

  it('is due no earlier than an exception for its author is open, and for nobody else', () => {
    fc.assert(
      fc.property(days, days, days, instants, outages, (occurredOn, from, until, openUntil, all) => {
        const facts: TimeFacts = {
          ...usualTimes,
          outages: all,
          exceptions: [{ personId: 'budi', from, until, openUntil }],
        }
        const dated = { ...kesambi, occurredOn, zone: 'Asia/Jakarta' }
        const common = commonDueOf(facts, dated)
        const holds = from <= occurredOn && occurredOn <= until

        expect(dueOf(facts, dated)).toEqual(holds && openUntil > common ? openUntil : common)
        expect(dueOf(facts, { ...dated, authorId: 'sari' })).toEqual(common)
      }),
    )
  })
})

describe('the rule for a report', () => {
  const asked = { ...kesambi, occurredOn: '2026-11-24' }
  const polda = rule({ unitPath: '/jabar/', time: '20:00' })
  const ownType = rule({ typeKey: 'penyuluhan', time: '22:00' })

  it.each([
    ['its own type before all types', [rule(), ownType], ownType],
    [
      'the nearest unit before one above',
      [ownType, polda, rule({ unitPath: kesambi.unitPath, time: '19:00' })],
      rule({ unitPath: kesambi.unitPath, time: '19:00' }),
    ],
    ['the unit above where its own has none', [polda], polda],
    ['none of another type', [rule({ typeKey: 'giat-desa' })], usualLimit],
    ['none of a neighbour', [rule({ unitPath: '/jabar/contoh/' })], usualLimit],
    ['none that begins later', [rule({ since: '2026-11-25' })], usualLimit],
    ['none that has ended', [rule({ until: '2026-11-23' })], usualLimit],
    [
      'the one of its day',
      [rule({ until: '2026-11-23' }), rule({ since: '2026-11-24', time: '18:00' })],
      rule({ since: '2026-11-24', time: '18:00' }),
    ],
  ])('is %s', (_, rules, expected) => {
    expect(limitFor(rules, asked)).toEqual(expected)
    expect(limitFor([...rules].reverse(), asked)).toEqual(expected)
  })

  it('gives the minutes of grace after its time', () => {
    const due = limitAt(rule({ graceMinutes: 15 }), '2026-11-24', 'Asia/Makassar')

    expect(timeIn('Asia/Makassar', due)).toBe('21:15')
  })
})
