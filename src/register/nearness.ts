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

/** How far a name is from what is sought: as a whole, or word by word in whatever order. Both are keys of names. */
export function distanceTo(sought: string, name: string): number {
  const words = name.split(' ')
  const byWord = sought
    .split(' ')
    .map((part) => Math.min(...words.map((word) => wordDistance(part, word))))
    .reduce((sum, one) => sum + one, scattered)
  return Math.min(slipsBetween(sought, name), byWord)
}

/** Further away than this a name is another one; two slips are always forgiven. */
export const farthest = (sought: string): number => Math.max(2, Math.floor(sought.length * 0.4))

/**
 * Those near enough to what is sought, the nearest first. Of names that are as near, one of each comes before the second
 * of any: twenty namesakes must not hide the name that was meant.
 */
export function nearest<N extends { nameKey: string }>(sought: string, names: readonly N[]): N[] {
  const times = new Map<string, number>()
  return names
    .map((one) => {
      const earlier = times.get(one.nameKey) ?? 0
      times.set(one.nameKey, earlier + 1)
      return { one, earlier, distance: distanceTo(sought, one.nameKey) }
    })
    .filter(({ distance }) => distance <= farthest(sought))
    .sort((a, b) => a.distance - b.distance || a.earlier - b.earlier)
    .map(({ one }) => one)
}
