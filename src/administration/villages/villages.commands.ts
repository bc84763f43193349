import { Conflict } from '../../kernel/errors.ts'
import { command } from '../../platform/db/command.ts'
import type { Profile } from './villages.queries.ts'

type Answers = Record<string, string | number>

export interface Describing {
  village: string
  before: Profile | null
  /** When the profile that the form was made from was written, or '' when there was none. */
  seen: string
  details: Answers
}

/** What an officer knows of a village. The audit keeps which answers changed: some of them name people. */
export const describeVillage = command('village.described', async ({ tx, actor, now }, describing: Describing) => {
  const { village, before, seen, details } = describing
  if ((before?.updatedAt.toISOString() ?? '') !== seen) throw new Conflict('register.changedMeanwhile')
  const old = (before?.details ?? {}) as Answers
  const keys = [...new Set([...Object.keys(old), ...Object.keys(details)])]
  const fields = keys.filter((key) => old[key] !== details[key])
  if (fields.length === 0) return { result: undefined, unchanged: true }
  const data = { details, updatedBy: actor.id, updatedAt: now }
  if (before) {
    const where = { villageCode: village, updatedAt: before.updatedAt }
    const { count } = await tx.villageProfile.updateMany({ where, data })
    if (count === 0) throw new Conflict('register.changedMeanwhile')
  } else {
    await tx.villageProfile.create({ data: { villageCode: village, ...data } })
  }
  return { result: undefined, subject: village, details: { village, fields } }
})
