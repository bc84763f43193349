import { readLabel } from '../../reports/engine/index.ts'
import type { Words } from './axes.ts'
import type { Recap } from './recap.ts'
import { type Pair } from './sum-tally.ts'
import type { Table } from './table.ts'

/** A question whose answers are added up, where they come to anything. */
export interface SumColumn {
  label: string
  /** The type that asks it. */
  type: string
  /** One for each row of the table. */
  cells: Pair[]
  total: Pair
}

const none: Pair = { verified: 0, unverified: 0 }

const added = (a: Pair, b: Pair): Pair => ({
  verified: a.verified + b.verified,
  unverified: a.unverified + b.unverified,
})

export function sumColumnsOf({ rows }: Table, { sums }: Recap, { types, locale }: Words): SumColumn[] {
  const columns = types.flatMap(({ key, short, fields }) =>
    Object.entries(fields)
      .filter(([, { recap }]) => recap === 'sum')
      .map(([name, field]): SumColumn => {
        const found = sums.filter((sum) => sum.type === key && sum.field === name)
        const cells = rows.map((row) => found.find((sum) => sum.row === row.key) ?? none)
        return {
          label: `${short[locale]}: ${readLabel(field, locale)}`,
          type: key,
          cells,
          total: cells.reduce(added, none),
        }
      }),
  )
  return columns.filter(({ total }) => total.verified + total.unverified > 0)
}
