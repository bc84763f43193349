import { createHash } from 'node:crypto'

const digest = (words: (string | number)[]): Buffer => createHash('sha256').update(words.join('/')).digest()

/** What is loaded twice is the same organisation. */
export { derivedId as idOf } from '../../kernel/derived-id.ts'

/** Chance that repeats itself. A stream is named by words, so that one more draw here moves nothing there. */
export interface Chance {
  /** At least 0, less than 1. */
  next: () => number
  /** Both ends belong to it. */
  whole: (from: number, until: number) => number
  is: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** How often something happens that happens `mean` times on average. */
  times: (mean: number) => number
  shuffled: <T>(list: readonly T[]) => T[]
}

/** mulberry32, seeded by the words. */
export function chanceOf(...words: (string | number)[]): Chance {
  let state = digest(words).readUInt32BE(0)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, until: number) => from + Math.floor(next() * (until - from + 1))
  const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)]!
  return { next, whole, is: (probability) => next() < probability, pick, times: (mean) => times(next, mean), shuffled }

  function shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list]
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = whole(0, last)
      ;[copy[last], copy[other]] = [copy[other]!, copy[last]!]
    }
    return copy
  }
}

function times(next: () => number, mean: number): number {
  const floor = Math.exp(-mean)
  let count = 0
  for (let product = next(); product > floor; product *= next()) count += 1
  return count
}
