/** How many of how many are as they should be. */
export interface Share {
  good: number
  of: number
}

/** The four sides of data quality, each as a share; docs/reports.md says what each counts. */
export interface Measures {
  complete: Share
  timely: Share
  consistent: Share
  unique: Share
}

export const sides = ['complete', 'timely', 'consistent', 'unique'] as const
export type Side = (typeof sides)[number]

/** What the database counted for one polsek or officer. */
export interface Counted {
  row: string
  /** Reports that count, duplicates among them, cancelled ones not. */
  reports: number
  late: number
  duplicates: number
  /** Of those that are no duplicates: with a warning, or with an answer that a rule of today refuses. */
  doubtful: number
  /** Answers that might have been given to optional questions, and those that were. */
  asked: number
  given: number
}

export const nothing: Omit<Counted, 'row'> = { reports: 0, late: 0, duplicates: 0, doubtful: 0, asked: 0, given: 0 }

export const measuresOf = (counted: Omit<Counted, 'row'>): Measures => {
  const kept = counted.reports - counted.duplicates
  return {
    complete: { good: counted.given, of: counted.asked },
    timely: { good: counted.reports - counted.late, of: counted.reports },
    consistent: { good: kept - counted.doubtful, of: kept },
    unique: { good: kept, of: counted.reports },
  }
}

export const total = (rows: readonly Counted[]): Omit<Counted, 'row'> =>
  rows.reduce(
    (sum, row) => ({
      reports: sum.reports + row.reports,
      late: sum.late + row.late,
      duplicates: sum.duplicates + row.duplicates,
      doubtful: sum.doubtful + row.doubtful,
      asked: sum.asked + row.asked,
      given: sum.given + row.given,
    }),
    nothing,
  )

/** A share of fewer is said in numbers, and compared with none. */
export const few = 10

/** In whole per cent, rounded down: a hundred is only said when nothing is missing. Undefined when there is nothing to share. */
export const percentOf = ({ good, of }: Share): number | undefined =>
  of === 0 ? undefined : Math.floor((100 * good) / of)
