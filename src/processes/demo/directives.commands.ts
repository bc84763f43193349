import { type Day, dateOf } from '../../kernel/days.ts'
import type { Transaction } from '../../platform/db/connect.ts'

export interface Given {
  id: string
  author: { id: string; unitPath: string }
  audience: string[]
  title: string
  text: string
  from: Day
  until: Day
  typeKey: string | null
  at: Date
  understood: { personId: string; at: Date }[]
}

/** The same rows as giving and understanding leave behind. */
export async function giveAll(tx: Transaction, given: readonly Given[]): Promise<void> {
  await tx.directive.createMany({
    data: given.map(({ id, author, audience, title, text, from, until, typeKey, at: createdAt }) => ({
      id,
      unitPath: author.unitPath,
      authorId: author.id,
      audience,
      title,
      text,
      typeKey,
      createdAt,
      fromOn: dateOf(from),
      untilOn: dateOf(until),
    })),
  })
  await tx.directiveUnderstood.createMany({
    data: given.flatMap(({ id: directiveId, understood }) =>
      understood.map(({ personId, at: understoodAt }) => ({ directiveId, personId, understoodAt })),
    ),
  })
  const requestId = 'contoh'
  const entries = given.flatMap(({ id: subject, author, audience, title, from, until, typeKey, at, understood }) => [
    {
      at,
      actorId: author.id,
      action: 'directive.given',
      subject,
      requestId,
      details: { title, audience, from, until, type: typeKey },
    },
    ...understood.map(({ personId, at: saidAt }) => ({
      at: saidAt,
      actorId: personId,
      action: 'directive.understood',
      subject,
      requestId,
      details: {},
    })),
  ])
  await tx.auditEntry.createMany({ data: entries })
}
