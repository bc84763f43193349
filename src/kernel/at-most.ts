/** Runs at most so many of the given jobs at once; the others wait in order. */
export function atMost(limit: number): <T>(job: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (job) => {
    if (running >= limit) await new Promise<void>((go) => waiting.push(go))
    else running += 1
    try {
      return await job()
    } finally {
      // Handed on, not given up: else one who comes in between would take the place as well.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
