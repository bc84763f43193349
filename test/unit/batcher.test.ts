import { batched } from '../../src/platform/db/batched.ts'
import { batcher } from '../../src/platform/db/batcher.ts'

/** A gathering whose turns end when they are told to. */
function scene(enough: number, most = 60) {
  const turns: { items: string[]; end: (error?: Error) => void }[] = []
  const submit = batcher<string, string>({
    most,
    enough,
    keyOf: (item) => item[0]!,
    isShared: (error) => String(error).includes('common'),
    run: (items) =>
      new Promise((settle, fail) => {
        turns.push({
          items,
          end: (error) => (error ? fail(error) : settle(items.map((item) => item.toUpperCase()))),
        })
      }),
  })
  return { turns, submit, items: () => turns.map((turn) => turn.items.join(' ')) }
}

async function soon() {
  for (let at = 0; at < 3; at += 1) await new Promise((settle) => setImmediate(settle))
}

describe('what comes together', () => {
  it('waits for the end of the turn that runs, and goes in one', async () => {
    const { turns, submit, items } = scene(8)
    const told = [submit('a1')]
    await soon()
    told.push(...['b1', 'c1', 'd1'].map(submit))
    await soon()
    expect(items()).toEqual(['a1'])
    turns[0]!.end()
    await soon()
    expect(items()).toEqual(['a1', 'b1 c1 d1'])
    turns[1]!.end()
    expect(await Promise.all(told)).toEqual(['A1', 'B1', 'C1', 'D1'])
  })

  it('goes in one from the start when it comes in the same moment', async () => {
    const { turns, submit, items } = scene(8)
    const told = Promise.all(['a1', 'b1', 'c1'].map(submit))
    await soon()
    expect(items()).toEqual(['a1 b1 c1'])
    turns[0]!.end()
    expect(await told).toEqual(['A1', 'B1', 'C1'])
  })

  it('gets a second turn when enough wait, and never a third', async () => {
    const { turns, submit, items } = scene(2)
    const told = [submit('a1')]
    await soon()
    told.push(...['b1', 'c1'].map(submit))
    await soon()
    told.push(...['d1', 'e1', 'f1'].map(submit))
    await soon()
    expect(items()).toEqual(['a1', 'b1 c1'])
    turns[1]!.end()
    await soon()
    expect(items()).toEqual(['a1', 'b1 c1', 'd1 e1 f1'])
    turns[0]!.end()
    turns[2]!.end()
    expect(await Promise.all(told)).toHaveLength(6)
  })

  it('is never worked on twice at once under one name, in no turn', async () => {
    const { turns, submit, items } = scene(2)
    const told = [submit('a1')]
    await soon()
    told.push(...['a2', 'b1', 'b2', 'a3'].map(submit))
    await soon()
    expect(items()).toEqual(['a1', 'b1'])
    turns[0]!.end()
    await soon()
    expect(items()).toEqual(['a1', 'b1', 'a2'])
    turns[1]!.end()
    turns[2]!.end()
    await soon()
    expect(items().slice(3).join(' ').split(' ').sort()).toEqual(['a3', 'b2'])
    for (const turn of turns.slice(3)) turn.end()
    expect(await Promise.all(told)).toEqual(['A1', 'A2', 'B1', 'B2', 'A3'])
  })

  it('spoils no other: each gets a turn of its own', async () => {
    const { turns, submit, items } = scene(8)
    const told = ['a1', 'b1', 'c1'].map((one) => submit(one).catch(() => 'spoilt'))
    await soon()
    turns[0]!.end(new Error('one of them'))
    await soon()
    turns[1]!.end()
    await soon()
    turns[2]!.end(new Error('this one'))
    await soon()
    turns[3]!.end()
    expect(await Promise.all(told)).toEqual(['A1', 'spoilt', 'C1'])
    expect(items()).toEqual(['a1 b1 c1', 'a1', 'b1', 'c1'])
  })

  it('fails together where nobody would fare better alone', async () => {
    const { turns, submit } = scene(8)
    const told = ['a1', 'b1', 'c1'].map((one) => submit(one).catch(() => 'later'))
    await soon()
    turns[0]!.end(new Error('common'))
    expect(await Promise.all(told)).toEqual(['later', 'later', 'later'])
    expect(turns).toHaveLength(1)
  })
})

describe('a question that many ask', () => {
  /** Answers with what is true when the question is put. */
  function manyAsk() {
    const asked: { on: object; items: string[]; answer: () => void }[] = []
    let truth = 'old'
    const ask = batched((on: object, items: string[]) => {
      const known = truth
      return new Promise<string[]>((settle) => {
        asked.push({ on, items, answer: () => settle(items.map((item) => `${item} ${known}`)) })
      })
    })
    return { asked, ask, becomes: (now: string) => (truth = now) }
  }

  it('is put once for all who ask it in the same moment', async () => {
    const { asked, ask } = manyAsk()
    const database = {}
    const told = Promise.all(['a', 'b', 'c'].map((item) => ask(database, item)))
    await soon()
    expect(asked.map(({ items }) => items)).toEqual([['a', 'b', 'c']])
    asked[0]!.answer()
    expect(await told).toEqual(['a old', 'b old', 'c old'])
  })

  it('runs again for calls that arrive while it is under way: they get what is true by then', async () => {
    const { asked, ask, becomes } = manyAsk()
    const database = {}
    const first = ask(database, 'a')
    await soon()
    becomes('new')
    const second = ask(database, 'b')
    asked[0]!.answer()
    expect(await first).toBe('a old')
    await soon()
    asked[1]!.answer()
    expect(await second).toBe('b new')
  })

  it('is shared by nobody who asks another database or transaction', async () => {
    const { asked, ask } = manyAsk()
    const [database, transaction] = [{}, {}]
    void ask(database, 'a')
    void ask(transaction, 'b')
    await soon()
    expect(asked.map(({ on, items }) => [on === database, items])).toEqual([
      [true, ['a']],
      [false, ['b']],
    ])
  })
})
