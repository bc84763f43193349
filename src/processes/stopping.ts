const signals = ['SIGTERM', 'SIGINT'] as const

export interface Stopping {
  signal: AbortSignal
  /** From here on the process handles its signals itself. */
  release: () => void
}

/**
 * Aborts when the process is told to end. Until it serves there is nobody to answer to the end, but an embedded database to
 * stop, which would go on without its process.
 */
export function stoppingBySignal(): Stopping {
  const controller = new AbortController()
  const abort = (signal: NodeJS.Signals) => controller.abort(new Error(`Stopped by ${signal} before it was ready`))
  for (const signal of signals) process.on(signal, abort)
  return {
    signal: controller.signal,
    release: () => {
      for (const signal of signals) process.off(signal, abort)
    },
  }
}
