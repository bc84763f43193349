import fc from 'fast-check'
import { type ComparedReport, likeness } from '../../src/reports/signals/likeness.ts'
import { leastPlaces, metresBetween, metresTooFar, usualPlace } from '../../src/reports/signals/places.ts'

/** To the sixth place behind the point, as they are kept. */
const degrees = (min: number, max: number) => fc.integer({ min: min * 1e6, max: max * 1e6 }).map((one) => one / 1e6)

const place = fc.record({ latitude: degrees(-11, 6), longitude: degrees(95, 141) })
const history = fc.array(place, { minLength: leastPlaces, maxLength: 60 })

describe('the usual place', () => {
  it('does not depend on the order of the reports', () => {
    fc.assert(
      fc.property(history, (places) => {
        expect(usualPlace([...places].reverse())).toEqual(usualPlace(places))
      }),
    )
  })

  it('finds nothing odd at its own centre, and what is odd once is odd with a better phone', () => {
    fc.assert(
      fc.property(history, place, fc.nat(5000), (places, one, accuracy) => {
        const usual = usualPlace(places)!

        expect(metresTooFar(usual, usual.centre, 0)).toBeUndefined()
        if (metresTooFar(usual, one, accuracy) !== undefined) expect(metresTooFar(usual, one, 0)).toBeDefined()
      }),
    )
  })

  it('is not moved out of the village by fewer than half of its reports', () => {
    const near = fc.array(fc.record({ latitude: degrees(-6.735, -6.73), longitude: degrees(108.55, 108.555) }), {
      minLength: 21,
      maxLength: 40,
    })
    fc.assert(
      fc.property(near, fc.array(place, { maxLength: 20 }), (village, away) => {
        const { latitude, longitude } = usualPlace([...village, ...away])!.centre

        expect(latitude).toBeGreaterThanOrEqual(-6.735)
        expect(latitude).toBeLessThanOrEqual(-6.73)
        expect(longitude).toBeGreaterThanOrEqual(108.55)
        expect(longitude).toBeLessThanOrEqual(108.555)
      }),
    )
  })
})

describe('a distance', () => {
  it('is none to itself and the same both ways', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(metresBetween(a, a)).toBe(0)
        expect(metresBetween(a, b)).toBeCloseTo(metresBetween(b, a), 5)
      }),
    )
  })
})

const told: fc.Arbitrary<ComparedReport> = fc.record({
  entryId: fc.option(fc.constantFrom('a', 'b')),
  villageCode: fc.constantFrom('32.74.05.1001', '32.74.05.1002'),
  place: fc.string({ maxLength: 30 }),
  rt: fc.option(fc.integer({ min: 1, max: 9 })),
  rw: fc.option(fc.integer({ min: 1, max: 9 })),
  occurredAt: fc.date({ min: new Date('2026-11-01'), max: new Date('2026-11-30'), noInvalidDate: true }),
  narrative: fc.string({ unit: 'grapheme', maxLength: 80 }),
})

describe('a likeness', () => {
  it('lies between 0 and 1 and is the same both ways', () => {
    fc.assert(
      fc.property(told, told, (a, b) => {
        const score = likeness(a, b)

        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1.000001)
        expect(likeness(b, a)).toBeCloseTo(score, 10)
      }),
    )
  })
})
