/** How many pixels a side a photo is shrunk to before it is looked at. */
export const hashedSide = 32
/** At most so many of the 64 bits differ between two pictures of the same. */
export const sameImageDistance = 6

const kept = 8
/** Below this spread of grey a picture is a wall, a night or a test card: it would resemble every other one. */
const leastSpread = 8

/** The first eight waves of the discrete cosine transform over 32 samples. */
const waves = Array.from({ length: kept }, (_, wave) =>
  Array.from({ length: hashedSide }, (__, at) => Math.cos(((2 * at + 1) * wave * Math.PI) / (2 * hashedSide))),
)

const dot = (wave: readonly number[], samples: (at: number) => number) =>
  wave.reduce((sum, weight, at) => sum + weight * samples(at), 0)

/** The 8 × 8 lowest frequencies of the picture, rows first. */
function lowFrequencies(grey: Uint8Array): number[] {
  const rows = Array.from({ length: hashedSide }, (_, y) =>
    waves.map((wave) => dot(wave, (x) => grey[y * hashedSide + x]!)),
  )
  return waves.flatMap((wave) => waves.map((_, column) => dot(wave, (y) => rows[y]![column]!)))
}

function spread(grey: Uint8Array): number {
  const mean = grey.reduce((sum, one) => sum + one, 0) / grey.length
  return Math.sqrt(grey.reduce((sum, one) => sum + (one - mean) ** 2, 0) / grey.length)
}

/**
 * What a photo looks like, in 64 bits: which of its low frequencies are stronger than their median. Light, size and
 * compression hardly move it. `grey` is the photo as 32 × 32 grey pixels; null where it is too plain to be told apart.
 */
export function perceptualHash(grey: Uint8Array): bigint | null {
  if (grey.length !== hashedSide * hashedSide) throw new Error(`A look needs ${hashedSide} × ${hashedSide} pixels`)
  if (spread(grey) < leastSpread) return null
  const frequencies = lowFrequencies(grey)
  // The first one is the mean brightness, and no shape.
  const middle = [...frequencies.slice(1)].sort((a, b) => a - b)[31]!
  const bits = frequencies.reduce((look, one) => (look << 1n) | (one > middle ? 1n : 0n), 0n)
  return BigInt.asIntN(64, bits)
}

/** In how many of the 64 bits two looks differ. */
export function hashDistance(a: bigint, b: bigint): number {
  let difference = BigInt.asUintN(64, a ^ b)
  let count = 0
  for (; difference > 0n; difference &= difference - 1n) count += 1
  return count
}
