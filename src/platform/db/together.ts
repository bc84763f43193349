import { type Gathering, gathering } from './gathering.ts'
import { isUnavailable } from './unavailable.ts'

const usual = { most: 60, enough: 8, isCommon: isUnavailable }

/**
 * A question that is asked once for all who ask it in the same moment: what comes while it is under way goes together into
 * the next one, which begins after all of them have come, so that nobody hears what was true before he asked. Who is alone
 * waits for nobody. A transaction shares with itself only. `ask` answers in the order of its items.
 */
export function together<D extends object, I, O>(
  ask: (on: D, items: I[]) => Promise<O[]>,
  settings: Partial<Omit<Gathering<I, O>, 'together'>> = {},
): (on: D, item: I) => Promise<O> {
  const gathers = new WeakMap<D, (item: I) => Promise<O>>()
  return (on, item) => {
    const known = gathers.get(on)
    if (known) return known(item)
    const gather = gathering<I, O>({ ...usual, ...settings, together: (items) => ask(on, items) })
    gathers.set(on, gather)
    return gather(item)
  }
}
