import type { Field } from '../../src/reports/engine/fields.ts'
import { fieldsOn, isOffered, isTaken, type Term, termsIn, wordsOf } from '../../src/reports/engine/vocabulary.ts'

const today = '2026-11-24'
const began = { narkoba: { id: 'Narkoba', en: 'Drugs' }, lain: { id: 'Tema lain', en: 'Another topic' } }
const term = (key: string, own: Partial<Term> = {}): Term => ({
  vocabulary: 'tema-penyuluhan',
  key,
  label: { id: `Tema ${key}`, en: `Topic ${key}` },
  rank: 0,
  since: '2026-01-01',
  until: null,
  mergedInto: null,
  unitPath: '/',
  ...own,
})

describe('the words of a unit', () => {
  const [polda, own, other] = ['/jabar/', '/jabar/cirebon-kota/', '/jabar/contoh/']

  it('are those of the units above and its own, and of no other', () => {
    const terms = [
      term('semua'),
      term('polda', { unitPath: polda }),
      term('kota', { unitPath: own }),
      term('contoh', { unitPath: other }),
    ]

    expect(termsIn(terms, `${own}kesambi/`).map(({ key }) => key)).toEqual(['semua', 'polda', 'kota'])
    expect(termsIn(terms, other).map(({ key }) => key)).toEqual(['semua', 'polda', 'contoh'])
  })

  it('are ended by any list above, at the earliest day, and by none beside', () => {
    const until = (unitPath: string, day: string | null) => term('narkoba', { unitPath, until: day })
    const endIn = (terms: Term[]) => termsIn(terms, own)[0]!.until

    expect(endIn([until('/', null), until(own, '2026-11-01')])).toBe('2026-11-01')
    expect(endIn([until('/', '2026-10-01'), until(own, null)])).toBe('2026-10-01')
    expect(endIn([until('/', '2026-10-01'), until(own, '2026-11-01')])).toBe('2026-10-01')
    expect(endIn([until('/', null), until(other, '2026-11-01')])).toBe(null)
  })
})

describe('the words of a vocabulary', () => {
  it('are those of the definition while nothing was kept', () => {
    expect(wordsOf(began, []).map(({ key, label }) => [key, label.id])).toEqual([
      ['narkoba', 'Narkoba'],
      ['lain', 'Tema lain'],
    ])
  })

  it('come in the order of the definition, then as added, and what stands for the rest comes last', () => {
    const words = wordsOf(began, [term('b', { rank: 2 }), term('narkoba'), term('a', { rank: 1 })])

    expect(words.map(({ key, label }) => [key, label.id])).toEqual([
      ['narkoba', 'Tema narkoba'],
      ['a', 'Tema a'],
      ['b', 'Tema b'],
      ['lain', 'Tema lain'],
    ])
  })

  it('are offered from their first day until the day before they end, and taken for ninety days more', () => {
    const offered = (own: Partial<Term>) => isOffered(term('a', own), today)
    const taken = (own: Partial<Term>) => isTaken(term('a', own), today)

    expect([offered({ since: today }), offered({ since: '2026-11-25' })]).toEqual([true, false])
    expect([offered({ until: '2026-11-25' }), offered({ until: today })]).toEqual([true, false])
    expect([taken({ until: today }), taken({ until: '2026-08-27' }), taken({ until: '2026-08-26' })]).toEqual([
      true,
      true,
      false,
    ])
    expect(taken({ since: '2026-11-25' })).toBe(false)
  })

  it('become the options of their question, in lists too, and leave other questions alone', () => {
    const tema: Field = { kind: 'choice', label: began.lain, options: began, vocabulary: 'tema-penyuluhan' }
    const other: Field = { kind: 'choice', label: began.lain, options: began }
    const many: Field = { kind: 'list', label: began.lain, items: { tema: tema as never } }
    const terms = [term('narkoba', { until: today }), term('baru'), term('asing', { vocabulary: 'program' })]
    const fields = fieldsOn({ tema, other, many }, terms, today)

    expect(Object.keys(fields.tema!.options!)).toEqual(['narkoba', 'baru', 'lain'])
    expect(fields.tema!.offered).toEqual(['baru', 'lain'])
    expect(fields.other).toBe(other)
    expect(fields.many!.items!.tema!.offered).toEqual(['baru', 'lain'])
  })
})
