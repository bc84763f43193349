import fc from 'fast-check'
import {
  addDays,
  dayIn,
  daysBetween,
  daysIn,
  instantIn,
  isDay,
  type PeriodKind,
  periodOf,
  timeIn,
  weekStart,
} from '../../src/kernel/days.ts'
import { zoneName } from '../../src/kernel/format.ts'

const zones = ['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'] as const
const zone = fc.constantFrom(...zones)
const day = fc.integer({ min: -9000, max: 20_000 }).map((days) => addDays('2000-01-01', days))
const time = fc.nat(1439).map((minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`)
const kind = fc.constantFrom<PeriodKind>('hari', 'minggu', 'bulan')
const pad = (value: number) => String(value).padStart(2, '0')

describe('a day and a time', () => {
  it('come back from the instant they name, in every zone of the country', () => {
    fc.assert(
      fc.property(zone, day, time, (where, on, at) => {
        const instant = instantIn(where, on, at)
        expect([dayIn(where, instant), timeIn(where, instant)]).toEqual([on, at])
      }),
    )
  })

  it('are earlier in the east: an hour from WIB to WITA, another to WIT', () => {
    fc.assert(
      fc.property(day, time, (on, at) => {
        const [west, , middle, east] = zones.map((where) => instantIn(where, on, at).getTime())
        expect([west! - middle!, middle! - east!]).toEqual([3_600_000, 3_600_000])
      }),
    )
    expect(zones.map(zoneName)).toEqual(['WIB', 'WIB', 'WITA', 'WIT'])
  })

  it('leave no instant out: each lies on the day that it is read on', () => {
    const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(zone, instant, (where, at) => {
        const on = dayIn(where, at)
        expect(at >= instantIn(where, on, '00:00')).toBe(true)
        expect(at < instantIn(where, addDays(on, 1), '00:00')).toBe(true)
      }),
    )
  })
})

describe('days', () => {
  it('are counted there and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (on, days) => {
        const other = addDays(on, days)
        expect(isDay(other)).toBe(true)
        expect(daysBetween(on, other)).toBe(days)
        expect(addDays(other, -days)).toBe(on)
      }),
    )
  })

  it('are days of the calendar only', () => {
    for (const text of ['2026-02-29', '2026-02-31', '2026-13-01', '2026-00-10', '2026-1-1', '1900-01-01', '', 'x']) {
      expect(isDay(text)).toBe(false)
    }
    fc.assert(fc.property(fc.string(), (text) => isDay(text) === (/^\d{4}-\d\d-\d\d$/.test(text) && isDay(text))))
  })
})

describe('a period', () => {
  it('holds its day, and is the period of each of its days', () => {
    fc.assert(
      fc.property(kind, day, (of, on) => {
        const period = periodOf(of, on)
        const days = daysIn(period)
        expect(days).toContain(on)
        expect([days[0], days.at(-1)]).toEqual([period.from, period.until])
        for (const one of days) expect(periodOf(of, one)).toEqual(period)
      }),
    )
  })

  it('is followed by the next without a gap', () => {
    fc.assert(
      fc.property(kind, day, (of, on) => {
        const { from, until } = periodOf(of, on)
        expect(periodOf(of, addDays(until, 1)).from).toBe(addDays(until, 1))
        expect(periodOf(of, addDays(from, -1)).until).toBe(addDays(from, -1))
      }),
    )
  })

  it('of a week has seven days from Monday', () => {
    fc.assert(
      fc.property(day, (on) => {
        const days = daysIn(periodOf('minggu', on))
        expect(days).toHaveLength(7)
        expect(new Date(`${weekStart(on)}T00:00:00Z`).getUTCDay()).toBe(1)
      }),
    )
  })
})
