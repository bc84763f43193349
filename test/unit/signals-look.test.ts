import { lookOf, lookSide, looksApart, sameLook } from '../../src/reports/signals/look.ts'

/** A picture as 32 × 32 grey pixels. */
const picture = (grey: (x: number, y: number) => number) =>
  Uint8Array.from({ length: lookSide * lookSide }, (_, at) => grey(at % lookSide, Math.floor(at / lookSide)))

const house = (x: number, y: number) => (y < 12 ? 200 : x > 8 && x < 24 ? 90 : 40) + ((x * 7 + y * 3) % 11)
const road = (x: number, y: number) => (Math.abs(x - 16) < y / 2 ? 160 : 60) + ((x * 5 + y * 13) % 9)

describe('the look of a photo', () => {
  it('hardly changes with the light', () => {
    const [day, dusk] = [lookOf(picture(house)), lookOf(picture((x, y) => house(x, y) * 0.7 + 10))]

    expect(looksApart(day!, dusk!)).toBeLessThanOrEqual(sameLook)
  })

  it('tells one picture from another', () => {
    expect(looksApart(lookOf(picture(house))!, lookOf(picture(road))!)).toBeGreaterThan(sameLook * 2)
  })

  it('is none where a picture is a wall', () => {
    expect(lookOf(picture(() => 120))).toBeNull()
    expect(lookOf(picture((x, y) => 118 + ((x * y) % 5)))).toBeNull()
  })

  it('fits the signed 64 bits of a column', () => {
    for (const shape of [house, road]) {
      const look = lookOf(picture(shape))!
      expect(BigInt.asIntN(64, look)).toBe(look)
    }
  })

  it('is asked of 32 × 32 pixels and nothing else', () => {
    expect(() => lookOf(new Uint8Array(100))).toThrow('32 × 32')
  })
})

describe('the distance of two looks', () => {
  it.each([
    [0n, 0n, 0],
    [-1n, 0n, 64],
    [5n, 6n, 2],
    [-9223372036854775808n, 0n, 1],
  ])('of %s and %s is %s', (a, b, apart) => {
    expect(looksApart(a, b)).toBe(apart)
  })
})
