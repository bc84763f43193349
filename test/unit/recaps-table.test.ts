import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Sum, type Tally, tableOf } from '../../src/commanders/recaps/table.ts'

const tally = (row: string, column: string, verified: number, unverified = 0, late = 0): Tally => ({
  row,
  column,
  verified,
  unverified,
  late,
  brief: 0,
  accepted: 0,
  delayed: late,
})

const sumOf = (sums: Sum[]): Sum => ({
  verified: sums.reduce((sum, { verified }) => sum + verified, 0),
  unverified: sums.reduce((sum, { unverified }) => sum + unverified, 0),
  brief: sums.reduce((sum, { brief }) => sum + brief, 0),
  accepted: sums.reduce((sum, { accepted }) => sum + accepted, 0),
  late: sums.reduce((sum, { late }) => sum + late, 0),
  delayed: sums.reduce((sum, { delayed }) => sum + delayed, 0),
})

describe('the table of a recap', () => {
  it('has a row for everybody who was expected, also for those without reports', () => {
    const { rows } = tableOf(['budi', 'sari'], ['dds'], [tally('sari', 'dds', 2, 1)])

    expect(rows.map(({ key, total }) => [key, total.verified, total.unverified])).toEqual([
      ['budi', 0, 0],
      ['sari', 2, 1],
    ])
  })

  it('shows what nobody expected at the end', () => {
    const { rows, columns } = tableOf(['budi'], ['dds'], [tally('tono', 'binluh', 1), tally('budi', 'dds', 1)])

    expect(rows.map(({ key }) => key)).toEqual(['budi', 'tono'])
    expect(columns).toEqual(['dds', 'binluh'])
  })

  it('adds up what is said twice about one place', () => {
    const { rows } = tableOf(['budi'], ['dds'], [tally('budi', 'dds', 1, 2, 1), tally('budi', 'dds', 3)])

    expect(rows[0]!.cells).toEqual([{ verified: 4, unverified: 2, brief: 0, accepted: 0, late: 1, delayed: 1 }])
  })

  it('keeps keys apart that look alike when they are joined', () => {
    const { rows } = tableOf([], [], [tally('a"', ',"b', 1), tally('a', '","b', 2)])

    expect(rows.map(({ total }) => total.verified)).toEqual([1, 2])
  })

  it('has totals that are the sum of what stands before them, whatever was tallied', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd')
    const number = fc.nat(10_000)
    const some = fc.array(
      fc.record({
        row: key,
        column: key,
        verified: number,
        unverified: number,
        brief: number,
        accepted: number,
        late: number,
        delayed: number,
      }),
    )
    fc.assert(
      fc.property(fc.uniqueArray(key), fc.uniqueArray(key), some, (rowKeys, columnKeys, tallies) => {
        const table = tableOf(rowKeys, columnKeys, tallies)

        for (const { cells, total } of table.rows) expect(total).toEqual(sumOf(cells))
        table.totals.forEach((total, index) => {
          expect(total).toEqual(sumOf(table.rows.map(({ cells }) => cells[index]!)))
        })
        expect(table.total).toEqual(sumOf(table.totals))
        expect(table.total).toEqual(sumOf(table.rows.map(({ total }) => total)))
        expect(table.total).toEqual(sumOf(tallies))
      }),
    )
  })
})
