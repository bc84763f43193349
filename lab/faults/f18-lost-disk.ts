import { setTimeout as rest } from 'node:timers/promises'
import { violationsIn } from './f01-kills.ts'
import type { Fault, Found } from './faults.ts'
import { ask } from './http.ts'
import type { Journal } from './journal.ts'
import { scaled } from './scale.ts'
import { campaign } from './sending.ts'
import { openGuarded } from './standby.ts'

const times = scaled(20)
const noKills = { appKills: 0, databaseKills: 0, doubleTaps: 0.1 }

/** F18: the folder of the database is deleted under load, and made again from what the second disk has. */
export const lostDisk: Fault = {
  name: 'F18',
  what: 'the data directory destroyed under load, restored from the synchronous standby',
  run: async () => {
    const seconds: number[] = []
    const violations: string[] = []
    let sends = 0
    for (let at = 0; at < times; at += 1) {
      const guarded = await openGuarded()
      try {
        const outcome = await campaign({
          sends: 100,
          ...noKills,
          seed: 18 + at,
          cluster: guarded.cluster,
          prepare: guarded.guard,
          midway: async () => {
            seconds.push(await guarded.destroyAndRestore())
          },
        })
        sends += outcome.sends
        violations.push(...violationsIn(outcome))
      } finally {
        await guarded.remove()
      }
    }
    const longest = Math.max(...seconds)
    return {
      figure: `${times} × destroyed under ${sends} sends: ${violations.length} lost or doubled, back after ${longest.toFixed(1)} s at most`,
      violations,
    }
  },
}

const [redWithinMs, goneForMs] = [30_000, 20_000]
const takenIn = (journal: Journal) => journal.lines.filter(({ what }) => what === 'taken').length

/** F20: the second disk is gone: nothing may be acknowledged that only one disk has. */
export const lostStandby: Fault = {
  name: 'F20',
  what: 'the synchronous standby dies',
  run: async (): Promise<Found> => {
    const guarded = await openGuarded()
    const seen = { redMs: Number.POSITIVE_INFINITY, false: 0, shed: 0 }
    try {
      const outcome = await campaign({
        sends: 300,
        ...noKills,
        cluster: guarded.cluster,
        prepare: guarded.guard,
        midway: async ({ fleet, journal }) => {
          await guarded.killReceiver()
          const began = performance.now()
          // What both disks had already may still be told.
          await rest(500)
          const before = takenIn(journal)
          while (performance.now() - began < goneForMs) {
            const { status } = await ask(fleet.port, { path: '/readyz' }).catch(() => ({ status: 0 }))
            if (status === 503) seen.redMs = Math.min(seen.redMs, performance.now() - began)
            const page = await ask(fleet.port, { path: '/masuk' }).catch(() => ({ status: 0 }))
            if (page.status === 200) seen.shed += 1
            await rest(250)
          }
          seen.false = takenIn(journal) - before
          await guarded.startReceiver()
        },
      })
      const { sends, lost, doubled } = outcome
      return {
        figure: `gone for ${goneForMs / 1000} s under ${sends} sends: ${seen.false} acknowledged meanwhile, /readyz red after ${(seen.redMs / 1000).toFixed(1)} s, ${seen.shed} pages still read, ${lost.length} lost, ${doubled.length} doubled`,
        violations: [
          ...violationsIn(outcome),
          ...(seen.false > 0 ? [`${seen.false} receipts that only one disk knew of`] : []),
          ...(seen.redMs > redWithinMs ? ['nobody was alarmed'] : []),
        ],
      }
    } finally {
      await guarded.remove()
    }
  },
}
