import { setTimeout as rest } from 'node:timers/promises'
import { root } from '../../src/platform/config/config.ts'
import { violationsIn } from './f01-kills.ts'
import type { Fault } from './faults.ts'
import type { Fleet } from './fleet.ts'
import { ask } from './http.ts'
import { scaled } from './scale.ts'
import { campaign, type Outcome } from './sending.ts'

const [stallMs, boundMb] = [5000, 400]
const sends = scaled(200)

interface Seen {
  /** Milliseconds until `/readyz` was red, and from then until it was green. */
  redAfter: number
  redFor: number
}

/** The one at work is told to ail; then its supervisor's question is asked until it has been red and is green again. */
async function watched(fleet: Fleet): Promise<Seen> {
  const began = performance.now()
  process.kill(fleet.pid, 'SIGUSR2')
  const until = async (isReady: boolean) => {
    for (;;) {
      const { status } = await ask(fleet.port, { path: '/readyz', patience: 2000 }).catch(() => ({ status: 0 }))
      if ((status === 200) === isReady) return performance.now()
      if (performance.now() - began > 90_000) throw new Error(`/readyz is ${status} for too long`)
      await rest(50)
    }
  }
  const red = await until(false)
  return { redAfter: red - began, redFor: (await until(true)) - red }
}

async function ailing(ail: { stallMs?: number; boundMb?: number }): Promise<{ outcome: Outcome; seen: Seen }> {
  let seen: Seen | undefined
  const outcome = await campaign({
    sends,
    appKills: 0,
    databaseKills: 0,
    preload: [`${root}lab/faults/preload/ail.mjs`],
    env: { BOS_AIL: JSON.stringify(ail) },
    midway: async ({ fleet }) => {
      seen = await watched(fleet)
    },
  })
  return { outcome, seen: seen! }
}

const seconds = (ms: number) => (ms / 1000).toFixed(1)
const told = ({ outcome: { lost, doubled }, seen }: { outcome: Outcome; seen: Seen }) =>
  `/readyz red after ${seconds(seen.redAfter)} s for ${seconds(seen.redFor)} s, ${lost.length} lost, ${doubled.length} doubled`

/** F24: the process lives, and does not turn; or has no room left and leaves its place to a new one. */
export const ailments: Fault = {
  name: 'F24',
  what: 'the event loop stands still, memory fills up',
  run: async () => {
    const stalled = await ailing({ stallMs })
    const full = await ailing({ boundMb })
    const recycled = full.outcome.ownExits
    return {
      figure: `stood still for ${stallMs / 1000} s: ${told(stalled)}; full at ${boundMb} MB: ${told(full)}, recycled ${recycled} ×`,
      violations: [
        ...violationsIn(stalled.outcome),
        // It ends by itself, once, and that is what is wanted.
        ...violationsIn({ ...full.outcome, ownExits: 0 }),
        ...(recycled === 1 ? [] : [`recycled ${recycled} times`]),
      ],
    }
  },
}
