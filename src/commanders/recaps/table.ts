/** Reports of one row and one column; those cancelled and doubled are not among them. */
export interface Tally extends Sum {
  row: string
  column: string
}

export interface Sum {
  verified: number
  /** The brief ones among them. */
  unverified: number
  /** Waiting for its detail. */
  brief: number
  /** Taken without being read: in neither of the two figures. */
  accepted: number
  /** Of all together. */
  late: number
  /** Of all together, those that were long on their way. */
  delayed: number
}

export interface Row {
  key: string
  cells: Sum[]
  total: Sum
}

export interface Table {
  columns: string[]
  rows: Row[]
  totals: Sum[]
  total: Sum
}

const none: Sum = { verified: 0, unverified: 0, brief: 0, accepted: 0, late: 0, delayed: 0 }

const added = (a: Sum, b: Sum): Sum => ({
  verified: a.verified + b.verified,
  unverified: a.unverified + b.unverified,
  brief: a.brief + b.brief,
  accepted: a.accepted + b.accepted,
  late: a.late + b.late,
  delayed: a.delayed + b.delayed,
})

const sumOf = (sums: Sum[]): Sum => sums.reduce(added, none)

export const countOf = ({ verified, unverified, accepted }: Sum): number => verified + unverified + accepted

/**
 * Lays the tallies out. A row or column that nobody expected but that has figures is put at the end: what is counted is
 * shown, so that every total is the sum of what stands before it.
 */
export function tableOf(rowKeys: readonly string[], columnKeys: readonly string[], tallies: readonly Tally[]): Table {
  const keys = [...new Set([...rowKeys, ...tallies.map(({ row }) => row)])]
  const columns = [...new Set([...columnKeys, ...tallies.map(({ column }) => column)])]
  const placed = new Map<string, Sum>()
  const place = (row: string, column: string) => JSON.stringify([row, column])
  for (const tally of tallies) {
    const at = place(tally.row, tally.column)
    placed.set(at, added(placed.get(at) ?? none, tally))
  }
  const rows = keys.map((key): Row => {
    const cells = columns.map((column) => placed.get(place(key, column)) ?? none)
    return { key, cells, total: sumOf(cells) }
  })
  const totals = columns.map((_, index) => sumOf(rows.map(({ cells }) => cells[index]!)))
  return { columns, rows, totals, total: sumOf(totals) }
}
