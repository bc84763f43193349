/** A stretch of text, and whether the other side lacks it. */
export interface Part {
  text: string
  changed: boolean
}

/** Two texts word by word: what only the one has, and what only the other. */
export function wordDiff(before: string, after: string): { before: Part[]; after: Part[] } {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const common = commonWords(a, b)
  return { before: partsOf(a, common.inBefore), after: partsOf(b, common.inAfter) }
}

/** A word carries the space before it, so that the words joined are the text. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? []

/** Which words of each side belong to the longest run of words, in order, that both have. */
function commonWords(a: string[], b: string[]): { inBefore: Set<number>; inAfter: Set<number> } {
  const same = (i: number, j: number) => a[i]!.trim() === b[j]!.trim()
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = same(i, j)
        ? longest[(i + 1) * width + j + 1]! + 1
        : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
    }
  }
  const found = { inBefore: new Set<number>(), inAfter: new Set<number>() }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(i, j)) {
      found.inBefore.add(i)
      found.inAfter.add(j)
      i += 1
      j += 1
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i += 1
    else j += 1
  }
  return found
}

function partsOf(words: string[], common: Set<number>): Part[] {
  const parts: Part[] = []
  for (const [index, text] of words.entries()) {
    const changed = !common.has(index)
    const last = parts.at(-1)
    if (last?.changed === changed) last.text += text
    else parts.push({ text, changed })
  }
  return parts
}
