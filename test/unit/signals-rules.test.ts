import { type ComparedReport, likeness, weights } from '../../src/reports/signals/likeness.ts'
import { metresBetween, metresTooFar, usualPlace } from '../../src/reports/signals/places.ts'
import { type Subject } from '../../src/reports/signals/signals.queries.ts'
import { candidatesAmong } from '../../src/reports/signals/signals.ts'
import { containment, similarity, trigramsOf } from '../../src/reports/signals/trigrams.ts'
import { busiestHour, type Facts, oddIn } from '../../src/reports/signals/warnings.ts'

const at = (time: string) => new Date(`2026-11-24T${time}:00+07:00`)

const plain: Facts = {
  today: '2026-11-24',
  day: '2026-11-24',
  at: at('09:00'),
  position: undefined,
  places: [],
  times: [],
  lastVisit: undefined,
  sameText: undefined,
  cutPhotos: 0,
  twins: [],
  unusualNames: 0,
}

/** Positions on a ring of some 100 m around the village hall. */
const village = Array.from({ length: 40 }, (_, index) => ({
  latitude: -6.732 + 0.0009 * Math.cos(index),
  longitude: 108.552 + 0.0009 * Math.sin(index),
}))
const hall = { latitude: -6.732, longitude: 108.552, accuracy: 12 }

describe('what is odd about a report', () => {
  it('is nothing about one of today', () => {
    expect(oddIn(plain)).toEqual([])
  })

  it.each([
    ['two names of one letter', { unusualNames: 2 }, [{ key: 'nama', params: { count: 2 } }]],
    ['seven days ago', { day: '2026-11-17' }, []],
    ['eight days ago', { day: '2026-11-16' }, [{ key: 'lama', params: { days: 8 } }]],
    ['a position known to 100 m', { position: { ...hall, accuracy: 100 } }, []],
    [
      'a position known to 101 m',
      { position: { ...hall, accuracy: 101 } },
      [{ key: 'kasar', params: { metres: 101 } }],
    ],
    ['a visit after the last one', { lastVisit: { day: '2026-11-24', at: at('08:00') } }, []],
    [
      'a visit before the last one',
      { lastVisit: { day: '2026-11-24', at: at('09:30') } },
      [{ key: 'lebih-lama', params: { day: '2026-11-24' } }],
    ],
    ['the nineteenth report of an hour', { times: Array.from({ length: 18 }, () => at('09:10')) }, []],
    [
      'the twentieth report of an hour',
      { times: Array.from({ length: 19 }, () => at('09:10')) },
      [{ key: 'padat', params: { count: 20 } }],
    ],
  ] as [string, Partial<Facts>, unknown[]][])('counts for %s', (_, facts, found) => {
    expect(oddIn({ ...plain, ...facts })).toEqual(found)
  })

  it('is a place far from where the village reports from, by more than the phone doubts', () => {
    const far = { latitude: -6.742, longitude: 108.552, accuracy: 30 }

    expect(oddIn({ ...plain, places: village, position: hall })).toEqual([])
    expect(oddIn({ ...plain, places: village, position: far })).toMatchObject([{ key: 'jauh' }])
    expect(oddIn({ ...plain, places: village.slice(0, 19), position: far })).toEqual([])
    expect(metresTooFar(usualPlace(village)!, far, 2000)).toBeUndefined()
  })
})

describe('the usual place of a village', () => {
  it('stays where it is when a few reports come from far away', () => {
    const away = Array.from({ length: 12 }, () => ({ latitude: -6.2, longitude: 106.8 }))

    const [clean, mixed] = [usualPlace(village)!, usualPlace([...village, ...away])!]

    expect(metresBetween(clean.centre, mixed.centre)).toBeLessThan(100)
    expect(mixed.within).toBeLessThan(1000)
  })

  it('is at least half a kilometre wide', () => {
    expect(usualPlace(Array.from({ length: 20 }, () => hall))).toMatchObject({ within: 500 })
  })
})

describe('the busiest hour', () => {
  it('is a window that slides, and holds the report itself', () => {
    const times = [at('08:05'), at('08:55'), at('09:50'), at('10:01')]

    expect(busiestHour(at('09:00'), times)).toBe(3)
    expect(busiestHour(at('09:00'), [])).toBe(1)
    expect(busiestHour(at('12:00'), times)).toBe(1)
  })
})

const talk: ComparedReport = {
  entryId: null,
  villageCode: '32.74.05.1002',
  place: 'Balai RW 07',
  rt: null,
  rw: 7,
  occurredAt: at('09:00'),
  narrative: 'Ronda malam digiatkan lagi, lampu teras dinyalakan, dan regu jaga disusun bersama Ketua RT.',
}

