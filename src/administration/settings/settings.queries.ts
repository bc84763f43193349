import { pathsDownTo } from '../../kernel/unit-path.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { defaults, type Settings, settingKeys } from './settings.ts'

/** The settings that hold for a unit: its own, else of the nearest unit above, else the defaults. */
export async function settingsOf(tx: Reader, unitPath: string): Promise<Settings> {
  const rows = await tx.setting.findMany({
    where: { key: { in: settingKeys }, unit: { path: { in: pathsDownTo(unitPath) } } },
    orderBy: { unit: { path: 'asc' } },
  })
  return { ...defaults, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) }
}
