import type { Actor } from '../../access/policy/actor.ts'
import { type Village, villageNamed, villagesOf } from '../../administration/units/index.ts'
import { type Day, dateOf, isDay } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Context } from '../../platform/http/endpoint.ts'

/** The day that a form tells of: the one in it, where that has come; else today. */
const dayTold = (told: unknown, today: Day): Day =>
  typeof told === 'string' && isDay(told) && told <= today ? told : today

/**
 * The villages that may be reported from: those served on the day it happened, whoever serves them today; and the one that
 * the report has already (`standing`), which its author keeps after a move.
 */
export async function villagesToReport(
  { tx, actor, today }: Pick<Context, 'tx' | 'actor' | 'today'>,
  told: unknown,
  standing?: string,
): Promise<Village[]> {
  const served = await villagesOf(tx, actor.id, dayTold(told, today))
  if (standing === undefined || served.some(({ code }) => code === standing)) return served
  const own = await villageNamed(tx, standing)
  return own ? [...served, own] : served
}

/** The villages from which an entry of the register can be chosen for this draft. */
export async function villagesForDraft(
  context: Pick<Context, 'tx' | 'actor' | 'today'>,
  id: string,
): Promise<Village[]> {
  const { tx, actor } = context
  const draft = await tx.draft.findFirst({ where: { id, authorId: actor.id }, select: { answers: true } })
  const report = await tx.report.findFirst({ where: { id, authorId: actor.id }, select: { villageCode: true } })
  return villagesToReport(context, (draft?.answers as { tanggal?: unknown } | null)?.tanggal, report?.villageCode)
}

export type Author = Pick<Actor, 'id' | 'unitPath' | 'timeZone'>

/** Its author with the unit that they served in when it happened: there it is read, and there it counts. */
export async function authorOn(tx: Reader, actor: Author, told: unknown, today: Day): Promise<Author> {
  const day = dayTold(told, today)
  if (day === today) return actor
  const on = dateOf(day)
  const posting = await tx.posting.findFirst({
    where: {
      personId: actor.id,
      role: 'bhabinkamtibmas',
      sinceOn: { lte: on },
      OR: [{ untilOn: null }, { untilOn: { gte: on } }],
    },
    select: { unit: { select: { path: true, timeZone: true } } },
  })
  return posting ? { id: actor.id, unitPath: posting.unit.path, timeZone: posting.unit.timeZone } : actor
}
