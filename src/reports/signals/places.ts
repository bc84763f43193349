/** A point on the earth, in degrees. */
export interface Place {
  latitude: number
  longitude: number
}

/** Where the reports of a village usually come from: a centre and how far from it is still usual, in metres. */
export interface UsualPlace {
  centre: Place
  within: number
}

/** With fewer positions nobody can say what is usual. */
export const leastPlaces = 20
/** How many of the latest positions of a village are asked for. */
export const mostPlaces = 200

const leastRadius = 500
const earthRadius = 6_371_000
/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const normal = 1.4826

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The great circle between two places. */
export function metresBetween(a: Place, b: Place): number {
  const [latitudes, longitudes] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const chord =
    Math.sin(latitudes / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitudes / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * What is usual for a village, by its own history: medians all through, so that the odd report that was sent from far
 * away moves neither the centre nor the radius.
 */
export function usualPlace(history: readonly Place[]): UsualPlace | undefined {
  if (history.length < leastPlaces) return undefined
  const centre = {
    latitude: median(history.map(({ latitude }) => latitude)),
    longitude: median(history.map(({ longitude }) => longitude)),
  }
  const distances = history.map((place) => metresBetween(centre, place))
  const typical = median(distances)
  const spread = normal * median(distances.map((distance) => Math.abs(distance - typical)))
  return { centre, within: Math.max(leastRadius, typical + 5 * spread) }
}

/** How far the place lies from the usual centre, when that is farther than usual; the phone's doubt counts for the officer. */
export function metresTooFar(usual: UsualPlace, place: Place, accuracy: number): number | undefined {
  const distance = metresBetween(usual.centre, place)
  return distance > usual.within + accuracy ? Math.round(distance) : undefined
}
