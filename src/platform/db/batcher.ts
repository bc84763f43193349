import { setImmediate as nextIteration } from 'node:timers/promises'

/** An item that waits for its batch. */
interface Waiting<I, O> {
  item: I
  settle: (outcome: O) => void
  fail: (error: unknown) => void
}

export interface BatcherOptions<I, O> {
  /** Processes one batch; returns one outcome for each item, in their order. */
  run: (items: I[]) => Promise<O[]>
  /** Two items with the same key are never processed at the same time. */
  keyOf?: (item: I) => string
  /** Whether an error concerns the whole batch, so that its items need not be tried one by one. */
  isShared: (error: unknown) => boolean
  most: number
  /** So many waiting items start a second batch beside the running one; fewer wait for its end. */
  enough: number
}

const mostBatches = 2

/**
 * Group commit: items that arrive together, or while a batch runs, are processed in one batch with one commit. At most two
 * batches run at once: one is validated while the database works on the other. When a batch fails because of one item,
 * its items are processed one by one.
 */
export function batcher<I, O>({ run, keyOf, isShared, most, enough }: BatcherOptions<I, O>): (item: I) => Promise<O> {
  let waiting: Waiting<I, O>[] = []
  const inHand = new Set<string>()
  let running = 0

  const nextBatch = (): Waiting<I, O>[] => {
    const taken = new Set(inHand)
    const [batch, rest]: [Waiting<I, O>[], Waiting<I, O>[]] = [[], []]
    for (const one of waiting) {
      const name = keyOf?.(one.item)
      const fits = batch.length < most && (name === undefined || !taken.has(name))
      ;(fits ? batch : rest).push(one)
      if (name !== undefined) taken.add(name)
    }
    waiting = rest
    return batch
  }

  const work = async (batch: Waiting<I, O>[]): Promise<void> => {
    try {
      const outcomes = await run(batch.map(({ item }) => item))
      for (const [at, { settle }] of batch.entries()) settle(outcomes[at]!)
    } catch (error) {
      if (batch.length === 1 || isShared(error)) for (const { fail } of batch) fail(error)
      else for (const one of batch) await work([one])
    }
  }

  const runBatches = async () => {
    running += 1
    for (;;) {
      // Lets requests that are ready in this iteration of the event loop join the batch.
      await nextIteration()
      const batch = nextBatch()
      if (batch.length === 0) break
      const names = keyOf ? batch.map(({ item }) => keyOf(item)) : []
      for (const name of names) inHand.add(name)
      await work(batch)
      for (const name of names) inHand.delete(name)
    }
    running -= 1
  }

  return (item) =>
    new Promise((settle, fail) => {
      waiting.push({ item, settle, fail })
      if (running === 0 || (running < mostBatches && waiting.length >= enough)) void runBatches()
    })
}
