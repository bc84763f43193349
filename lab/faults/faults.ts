import { kills, killsShort, type Tally } from './f01-kills.ts'
import { points } from './f03-points.ts'
import { frozen, lostAnswers, slow } from './f04-weather.ts'
import { stuck, together } from './f05-crowds.ts'
import { fullDisk } from './f08-disk.ts'
import { browserKills } from './f11-browser-kills.ts'
import { workers } from './f12-workers.ts'
import { releases } from './f13-releases.ts'
import { clocks } from './f14-clocks.ts'
import { strangers } from './f15-strangers.ts'
import { noScript } from './f16-no-script.ts'
import { crowded } from './f17-overload.ts'
import { halves, lorises } from './f17-sockets.ts'
import { lostDisk, lostStandby } from './f18-lost-disk.ts'
import { damagedBackups } from './f19-backups.ts'
import { quota } from './f22-quota.ts'
import { ailments } from './f24-ailing.ts'
import { slowBodies } from './f25-slow-bodies.ts'
import { leaving, portal } from './phone-mutants.ts'
import { canaries } from './t18-canaries.ts'

/** What came of a fault: the figure in the words of docs/reliability.md, and what must not have been. */
export interface Found {
  figure: string
  violations: string[]
  /** Where sends and kills are counted. */
  tally?: Tally
}

export interface Fault {
  name: string
  what: string
  run: () => Promise<Found>
}

/** In the order in which they run. */
export const faults: Fault[] = [
  ...kills,
  points,
  lostAnswers,
  together,
  stuck,
  frozen,
  fullDisk,
  slow,
  portal,
  browserKills,
  workers,
  releases,
  clocks,
  strangers,
  noScript,
  crowded,
  lorises,
  halves,
  slowBodies,
  lostDisk,
  damagedBackups,
  lostStandby,
  leaving,
  quota,
  ailments,
  canaries,
]

/** Only by name. */
export const onDemand: Fault[] = [...killsShort]
