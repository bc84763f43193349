import { hashPassword } from '../../access/sessions/index.ts'
import { ensureAreas } from '../../administration/areas/index.ts'
import { adoptContents } from '../../administration/audit/index.ts'
import { hasUnits } from '../../administration/units/index.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { lockUntilCommit } from '../../platform/db/advisory-locks.ts'
import { type Db, unboundedTransaction } from '../../platform/db/connect.ts'
import { sayWhile } from '../../platform/db/progress.ts'
import { auditSignIns } from './audit-history.commands.ts'
import { demonstrationPassword } from './cast.ts'
import { forgetEvents } from './history.commands.ts'
import { type Loaded, loadPolres } from './load.ts'
import { refreshStatistics } from './loading.commands.ts'
import { plansFor } from './organisation.queries.ts'
import { drawPictures } from './pictures.ts'

export { demonstrationSignIns, type SignIn, signInLines } from './cast.ts'
export { accountsWithKnownPassword } from './exposed.queries.ts'
export { databaseTime } from './loading.commands.ts'

export interface Demonstrating {
  db: Db
  now: Date
  cipher: Cipher
  say: (line: string) => void
  days?: number
  polres?: number
  seed?: number
}

/**
 * Fills an empty database with a polres (or several) and what was reported there until now. All of it or nothing: what
 * is broken off leaves no half organisation behind. Returns what there is, or undefined when there already were units.
 */
export async function loadDemonstration(demonstrating: Demonstrating): Promise<Loaded | undefined> {
  const { db, now, cipher, say, days = 90, polres = 1, seed = 20_261_124 } = demonstrating
  if (await hasUnits(db)) return undefined
  await ensureAreas(db, say)
  const [passwordHash, pictures] = await Promise.all([hashPassword(demonstrationPassword), drawPictures(seed)])
  const loaded = await db.$transaction(async (tx) => {
    // A process that was killed while it loaded may still hold the lock: PostgreSQL ends its transaction in a moment.
    await sayWhile(say, 'Menunggu proses lain yang sedang memuat contoh', lockUntilCommit(tx, 'demonstration'))
    if (await hasUnits(tx)) return undefined
    const plans = await plansFor(tx, polres)
    const taken = new Set<string>()
    const sum: Loaded = { people: 0, households: 0, reports: 0 }
    const tellProgress = progress(say, plans.length, days)
    for (const [index, plan] of plans.entries()) {
      const one = await loadPolres(tx, {
        plan,
        seed,
        days,
        now,
        passwordHash,
        cipher,
        pictures,
        taken,
        onDay: (told) => tellProgress(index, told),
      })
      for (const key of ['people', 'households', 'reports'] as const) sum[key] += one[key]
    }
    await forgetEvents(tx)
    await auditSignIns(tx, now)
    return sum
  }, unboundedTransaction)
  if (!loaded) return undefined
  await sayWhile(say, 'Menghitung statistik tabel', refreshStatistics(db))
  // Nothing else writes yet: from here on the chain covers what was loaded.
  await sayWhile(say, 'Memasukkan isi laporan ke rantai audit', adoptContents(db, cipher, now, 0))
  return loaded
}

const every = 2_000

/** A line about every two seconds. */
function progress(say: (line: string) => void, polres: number, days: number) {
  let saidAt = performance.now()
  return (index: number, told: number) => {
    if (performance.now() - saidAt < every) return
    saidAt = performance.now()
    const percent = Math.floor((100 * (index * days + told)) / (polres * days))
    const which = polres === 1 ? '' : `polres ${index + 1} dari ${polres}, `
    say(`Memuat contoh: ${percent} % (${which}hari ${told} dari ${days})`)
  }
}
