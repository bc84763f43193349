/** Runs at most so many jobs at once; the others wait in the order in which they came. */
export function takingTurns(most: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(job: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((settle) => waiting.push(settle))
    else running += 1
    try {
      return await job()
    } finally {
      // A place is handed on, so that nobody who comes just now takes it before those who wait.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
