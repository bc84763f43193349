const freshMs = 1000

/**
 * An answer that many may share for a second. For what changes now and then and is no guard: who asks a second later sees
 * it. A failed one is asked anew.
 */
export function recent<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  let askedAt = 0
  return () => {
    const now = performance.now()
    if (!answer || now - askedAt > freshMs) {
      askedAt = now
      answer = ask()
      answer.catch(() => {
        answer = undefined
      })
    }
    return answer
  }
}
