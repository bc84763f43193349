import { photosLacking, problemsOf } from '../../src/reports/engine/judge.ts'
import { answerFault } from '../../src/reports/engine/rules.ts'

const today = '2026-11-24'
const key = (problem: ReturnType<typeof answerFault>) => problem?.key

describe('a question that depends on a choice', () => {
  const rules = { requiredWhen: { field: 'cara', is: ['warga', 'wawancara'] } }

  it.each([
    ['warga', 'rule.required'],
    ['wawancara', 'rule.required'],
    ['dokumen', undefined],
    [null, undefined],
  ])('is asked for one of several answers: %s', (cara, expected) => {
    expect(key(answerFault(rules, null, { cara }, today))).toBe(expected)
  })
})

describe('an option that is refused', () => {
  const rules = {
    options: { tetangga: 1, kdrt: 1 },
    refuses: { values: ['kdrt'], unless: { field: 'jenis', is: ['eksekutif', 'lanjutan'] } },
  }

  it.each([
    ['kdrt', 'sengketa', 'rule.refused'],
    ['kdrt', null, 'rule.refused'],
    ['kdrt', 'eksekutif', undefined],
    ['kdrt', 'lanjutan', undefined],
    ['tetangga', 'sengketa', undefined],
    ['ngawur', 'eksekutif', 'rule.option'],
  ])('%s with %s', (value, jenis, expected) => {
    expect(key(answerFault(rules, value, { jenis }, today))).toBe(expected)
  })

  it('is refused whatever else was answered when nothing excuses it', () => {
    expect(key(answerFault({ refuses: { values: ['kdrt'] } }, 'kdrt', {}, today))).toBe('rule.refused')
  })
})

describe('a list whose items differ', () => {
  const fields: Parameters<typeof problemsOf>[0] = [
    ['pihak', { kind: 'list', distinct: 'nama', items: { nama: { kind: 'text' }, alamat: { kind: 'text' } } }],
  ]
  const found = (names: (string | null)[]) =>
    problemsOf(fields, { pihak: names.map((nama) => ({ nama, alamat: 'RT 003' })) }, today, 1).map(
      ({ name, problem }) => [name, problem.key, problem.params.number],
    )

  it('names the later twin and the number of the first, however it is spelled', () => {
    expect(found(['Joko', 'Siti', 'JOKO'])).toEqual([['pihak.2.nama', 'rule.distinct', 1]])
  })

  it('lets different names pass, and those not given', () => {
    expect(found(['Joko', 'Siti'])).toEqual([])
    expect(found([null, null])).toEqual([])
  })
})

describe('the photos that a report needs', () => {
  const photos = { min: 1, minWhen: { field: 'hasil', is: 'tertulis', min: 2, sentence: 'surat' } }

  it.each([
    ['tertulis', 1, 'surat'],
    ['tertulis', 0, 'surat'],
    ['tertulis', 2, undefined],
    ['lisan', 0, ''],
    ['lisan', 1, undefined],
  ])('with %s and %i photos', (hasil, count, expected) => {
    expect(photosLacking(photos, { hasil }, count)).toBe(expected)
  })

  it('may be none', () => {
    expect(photosLacking({ min: 0 }, {}, 0)).toBeUndefined()
  })
})
