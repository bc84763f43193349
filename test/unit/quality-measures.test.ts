import { type Counted, measuresOf, nothing, percentOf, total } from '../../src/commanders/quality/measures.ts'

const row = (own: Partial<Counted>): Counted => ({ row: 'a', ...nothing, ...own })

describe('the four sides of data quality', () => {
  it('count what is as it should be', () => {
    const measures = measuresOf(row({ reports: 20, late: 3, duplicates: 2, doubtful: 6, asked: 40, given: 10 }))

    expect(measures).toEqual({
      complete: { good: 10, of: 40 },
      timely: { good: 17, of: 20 },
      consistent: { good: 12, of: 18 },
      unique: { good: 18, of: 20 },
    })
  })

  it('of several rows are those of all reports together', () => {
    const rows = [row({ reports: 1, late: 1, asked: 2 }), row({ reports: 9, given: 3, asked: 8, duplicates: 1 })]

    expect(total(rows)).toEqual({ reports: 10, late: 1, duplicates: 1, doubtful: 0, asked: 10, given: 3 })
  })

  it.each([
    [{ good: 0, of: 0 }, undefined],
    [{ good: 199, of: 200 }, 99],
    [{ good: 200, of: 200 }, 100],
    [{ good: 0, of: 5 }, 0],
  ])('%j is %s per cent', (share, percent) => {
    expect(percentOf(share)).toBe(percent)
  })
})
