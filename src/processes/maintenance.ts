import { setTimeout as rest } from 'node:timers/promises'
import { adoptContents, headOfTheDay, sealAudit, workOffCheck } from '../administration/audit/index.ts'
import { type BackupSettings, backUpTonight, workOffDrill } from '../administration/backups/index.ts'
import type { Cipher } from '../platform/cipher.ts'
import { closeGroups } from '../platform/db/audit-groups.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Log } from '../platform/http/log.ts'

export interface MaintenanceDeps {
  db: Db
  patient: Db
  clock: () => Date
  log: Log
  cipher: Cipher
  /** None where backups are somebody else's business. */
  backups: BackupSettings | undefined
}

const [second, minute] = [1000, 60_000]
const zone = 'Asia/Jakarta'

/** What keeps the data safe, beside the work of the day: seals on the audit, backups and drills. */
export function startMaintenance({ db, patient, clock, log, cipher, backups }: MaintenanceDeps): {
  stop: () => Promise<void>
} {
  const ending = new AbortController()
  const { signal } = ending
  const every = async (ms: number, name: string, job: () => Promise<unknown>, first = ms) => {
    for (let pause = first; await rest(pause, true, { signal, ref: false }).catch(() => false); pause = ms)
      await job().catch((error: unknown) => log.error({ err: error, job: name }, 'care'))
  }
  // The log lies elsewhere: a head that stands in it cannot be taken back with the database.
  const seal = async () => {
    // After a load in bulk there is more than one batch to seal.
    let head = await sealAudit(db, cipher, clock())
    for (; head && !signal.aborted; head = await sealAudit(db, cipher, clock())) log.info({ head }, 'audit sealed')
    const daily = await headOfTheDay(db, zone, clock())
    if (daily) log.info(daily, 'head of the audit chain')
  }
  const backUp = async (settings: BackupSettings) => {
    const file = await backUpTonight(patient, settings, clock)
    if (file) log.info({ file }, 'backup made')
  }
  let isAdopted = false
  const adopt = async () => {
    if (!isAdopted) isAdopted = await adoptContents(patient, cipher, clock())
  }
  // One batch, then a rest of the same length: those who send have the machine first.
  const check = async () => {
    for (let more = true; more && !signal.aborted; ) {
      const begunAt = performance.now()
      more = await workOffCheck({ patient, cipher, clock, onFaults: tellFaults })
      if (more) await rest(performance.now() - begunAt, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }
  const tellFaults = (faults: string[], count: number) => log.error({ faults, count }, 'data is not as it was written')
  const work = [
    every(10 * second, 'seal the audit', seal),
    every(minute, 'adopt contents', adopt, second),
    every(minute, 'count what was denied', () => closeGroups(db, cipher, clock())),
    every(5 * second, 'check the audit', check),
    ...(backups
      ? [
          every(15 * minute, 'back up', () => backUp(backups), 5 * minute),
          every(5 * second, 'drill', () => workOffDrill({ db, settings: backups, clock, signal })),
        ]
      : []),
  ]
  return {
    stop: async () => {
      ending.abort()
      await Promise.all(work)
    },
  }
}
