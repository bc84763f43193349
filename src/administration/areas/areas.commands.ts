import { lockUntilCommit } from '../../platform/db/advisory-locks.ts'
import { type Db, type Reader, type Transaction, unboundedTransaction } from '../../platform/db/connect.ts'
import { sayWhile } from '../../platform/db/progress.ts'
import { officialList } from './official-list.ts'

const chunk = 10_000

const hasAreas = async (tx: Reader): Promise<boolean> => (await tx.area.findFirst({ select: { code: true } })) !== null

/**
 * Imports the list where there is none yet: all of it or nothing, so that a broken-off start leaves no half a country. Of
 * several processes one imports, the others wait for it.
 */
export async function ensureAreas(db: Db, say: (line: string) => void): Promise<void> {
  if (await hasAreas(db)) return
  say('Memuat daftar wilayah Indonesia …')
  const imported = db.$transaction(async (tx) => {
    await lockUntilCommit(tx, 'areas')
    if (!(await hasAreas(tx))) await importAreas(tx)
  }, unboundedTransaction)
  await sayWhile(say, 'Memuat daftar wilayah Indonesia', imported)
}

/** Lays the official list over what is there: new areas are added, renamed ones renamed. Returns how many it holds. */
export async function importAreas(tx: Transaction): Promise<number> {
  const list = await officialList()
  for (let from = 0; from < list.length; from += chunk) {
    const part = list.slice(from, from + chunk)
    await tx.$executeRaw`
      INSERT INTO area (code, name)
      SELECT * FROM unnest(${part.map(({ code }) => code)}::text[], ${part.map(({ name }) => name)}::text[])
      ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE area.name <> excluded.name`
  }
  return list.length
}
