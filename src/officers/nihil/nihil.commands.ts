import { type Day, dateOf } from '../../kernel/days.ts'
import { command } from '../../platform/db/command.ts'

/** Says that nothing happened that day. A second tap changes nothing. */
export const fileNihil = command('nihil.filed', async ({ tx, actor, now }, day: Day) => {
  const { count } = await tx.nihil.createMany({
    skipDuplicates: true,
    data: { personId: actor.id, day: dateOf(day), unitPath: actor.unitPath, filedAt: now },
  })
  return count === 0
    ? { result: undefined, unchanged: true }
    : { result: undefined, subject: actor.id, details: { day, unitPath: actor.unitPath } }
})

export const withdrawNihil = command('nihil.withdrawn', async ({ tx, actor }, day: Day) => {
  const { count } = await tx.nihil.deleteMany({ where: { personId: actor.id, day: dateOf(day) } })
  return count === 0
    ? { result: undefined, unchanged: true }
    : { result: undefined, subject: actor.id, details: { day } }
})
