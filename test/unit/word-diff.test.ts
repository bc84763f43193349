import fc from 'fast-check'
import { wordDiff } from '../../src/reports/reading/word-diff.ts'

const changed = (parts: { text: string; changed: boolean }[]) =>
  parts.filter((part) => part.changed).map(({ text }) => text.trim())

describe('the difference of two texts', () => {
  it.each([
    ['25', '250', ['25'], ['250']],
    ['Balai RW 07', 'Balai RW 08', ['07'], ['08']],
    ['ronda malam tiap hari', 'ronda tiap hari Minggu', ['malam'], ['Minggu']],
    ['', 'Ketua RW', [], ['Ketua RW']],
    ['sama saja', 'sama saja', [], []],
  ])('of %j and %j is %j and %j', (before, after, gone, come) => {
    const parts = wordDiff(before, after)

    expect([changed(parts.before), changed(parts.after)]).toEqual([gone, come])
  })

  it('loses nothing, and finds nothing changed in what both have', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n')).map((signs) => signs.join(''))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { before, after } = wordDiff(one, other)
        expect(before.map((part) => part.text).join('')).toBe(one)
        expect(after.map((part) => part.text).join('')).toBe(other)
        const common = (parts: typeof before) =>
          parts.flatMap((part) => (part.changed ? [] : part.text.split(/\s+/).filter(Boolean)))
        expect(common(before)).toEqual(common(after))
        expect(wordDiff(one, one).before.every((part) => !part.changed)).toBe(true)
      }),
    )
  })
})
