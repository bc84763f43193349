/** Gives what is the same for everybody from memory, asked anew at most every few seconds; a failure is not remembered. */
export type Briefly = <T>(what: string, ask: () => Promise<T>) => Promise<T>

const keepMs = 5000

/** The memory of one application. */
export function brieflyBy(clock: () => Date): Briefly {
  const kept = new Map<string, { at: number; answer: Promise<unknown> }>()
  return <T>(what: string, ask: () => Promise<T>): Promise<T> => {
    const at = clock().getTime()
    const known = kept.get(what)
    if (known && Math.abs(at - known.at) < keepMs) return known.answer as Promise<T>
    const answer = ask()
    kept.set(what, { at, answer })
    answer.catch(() => kept.delete(what))
    return answer
  }
}
