/** Returns the cached result for the key, or loads it. */
export type TtlCache = <T>(key: string, load: () => Promise<T>) => Promise<T>

/**
 * A cache whose entries live for `ttlMs`. Concurrent calls share one load; a failed load is not cached. `now` is in
 * milliseconds and may go backwards: an entry from the future has expired.
 */
export function ttlCache(ttlMs: number, now: () => number = () => performance.now()): TtlCache {
  const entries = new Map<string, { at: number; result: Promise<unknown> }>()
  return <T>(key: string, load: () => Promise<T>): Promise<T> => {
    const at = now()
    const entry = entries.get(key)
    if (entry && Math.abs(at - entry.at) < ttlMs) return entry.result as Promise<T>
    const result = load()
    entries.set(key, { at, result })
    result.catch(() => entries.delete(key))
    return result
  }
}
