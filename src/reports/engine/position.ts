// Runs on the server and in the browser: imports nothing, touches nothing.

/** A position as a phone measures it: degrees, and metres of accuracy. */
export interface Fix {
  latitude: number
  longitude: number
  accuracy: number
}

/** Metres. A fix that is less exact than this does not even tell the village. */
const mostMetres = 1000

/**
 * Why a fix is no evidence of where somebody was, or undefined. `unreal`: no number, or no accuracy, as simulated
 * positions have it. `outside`: outside the box around Indonesia. `vague`: an accuracy of kilometres.
 */
export type FixFault = 'unreal' | 'outside' | 'vague'

export function fixFault({ latitude, longitude, accuracy }: Fix): FixFault | undefined {
  if (!(Number.isFinite(latitude) && Number.isFinite(longitude) && accuracy > 0)) return 'unreal'
  if (!(latitude > -12 && latitude < 7 && longitude > 94 && longitude < 142)) return 'outside'
  return accuracy <= mostMetres ? undefined : 'vague'
}

/** As a form sends it and a report keeps it: `lat,lng,metres`. */
export const fixText = ({ latitude, longitude, accuracy }: Fix): string =>
  `${latitude.toFixed(6)},${longitude.toFixed(6)},${Math.max(1, Math.round(accuracy))}`

/** The reverse; undefined where the text is none. */
export function readFix(text: string): Fix | undefined {
  const match = /^(-?\d{1,3}\.\d{1,8}),(-?\d{1,3}\.\d{1,8}),(\d{1,9}(?:\.\d{1,9})?)$/.exec(text)
  return match ? { latitude: Number(match[1]), longitude: Number(match[2]), accuracy: Number(match[3]) } : undefined
}
