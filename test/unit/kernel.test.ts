import fc from 'fast-check'
import { atMost } from '../../src/kernel/at-most.ts'
import * as days from '../../src/kernel/days.ts'
import { orNotFound } from '../../src/kernel/errors.ts'
import * as format from '../../src/kernel/format.ts'
import { isHash, isUuid } from '../../src/kernel/ids.ts'
import { filled } from '../../src/kernel/locale.ts'
import { paths } from '../../src/kernel/paths.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => days.addDays('1950-01-01', count))
const anyZone = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')

describe('a day', () => {
  it.each([
    ['2026-11-24', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-31', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['1850-01-01', false],
    ['24-11-2026', false],
    ['2026-11-24T00:00', false],
    ['', false],
  ])('%s is one: %s', (text, isOne) => {
    expect(days.isDay(text)).toBe(isOne)
  })

  it('is the one on the wall where the officer serves', () => {
    const at = new Date('2026-11-24T16:30:00Z')

    expect(days.dayIn('Asia/Jakarta', at)).toBe('2026-11-24')
    expect(days.dayIn('Asia/Makassar', at)).toBe('2026-11-25')
    expect(days.timeIn('Asia/Jayapura', at)).toBe('01:30')
  })

  it('and its time are found again from the instant they name', () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    fc.assert(
      fc.property(anyZone, anyDay, time, (zone, day, [hour, minute]) => {
        const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        const at = days.instantIn(zone, day, clock)
        // Jayapura's clocks jumped once, in 1964: a time that was skipped is shown as the one after it.
        if (day > '1965-01-01') expect([days.dayIn(zone, at), days.timeIn(zone, at)]).toEqual([day, clock])
      }),
    )
  })

  it('lies in its week, month and day, which are whole', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('hari', 'minggu', 'bulan' as const), (day, kind) => {
        const { from, until } = days.periodOf(kind, day)
        expect(from <= day && day <= until).toBe(true)
        expect(days.daysIn({ from, until })).toContain(day)
        expect(days.periodOf(kind, until)).toEqual({ from, until })
        expect(days.periodOf(kind, days.addDays(until, 1)).from).toBe(days.addDays(until, 1))
      }),
    )
  })

  it('begins its week on Monday', () => {
    expect(days.periodOf('minggu', '2026-11-24')).toEqual({ from: '2026-11-23', until: '2026-11-29' })
    expect(days.weekStart('2026-11-29')).toBe('2026-11-23')
    expect(days.periodOf('bulan', '2024-02-10')).toEqual({ from: '2024-02-01', until: '2024-02-29' })
  })
})

describe('a text', () => {
  const at = new Date('2026-11-24T02:42:05Z')

  it.each([
    ['day', () => format.showDay('2026-11-24', 'id'), '24 Nov 2026'],
    ['long day', () => format.showLongDay('2026-11-24', 'id'), 'Selasa, 24 November 2026'],
    ['English day', () => format.showDay('2026-11-24', 'en'), '24 Nov 2026'],
    ['time', () => format.showTime(at, 'Asia/Jakarta', 'id'), '09.42'],
    ['English time', () => format.showTime(at, 'Asia/Jakarta', 'en'), '09:42'],
    ['instant', () => format.showInstant(at, 'Asia/Makassar', 'id'), '24 Nov 2026, 10.42 WITA'],
    ['instant elsewhere', () => format.showInstant(at, 'Asia/Tokyo', 'en'), '24 Nov 2026, 11:42 Asia/Tokyo'],
    ['midnight', () => format.showTime(new Date('2026-11-24T17:00:00Z'), 'Asia/Jakarta', 'id'), '00.00'],
    ['number', () => format.showNumber(12_345, 'id'), '12.345'],
    ['English number', () => format.showNumber(12_345, 'en'), '12,345'],
    ['month in letters', () => format.romanMonth('2026-11-24'), 'XI'],
    ['RT', () => format.showRt(7), '007'],
  ])('says a %s as people write it', (_, said, expected) => {
    expect(said()).toBe(expected)
  })

  it('bends its words where it counts one', () => {
    const told = '{count} {count|report is|reports are} back, {left} {left|is|are} not.'

    expect(filled(told, { count: 1, left: 0 })).toBe('1 report is back, 0 are not.')
    expect(filled(told, { count: '12', left: '1' })).toBe('12 reports are back, 1 is not.')
    expect(() => filled('{count|report|reports}')).toThrow('needs {count}')
  })

  it('has its places filled, and misses none in silence', () => {
    expect(filled('{name}, {count} jiwa', { name: 'Pak {count}', count: 4 })).toBe('Pak {count}, 4 jiwa')
    expect(() => filled('{name}, {count} jiwa', { name: 'Pak Joko' })).toThrow('needs {count}')
  })
})

describe('an address', () => {
  it('carries what was chosen, and nothing that was not', () => {
    expect(paths.reports({ keadaan: 'submitted', satuan: '/jabar/a&b/', dari: '', sampai: undefined })).toBe(
      '/laporan?keadaan=submitted&satuan=%2Fjabar%2Fa%26b%2F',
    )
    expect(paths.reports()).toBe('/laporan')
  })
})

describe('atMost', () => {
  it('runs so many at once, all in the end, and goes on after a failure', async () => {
    const limited = atMost(2)
    let running = 0
    let most = 0
    const job = (index: number) => async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((settle) => setImmediate(settle))
      running -= 1
      if (index === 3) throw new Error('broken')
      return index
    }

    const done = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => limited(job(index))))

    expect(most).toBe(2)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(9)
  })

  it('keeps to its number when one comes just as another ends', async () => {
    const limited = atMost(1)
    let running = 0
    let most = 0
    const job = async () => {
      running += 1
      most = Math.max(most, running)
      await Promise.resolve()
      running -= 1
    }

    const ending = job()
    const first = limited(() => ending)
    const late = ending.then(() => limited(job))
    const second = limited(job)
    await Promise.all([first, second, late])

    expect(most).toBe(1)
  })
})

describe('orNotFound', () => {
  it('passes what is there, also when it is nothing much', () => {
    expect([orNotFound(0), orNotFound(''), orNotFound(false)]).toEqual([0, '', false])
    expect(() => orNotFound(null)).toThrow('error.notFound')
    expect(() => orNotFound(undefined)).toThrow('error.notFound')
  })
})

describe('an id', () => {
  it.each([
    ['0b0e8b4e-63a2-4d2e-8a52-1f2c6a1d9f11', true],
    ['0B0E8B4E-63A2-4D2E-8A52-1F2C6A1D9F11', false],
    ['0b0e8b4e-63a2-4d2e-8a52-1f2c6a1d9f11\n', false],
    ['0b0e8b4e63a24d2e8a521f2c6a1d9f11', false],
    ['', false],
    [undefined, false],
    [['0b0e8b4e-63a2-4d2e-8a52-1f2c6a1d9f11'], false],
  ])('%j is one: %s', (value, isOne) => {
    expect(isUuid(value)).toBe(isOne)
  })

  it('that names a photo is a hash in full', () => {
    expect(isHash('5f'.repeat(32))).toBe(true)
    expect(isHash('5F'.repeat(32))).toBe(false)
    expect(isHash('5f'.repeat(31))).toBe(false)
  })
})
