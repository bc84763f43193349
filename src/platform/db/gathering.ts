import { setImmediate as thisMoment } from 'node:timers/promises'

/** One that waits to be worked on together with others. */
interface Waiting<I, O> {
  item: I
  settle: (outcome: O) => void
  fail: (error: unknown) => void
}

export interface Gathering<I, O> {
  /** Works on some at once; its outcomes are in the order of its items. */
  together: (items: I[]) => Promise<O[]>
  /** No two of the same name are worked on at once. Where nothing is named, any may be. */
  nameOf?: (item: I) => string
  /** Whether the others would fare no better alone. */
  isCommon: (error: unknown) => boolean
  most: number
  /** So many that wait are worth a turn beside the one that runs; fewer wait for its end. */
  enough: number
}

const mostTurns = 2

/**
 * What comes in the same moment, or while others are worked on, goes together into one turn: one commit for all of them. Two turns run at most,
 * so that one is judged while the database works on the other. One that spoils a turn is found by giving each its own.
 */
export function gathering<I, O>({
  together,
  nameOf,
  isCommon,
  most,
  enough,
}: Gathering<I, O>): (item: I) => Promise<O> {
  let waiting: Waiting<I, O>[] = []
  const inHand = new Set<string>()
  let running = 0

  const nextTurn = (): Waiting<I, O>[] => {
    const taken = new Set(inHand)
    const [turn, rest]: [Waiting<I, O>[], Waiting<I, O>[]] = [[], []]
    for (const one of waiting) {
      const name = nameOf?.(one.item)
      const fits = turn.length < most && (name === undefined || !taken.has(name))
      ;(fits ? turn : rest).push(one)
      if (name !== undefined) taken.add(name)
    }
    waiting = rest
    return turn
  }

  const work = async (turn: Waiting<I, O>[]): Promise<void> => {
    try {
      const outcomes = await together(turn.map(({ item }) => item))
      for (const [at, { settle }] of turn.entries()) settle(outcomes[at]!)
    } catch (error) {
      if (turn.length === 1 || isCommon(error)) for (const { fail } of turn) fail(error)
      else for (const one of turn) await work([one])
    }
  }

  const turns = async () => {
    running += 1
    for (;;) {
      // Whatever has come by now belongs to it: what waits in the same breath of the event loop is heard first.
      await thisMoment()
      const turn = nextTurn()
      if (turn.length === 0) break
      const names = nameOf ? turn.map(({ item }) => nameOf(item)) : []
      for (const name of names) inHand.add(name)
      await work(turn)
      for (const name of names) inHand.delete(name)
    }
    running -= 1
  }

  return (item) =>
    new Promise((settle, fail) => {
      waiting.push({ item, settle, fail })
      if (running === 0 || (running < mostTurns && waiting.length >= enough)) void turns()
    })
}
