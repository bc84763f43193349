import { nameFault } from '../../src/administration/accounts/name.ts'
import { isUnusualName, nameKey } from '../../src/kernel/name-key.ts'
import { nikFault, nikIn } from '../../src/officers/register/nik.ts'
import { meantBy } from '../../src/officers/register/searching.ts'
import { coerce } from '../../src/reports/engine/coerce.ts'
import { answerFault } from '../../src/reports/engine/rules.ts'
import { reportTypes } from '../../src/reports/types/index.ts'
import { names, niks, phones, texts } from '../corpus/shapes/shapes.ts'

const today = '2026-11-24'
const asName = { format: 'name', maxLength: 100 } as const
const judged = (rules: Parameters<typeof answerFault>[0], value: unknown) => answerFault(rules, value, {}, today)?.key
const numberOf = (typed: string, format: 'phone' | 'telephone') => {
  const value = coerce('phone', typed)
  return { value, problem: Number.isNaN(value) ? `rule.${format}` : judged({ format }, value) }
}

describe('the names of people', () => {
  it('are kept as they are written, all 300 of them, and compared without their titles', () => {
    const found = names.taken.map(({ typed }) => {
      const kept = String(coerce('text', typed, 'name'))
      return { typed, kept, key: nameKey(kept), problem: judged(asName, kept) ?? nameFault(kept) }
    })

    expect(found).toEqual(names.taken.map(({ asks: _, ...one }) => ({ ...one, problem: undefined })))
    expect(names.taken.length).toBeGreaterThanOrEqual(300)
  })

  it('are asked about only where they are one letter or a title', () => {
    expect(names.taken.filter(({ kept }) => isUnusualName(kept))).toEqual(names.taken.filter(({ asks }) => asks))
  })

  it.each(names.refused)('%j is none', (typed) => {
    const value = coerce('text', typed, 'name')

    expect(value === null || judged(asName, value) !== undefined).toBe(true)
    expect(nameFault(String(value))).toBeDefined()
  })

  it('are each found by themselves', () => {
    const entries = names.taken.map(({ kept: name }) => ({ name, rt: null, rw: null }))
    const lost = names.taken.filter(({ kept, key }) => nameKey(meantBy(kept, entries)[0]?.name ?? '') !== key)

    expect(lost).toEqual([])
  })
})

describe('telephone numbers', () => {
  it.each(phones.taken)('$typed is kept as $kept', ({ typed, kept }) => {
    for (const format of ['phone', 'telephone'] as const)
      expect(numberOf(typed, format)).toEqual({ value: kept, problem: undefined })
  })

  it.each(phones.landlines)('$typed is one of a place, not of a household', ({ typed, kept }) => {
    expect(numberOf(typed, 'telephone')).toEqual({ value: kept, problem: undefined })
    expect(numberOf(typed, 'phone').problem).toBe('rule.phone')
  })

  it.each(phones.refused)('$typed is refused', ({ typed, rule }) => {
    expect(numberOf(typed, 'telephone').problem).toBe(rule ?? 'rule.telephone')
    expect(numberOf(typed, 'phone').problem).toBe(rule ?? 'rule.phone')
  })

  it('are asked by no report, so that the sentences about them stay with the server', () => {
    const kinds = reportTypes.flatMap(({ fields }) =>
      Object.values(fields).flatMap(({ kind, items }) => [
        kind,
        ...Object.values(items ?? {}).map((item) => item.kind),
      ]),
    )

    expect(kinds).not.toContain('phone')
  })
})

describe('NIK', () => {
  it.each(niks.taken)('$typed is kept as $kept', ({ typed, kept }) => {
    const nik = nikIn(String(coerce('text', typed)))

    expect(nik).toBe(kept)
    expect(nikFault(nik!)).toBeUndefined()
  })

  it.each(niks.refused)('%s is refused', (typed) => {
    expect(nikFault(nikIn(String(coerce('text', typed))) ?? '')).toBeDefined()
  })
})

describe('pasted texts', () => {
  it.each(texts)('%j', ({ typed, kept }) => {
    expect(coerce('long', typed)).toBe(kept)
    expect(coerce('long', kept)).toBe(kept)
    expect(coerce('text', typed)).toBe(kept.replace(/\s+/g, ' '))
    expect(judged({ maxLength: [...kept].length, minLength: [...kept].length }, coerce('long', typed))).toBeUndefined()
  })
})
