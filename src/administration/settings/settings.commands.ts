import { command } from '../../platform/db/command.ts'
import type { Settings } from './settings.ts'

export interface ChangingSettings {
  before: Settings
  after: Settings
}

/** What the audit calls each setting. */
const called = { duaTahap: 'twoStage', sampel: 'sampling' } as const satisfies Record<keyof Settings, string>

/** Keeps what differs; the rows are the polres' own from then on, whatever the defaults become. */
export const changeSettings = command('setting.changed', async (context, { before, after }: ChangingSettings) => {
  const { tx, actor, now } = context
  const changed = (Object.keys(after) as (keyof Settings)[]).filter((key) => after[key] !== before[key])
  if (changed.length === 0) return { result: undefined, unchanged: true }
  for (const key of changed) {
    const row = { value: after[key], setBy: actor.id, setAt: now }
    const unitId_key = { unitId: actor.unitId, key }
    await tx.setting.upsert({ where: { unitId_key }, create: { ...unitId_key, ...row }, update: row })
  }
  const changes = changed.map((key) => ({
    what: called[key],
    before: String(before[key]),
    after: String(after[key]),
  }))
  return { result: undefined, subject: actor.unitId, details: { changes } }
})
