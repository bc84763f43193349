import { gathering } from '../../src/intake/gathering.ts'

/** A gathering whose turns end when they are told to. */
function scene(enough: number, most = 60) {
  const turns: { items: string[]; end: (error?: Error) => void }[] = []
  const gather = gathering<string, string>({
    ...{ most, enough, nameOf: (item) => item[0]!, isCommon: (error) => String(error).includes('common') },
    together: (items) =>
      new Promise((settle, fail) => {
        turns.push({
          items,
          end: (error) => (error ? fail(error) : settle(items.map((item) => item.toUpperCase()))),
        })
      }),
  })
  return { turns, gather, items: () => turns.map((turn) => turn.items.join(' ')) }
}

const soon = () => new Promise((settle) => setImmediate(settle))

describe('what comes together', () => {
  it('waits for the end of the turn that runs, and goes in one', async () => {
    const { turns, gather, items } = scene(8)
    const told = Promise.all(['a1', 'b1', 'c1', 'd1'].map(gather))
    expect(items()).toEqual(['a1'])
    turns[0]!.end()
    await soon()
    expect(items()).toEqual(['a1', 'b1 c1 d1'])
    turns[1]!.end()
    expect(await told).toEqual(['A1', 'B1', 'C1', 'D1'])
  })

  it('gets a second turn when enough wait, and never a third', async () => {
    const { turns, gather, items } = scene(2)
    const told = Promise.all(['a1', 'b1', 'c1', 'd1', 'e1', 'f1'].map(gather))
    expect(items()).toEqual(['a1', 'b1 c1'])
    turns[1]!.end()
    await soon()
    expect(items()).toEqual(['a1', 'b1 c1', 'd1 e1 f1'])
    turns[0]!.end()
    turns[2]!.end()
    expect(await told).toHaveLength(6)
  })

  it('is never worked on twice at once under one name, in no turn', async () => {
    const { turns, gather, items } = scene(2)
    const told = Promise.all(['a1', 'a2', 'b1', 'b2', 'a3'].map(gather))
    expect(items()).toEqual(['a1', 'b1'])
    turns[0]!.end()
    await soon()
    expect(items()).toEqual(['a1', 'b1', 'a2'])
    turns[1]!.end()
    turns[2]!.end()
    await soon()
    expect(items().slice(3).join(' ').split(' ').sort()).toEqual(['a3', 'b2'])
    for (const turn of turns.slice(3)) turn.end()
    expect(await told).toEqual(['A1', 'A2', 'B1', 'B2', 'A3'])
  })

  it('spoils no other: each gets a turn of its own', async () => {
    const { turns, gather, items } = scene(8)
    const told = ['a1', 'b1', 'c1'].map((one) => gather(one).catch(() => 'spoilt'))
    turns[0]!.end()
    await soon()
    turns[1]!.end(new Error('one of them'))
    await soon()
    turns[2]!.end(new Error('this one'))
    await soon()
    turns[3]!.end()
    expect(await Promise.all(told)).toEqual(['A1', 'spoilt', 'C1'])
    expect(items()).toEqual(['a1', 'b1 c1', 'b1', 'c1'])
  })

  it('fails together where nobody would fare better alone', async () => {
    const { turns, gather } = scene(8)
    const told = ['a1', 'b1', 'c1'].map((one) => gather(one).catch(() => 'later'))
    turns[0]!.end()
    await soon()
    turns[1]!.end(new Error('common'))
    expect(await Promise.all(told)).toEqual(['A1', 'later', 'later'])
    expect(turns).toHaveLength(2)
  })
})
