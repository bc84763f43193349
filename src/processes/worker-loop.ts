import { sweepSessions, sweepSignInAddresses } from '../access/sessions/index.ts'
import { recheckReports } from '../administration/rules/index.ts'
import { countTerms } from '../administration/vocabularies/index.ts'
import { recountTallies } from '../commanders/recaps/index.ts'
import { dayIn, timeIn } from '../kernel/days.ts'
import { expireJunk, reviewerNotifier } from '../officers/envelopes/index.ts'
import type { Cipher } from '../platform/cipher.ts'
import type { Db } from '../platform/db/connect.ts'
import { claimNightlyRun, releaseFutureClaims } from '../platform/db/nightly-claim.ts'
import { type Listener, pruneOutbox, workOffOne } from '../platform/db/outbox.ts'
import { sweepParkedFiles } from '../platform/db/parked-files.ts'
import type { Log } from '../platform/http/log.ts'
import { pruneHeartbeats } from '../reports/deadlines/index.ts'
import { sweepParkedPhotos } from '../reports/drafts/index.ts'

export interface WorkerDeps {
  db: Db
  /** For the work of the night, which may take longer. */
  patient: Db
  clock: () => Date
  log: Log
  cipher: Cipher
}

/** Who acts on what happened. The audit has it already; here is only what goes beyond. */
function listenersOver({ patient, cipher }: WorkerDeps): Record<string, Listener[]> {
  const told = reviewerNotifier(patient, cipher)
  return { 'report.filed': [told], 'report.photosArrived': [told] }
}

/** What is done once a night, in this order. */
const nightly: Record<string, (db: Db, now: Date, cipher: Cipher) => Promise<unknown>> = {
  'expire junk': expireJunk,
  'recount the tallies': recountTallies,
  'count the terms': countTerms,
  'recheck the reports': recheckReports,
  'sweep parked photos': sweepParkedPhotos,
  'sweep kept photos': sweepParkedFiles,
  'sweep sessions': sweepSessions,
  'sweep addresses of sign-ins': sweepSignInAddresses,
  'prune the outbox': pruneOutbox,
  'prune the heartbeats': pruneHeartbeats,
}

const pauseMs = 2000
const nightlyPollMs = 60_000
const zone = 'Asia/Jakarta'
/** After the evening's reports are in, before anybody reads. */
const nightlyFrom = '02:00'

export async function runNightlyJobs({ patient, clock, log, cipher }: WorkerDeps): Promise<void> {
  for (const [name, job] of Object.entries(nightly)) {
    await job(patient, clock(), cipher).catch((error: unknown) => log.error({ err: error, job: name }, 'nightly job'))
  }
}

/** The night's work when it is time and nobody has begun it. */
async function runNightlyJobsIfDue(deps: WorkerDeps): Promise<false> {
  const now = deps.clock()
  await releaseFutureClaims(deps.db, now)
  if (timeIn(zone, now) >= nightlyFrom && (await claimNightlyRun(deps.db, dayIn(zone, now), now)))
    await runNightlyJobs(deps)
  return false
}

/** Works off the outbox, and once a night what belongs to the night. Each event is done once, however many work. */
export function startWorker(deps: WorkerDeps, alive: () => void = () => undefined): { stop: () => Promise<void> } {
  const { db, clock, log } = deps
  const listeners = listenersOver(deps)
  const pause = pausing()
  let stopped = false
  let nightlyPolledAt = Number.NEGATIVE_INFINITY
  const guarded = (name: string, job: () => Promise<boolean>) =>
    job().catch((error: unknown) => {
      log.error({ err: error }, name)
      return false
    })
  const turn = async () => {
    while (!stopped) {
      alive()
      const begunAt = performance.now()
      const busy = await guarded('outbox', () =>
        workOffOne(db, listeners, clock(), (error) => log.error({ err: error }, 'listener')),
      )
      const workedMs = performance.now() - begunAt
      // By the monotonic clock: one that is set ahead and back must not keep us from asking for days.
      if (performance.now() - nightlyPolledAt > nightlyPollMs) {
        nightlyPolledAt = performance.now()
        await guarded('night', () => runNightlyJobsIfDue(deps))
      }
      // It rests as long as it has worked: in the evening those who send have the machine first.
      if (!stopped) await pause.rest(busy ? workedMs : pauseMs)
    }
  }
  const running = turn()
  return {
    stop: async () => {
      stopped = true
      pause.wake()
      await running
    },
  }
}

/** A rest that can be cut short, so that stopping does not wait for it. */
function pausing() {
  let wake = () => {}
  return {
    rest: (ms: number) =>
      new Promise<void>((settle) => {
        const timer = setTimeout(settle, ms)
        wake = () => {
          clearTimeout(timer)
          settle()
        }
      }),
    wake: () => wake(),
  }
}
