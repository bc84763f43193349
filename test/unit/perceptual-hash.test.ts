import {
  hashDistance,
  hashedSide,
  perceptualHash,
  sameImageDistance,
} from '../../src/reports/signals/perceptual-hash.ts'

/** A picture as 32 × 32 grey pixels. */
const picture = (grey: (x: number, y: number) => number) =>
  Uint8Array.from({ length: hashedSide * hashedSide }, (_, at) => grey(at % hashedSide, Math.floor(at / hashedSide)))

const house = (x: number, y: number) => (y < 12 ? 200 : x > 8 && x < 24 ? 90 : 40) + ((x * 7 + y * 3) % 11)
const road = (x: number, y: number) => (Math.abs(x - 16) < y / 2 ? 160 : 60) + ((x * 5 + y * 13) % 9)

describe('the look of a photo', () => {
  it('hardly changes with the light', () => {
    const [day, dusk] = [perceptualHash(picture(house)), perceptualHash(picture((x, y) => house(x, y) * 0.7 + 10))]

    expect(hashDistance(day!, dusk!)).toBeLessThanOrEqual(sameImageDistance)
  })

  it('tells one picture from another', () => {
    expect(hashDistance(perceptualHash(picture(house))!, perceptualHash(picture(road))!)).toBeGreaterThan(
      sameImageDistance * 2,
    )
  })

  it('is none where a picture is a wall', () => {
    expect(perceptualHash(picture(() => 120))).toBeNull()
    expect(perceptualHash(picture((x, y) => 118 + ((x * y) % 5)))).toBeNull()
  })

  it('fits the signed 64 bits of a column', () => {
    for (const shape of [house, road]) {
      const look = perceptualHash(picture(shape))!
      expect(BigInt.asIntN(64, look)).toBe(look)
    }
  })

  it('is asked of 32 × 32 pixels and nothing else', () => {
    expect(() => perceptualHash(new Uint8Array(100))).toThrow('32 × 32')
  })
})

describe('the distance of two looks', () => {
  it.each([
    [0n, 0n, 0],
    [-1n, 0n, 64],
    [5n, 6n, 2],
    [-9223372036854775808n, 0n, 1],
  ])('of %s and %s is %s', (a, b, apart) => {
    expect(hashDistance(a, b)).toBe(apart)
  })
})
