import fc from 'fast-check'
import { holdMs, type Jump, steadyClock } from '../../src/platform/steady-clock.ts'

const [second, minute, day] = [1000, 60_000, 86_400_000]
const start = Date.parse('2026-11-24T09:42:00+07:00')

/** A machine whose clock can be set wrong and whose time passes when a test says so. */
function machine() {
  let [passed, slept, wrong] = [0, 0, 0]
  const jumps: Jump[] = []
  const clock = steadyClock((jump) => jumps.push(jump), {
    wall: () => start + passed + slept + wrong,
    monotonic: () => passed,
    sinceBoot: () => passed + slept,
  })
  return {
    jumps,
    /** How far the clock is from the truth. */
    error: () => clock().getTime() - (start + passed + slept),
    set: (ms: number) => {
      wrong = ms
    },
    pass: (ms: number) => {
      passed += ms
    },
    sleep: (ms: number) => {
      slept += ms
    },
  }
}

describe('the clock of the server', () => {
  it.each([3 * day, -5 * day, 2 * minute])('does not follow a clock that is wrong by %d ms for 75 seconds', (wrong) => {
    const { error, set, pass, jumps } = machine()
    const errors: number[] = []
    set(wrong)
    for (let at = 0; at < 75; at += 1) {
      pass(second)
      errors.push(error())
    }
    set(0)
    pass(second)
    errors.push(error())

    expect(new Set(errors)).toEqual(new Set([0]))
    expect(jumps.length).toBe(1)
    expect(Math.abs(jumps[0]!.jumpMs - wrong)).toBeLessThan(2 * second)
  })

  it('follows a jump that has lasted ten minutes', () => {
    const { error, set, pass } = machine()
    set(3 * day)
    error()
    pass(holdMs - second)
    expect(error()).toBe(0)

    pass(second)

    expect(error()).toBe(3 * day)
  })

  it('follows small corrections at once', () => {
    const { error, set, pass } = machine()
    pass(minute)
    set(-20 * second)

    expect(error()).toBe(-20 * second)
  })

  it('knows that the machine has slept', () => {
    const { error, sleep, jumps } = machine()
    error()
    sleep(8 * 60 * minute)

    expect(error()).toBe(0)
    expect(jumps).toEqual([])
  })

  it('starts to wait anew where the clock jumps again', () => {
    const { error, set, pass } = machine()
    set(3 * day)
    error()
    pass(9 * minute)
    set(-day)
    error()
    pass(9 * minute)

    expect(error()).toBe(0)
  })

  it('is right whenever no jump lasts for ten minutes', () => {
    const step = fc.record({
      wrong: fc.oneof(fc.constant(0), fc.integer({ min: -10 * day, max: 10 * day })),
      lasts: fc.integer({ min: 1, max: 9 * minute }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const { error, set, pass } = machine()
        for (const { wrong, lasts } of steps) {
          // A correction of seconds is followed, so that it is not a jump.
          const jump = Math.abs(wrong) <= 2 * minute ? 0 : wrong
          set(jump)
          error()
          pass(lasts)
          if (error() !== 0) return false
          set(0)
          pass(second)
          if (error() !== 0) return false
        }
        return true
      }),
    )
  })
})
