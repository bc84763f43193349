import { type BatcherOptions, batcher } from './batcher.ts'
import { isUnavailable } from './unavailable.ts'

const usual = { most: 60, enough: 8, isShared: isUnavailable }

/**
 * Batches calls of a query: those that arrive while one batch runs form the next batch. A batch starts after its last item
 * has arrived, so no caller gets a result older than its call. A single call runs at once. Calls are batched per
 * connection or transaction. `ask` returns one result for each item, in their order.
 */
export function batched<D extends object, I, O>(
  ask: (on: D, items: I[]) => Promise<O[]>,
  settings: Partial<Omit<BatcherOptions<I, O>, 'run'>> = {},
): (on: D, item: I) => Promise<O> {
  const batchers = new WeakMap<D, (item: I) => Promise<O>>()
  return (on, item) => {
    const known = batchers.get(on)
    if (known) return known(item)
    const submit = batcher<I, O>({ ...usual, ...settings, run: (items) => ask(on, items) })
    batchers.set(on, submit)
    return submit(item)
  }
}
