import type { Reader } from './connect.ts'

const wanted = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', data_checksums: 'on' }

/** Throws when the server would confirm a report that a power cut can still take away. */
export async function checkDurability(db: Reader): Promise<void> {
  const rows = await db.$queryRaw<{ name: string; setting: string }[]>`
    SELECT name, setting FROM pg_settings WHERE name = ANY (${Object.keys(wanted)})`
  const faults = rows.filter(({ name, setting }) =>
    name === 'synchronous_commit'
      ? ['off', 'local'].includes(setting)
      : setting !== wanted[name as keyof typeof wanted],
  )
  if (faults.length > 0)
    throw new Error(
      `PostgreSQL is not durable: ${faults.map(({ name, setting }) => `${name} = ${setting}`).join(', ')}`,
    )
}
