/** Runs at most `most` jobs at once; the others wait in order. */
export function limitConcurrency(most: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(job: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((settle) => waiting.push(settle))
    else running += 1
    try {
      return await job()
    } finally {
      // The slot goes to the next waiting job, so that a new one cannot overtake it.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
