// Runs on the server and in the browser: imports nothing, touches nothing.

/**
 * How many slips of the finger lie between two words: a letter too many, too few or wrong, or two neighbours in the
 * wrong order (optimal string alignment).
 */
export function slipsBetween(one: string, other: string): number {
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      const ways = [above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + (isSame ? 0 : 1)]
      line.push(Math.min(...ways, isSwapped && row > 1 && column > 1 ? before[column - 2]! + 1 : Infinity))
    }
    ;[before, above] = [above, line]
  }
  return above[other.length]!
}

/** A word that is the beginning of another is a little further away than the whole one. */
const unfinished = 0.25
/** Words of a name in another order, or some of them only. */
const scattered = 0.5

const wordDistance = (sought: string, word: string): number =>
  word !== sought && word.startsWith(sought) ? unfinished : slipsBetween(sought, word)

/** Written together what is written apart. */
const squeezed = (key: string): string => key.replaceAll(' ', '')

/** How far a name is from what is sought: as a whole, without its blanks, or word by word in whatever order. Both are keys of names. */
export function distanceTo(sought: string, name: string): number {
  if (sought === name) return 0
  const words = name.split(' ')
  const byWord = sought
    .split(' ')
    .map((part) => Math.min(...words.map((word) => wordDistance(part, word))))
    .reduce((sum, one) => sum + one, scattered)
  const together = squeezed(name).startsWith(squeezed(sought)) ? scattered + unfinished : Infinity
  return Math.min(slipsBetween(sought, name), byWord, squeezed(sought) === squeezed(name) ? unfinished : together)
}

/** Further away than this a name is another one; two slips are forgiven wherever more than two letters are sought. */
export const farthest = (sought: string): number =>
  sought.length < 3 ? 1 : Math.max(2, Math.floor(sought.length * 0.4))
