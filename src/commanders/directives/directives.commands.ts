import { type Day, dateOf } from '../../kernel/days.ts'
import { Conflict } from '../../kernel/errors.ts'
import { command } from '../../platform/db/command.ts'

export interface NewDirective {
  title: string
  text: string
  /** Paths of polsek. */
  audience: string[]
  from: Day
  until: Day
  typeKey: string | null
  origin: { villageCode: string; category: string } | null
}

export const giveDirective = command('directive.given', async ({ tx, actor, now }, given: NewDirective) => {
  const { title, text, audience, from, until, typeKey, origin } = given
  const { id } = await tx.directive.create({
    data: {
      unitPath: actor.unitPath,
      authorId: actor.id,
      title,
      text,
      audience,
      typeKey,
      createdAt: now,
      fromOn: dateOf(from),
      untilOn: dateOf(until),
      ...origin,
    },
    select: { id: true },
  })
  return { result: id, subject: id, details: { title, audience, from, until, type: typeKey } }
})

export const endDirective = command(
  'directive.ended',
  async ({ tx, now }, { id, title }: { id: string; title: string }) => {
    const { count } = await tx.directive.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } })
    if (count === 0) throw new Conflict('directive.overAlready')
    return { result: undefined, subject: id, details: { title } }
  },
)

/** Said once; said again, it stays as it was. */
export const understandDirective = command(
  'directive.understood',
  async ({ tx, actor, now }, { id }: { id: string }) => {
    const row = { directiveId: id, personId: actor.id, understoodAt: now }
    const { count } = await tx.directiveUnderstood.createMany({ data: [row], skipDuplicates: true })
    return count === 0 ? { result: undefined, unchanged: true } : { result: undefined, subject: id }
  },
)
