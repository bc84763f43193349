import { dayOf } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { peopleThen } from '../../platform/db/facts.ts'

interface Named {
  name: string
  pangkat: string
}

/** Rows of reports with their authors as they were called on the day it happened. */
export async function withAuthorsThen<R extends { authorId: string; occurredOn: Date; author: Named }>(
  tx: Reader,
  reports: readonly R[],
): Promise<R[]> {
  const then = await peopleThen(
    tx,
    reports.map(({ authorId, occurredOn }) => ({ personId: authorId, at: dayOf(occurredOn) })),
  )
  return reports.map((report) => {
    const { name, pangkat } = then(report.authorId, dayOf(report.occurredOn))
    return { ...report, author: { ...report.author, name, pangkat } }
  })
}

interface Person extends Named {
  id: string
  position: string
}

interface Whole {
  occurredOn: Date
  author: Person
  reviews: { decidedAt: Date; reviewer: Person }[]
  addenda: { addedAt: Date; author: Person }[]
  outcome: { closedAt: Date; closer: Person } | null
}

/** A report with everybody on it as they were called when they did it: the author on the day it happened, the others when they acted. */
export async function withPeopleThen<R extends Whole>(tx: Reader, report: R): Promise<R> {
  const happened = dayOf(report.occurredOn)
  const { author, reviews, addenda, outcome } = report
  const then = await peopleThen(tx, [
    { personId: author.id, at: happened },
    ...reviews.map(({ reviewer, decidedAt }) => ({ personId: reviewer.id, at: decidedAt })),
    ...addenda.map((one) => ({ personId: one.author.id, at: one.addedAt })),
    ...(outcome ? [{ personId: outcome.closer.id, at: outcome.closedAt }] : []),
  ])
  const asThen = <P extends Person>(person: P, at: Date | string): P => ({ ...person, ...then(person.id, at) })
  return {
    ...report,
    author: asThen(author, happened),
    reviews: reviews.map((one) => ({ ...one, reviewer: asThen(one.reviewer, one.decidedAt) })),
    addenda: addenda.map((one) => ({ ...one, author: asThen(one.author, one.addedAt) })),
    outcome: outcome && { ...outcome, closer: asThen(outcome.closer, outcome.closedAt) },
  }
}