describe('the likeness of two reports', () => {
  it('is whole for the same and symmetrical for any', () => {
    const other = {
      ...talk,
      narrative: 'Ronda malam disusun Ketua RT',
      place: 'Balai RW 3',
      rw: 3,
      occurredAt: at('15:00'),
    }

    expect(likeness(talk, talk)).toBeCloseTo(1)
    expect(likeness(talk, other)).toBeCloseTo(likeness(other, talk))
    expect(weights.text + weights.place + weights.time).toBeCloseTo(1)
  })

  it('survives another way of writing the place and another order of the words', () => {
    const retold = {
      ...talk,
      place: 'balai warga RW 7 Sunyaragi',
      narrative: 'Regu jaga disusun bersama Ketua RT, lampu teras dinyalakan, dan ronda malam digiatkan lagi.',
    }

    expect(likeness(talk, retold)).toBeGreaterThan(0.9)
  })

  it.each([
    ['another RW', { rw: 3 }],
    ['another RT', { rt: 2, rw: 7 }, { rt: 5 }],
    ['another village', { villageCode: '32.74.05.1001' }],
    ['another day', { occurredAt: new Date('2026-11-25T09:00:00+07:00') }],
  ] as [string, Partial<ComparedReport>, Partial<ComparedReport>?][])('is less in %s', (_, own, base = {}) => {
    expect(likeness({ ...talk, ...base }, { ...talk, ...base, ...own })).toBeLessThan(0.95)
  })

  it('is not raised by titles that two people share', () => {
    const [one, other] = ['Drs. H. Ahmad, S.Pd., M.Si.', 'Drs. H. Joko, S.Pd., M.Si.']

    expect(likeness({ ...talk, place: one }, { ...talk, place: other })).toBeLessThan(0.71)
    expect(likeness({ ...talk, place: one }, { ...talk, place: 'Ahmad' })).toBeCloseTo(1)
    expect(likeness({ ...talk, place: 'Rumah Bapak H. Ahmad' }, { ...talk, place: 'rumah ahmad' })).toBeCloseTo(1)
    expect(likeness({ ...talk, place: 'Bapak' }, { ...talk, place: 'Bapak Joko' })).toBeLessThan(0.71)
  })

  it('is that of one entry of the register, however its name is written', () => {
    const id = '7d1f9a52-3f0b-4c8e-9a64-2b5c8de0f713'
    const [one, other] = [
      { ...talk, entryId: id, place: 'Siti' },
      { ...talk, entryId: id, place: 'Rohmah' },
    ]

    expect(likeness(one, other)).toBeCloseTo(1)
  })
})

describe('trigrams', () => {
  const alike = (a: string, b: string) => similarity(trigramsOf(a), trigramsOf(b))
  const within = (a: string, b: string) => containment(trigramsOf(a), trigramsOf(b))

  it('know neither order nor signs nor capitals', () => {
    expect(alike('Ronda malam, RW 07', 'rw-07 ronda MALAM')).toBe(1)
    expect(alike('', '')).toBe(0)
    expect(alike('ronda', 'lampu')).toBe(0)
  })

  it('find the shorter text in the longer one', () => {
    expect(within('Balai RW', 'Balai RW Sunyaragi')).toBe(1)
    expect(within('', 'Balai')).toBe(0)
  })
})

describe('reports that may tell of the same', () => {
  const told = {
    entryId: null,
    villageCode: '32.74.05.1002',
    place: 'Balai RW 07',
    rt: null,
    rw: 7,
    occurredAt: at('09:00'),
    narrative: 'Ronda malam digiatkan lagi dan setiap rumah menyalakan lampu teras sampai pagi.',
  }
  const near = ['a', 'b', 'c', 'd'].map((id) => ({
    ...told,
    id,
    number: id,
    day: '2026-11-24',
    typeKey: 'penyuluhan',
    authorId: 'o',
    author: 'O',
    matterId: null,
  }))
  const subject = { ...told, id: 'new', typeKey: 'penyuluhan', authorId: 'me', day: '2026-11-24' } as Subject

  it('are the same ones when they are as like, in whatever order they were found', () => {
    const asked = (found: typeof near) => candidatesAmong(subject, found).map(({ id }) => id)

    expect(asked(near)).toEqual(['a', 'b', 'c'])
    expect(asked(near.toReversed())).toEqual(['a', 'b', 'c'])
  })
})
