import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Role } from '../../src/access/policy/actor.ts'
import { earlier, later, queryOf, questionOf } from '../../src/commanders/recaps/question.ts'
import { isDay } from '../../src/kernel/days.ts'

const today = '2026-11-24'
const asked = (query: Record<string, unknown> = {}, role: Role = 'kasat') => questionOf(query, { role }, today)

describe('what is asked of the recap', () => {
  it('is this week when nothing is said', () => {
    expect(asked()).toEqual({
      kind: 'minggu',
      day: today,
      period: { from: '2026-11-23', until: '2026-11-29' },
      rows: 'polsek',
      columns: 'jenis',
      unitPath: '',
    })
  })

  it.each<[Role, string]>([
    ['kanit', 'petugas'],
    ['kapolsek', 'petugas'],
    ['kbo', 'polsek'],
    ['kasat', 'polsek'],
    ['kapolres', 'polsek'],
  ])('has the rows that a %s looks for: %s', (role, rows) => {
    expect(asked({}, role).rows).toBe(rows)
  })

  it.each([
    ['hari', 'polsek', 'hari', 'jenis'],
    ['hari', 'jenis', 'hari', 'jumlah'],
    ['minggu', 'petugas', 'hari', 'hari'],
    ['minggu', 'petugas', 'minggu', 'jenis'],
    ['minggu', 'jenis', 'jenis', 'hari'],
    ['bulan', 'polsek', 'minggu', 'minggu'],
    ['bulan', 'polsek', 'hari', 'hari'],
    ['bulan', 'jenis', 'jenis', 'minggu'],
  ])('divides a %s with rows of %s, asked by %s, by %s', (periode, baris, kolom, columns) => {
    expect(asked({ periode, baris, kolom }).columns).toBe(columns)
  })

  it.each(['', 'x', '2026-02-30', '2026-11-25', '1999-12-31', '9999-12-31', ['2026-11-01'], undefined, '2026-11-01\0'])(
    'takes the day %p for today',
    (tanggal) => {
      expect(asked({ tanggal }).day).toBe(today)
    },
  )

  it('makes sense of whatever is sent', () => {
    const anything = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined))
    const names = { periode: anything, tanggal: anything, baris: anything, kolom: anything, satuan: anything }
    fc.assert(
      fc.property(fc.record(names), (query) => {
        const question = asked(query)

        expect(isDay(question.day)).toBe(true)
        expect(question.period.from <= question.day && question.day <= question.period.until).toBe(true)
        expect(asked(queryOf(question))).toEqual(question)
      }),
    )
  })

  it('goes back a period, and forward while one has begun', () => {
    const november = asked({ periode: 'bulan', kolom: 'hari' })
    const october = earlier(november)

    expect(october).toMatchObject({ period: { from: '2026-10-01', until: '2026-10-31' }, columns: 'hari' })
    expect(later(october, today)).toMatchObject({ period: november.period })
    expect(later(november, today)).toBeUndefined()
  })
})
