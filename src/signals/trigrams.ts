/** The three-letter pieces of a text's words, as PostgreSQL's pg_trgm takes them: two blanks before a word, one after. */
export function trigramsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words.flatMap((word) => {
      const padded = [...`  ${word} `]
      return padded.slice(2).map((_, at) => padded.slice(at, at + 3).join(''))
    }),
  )
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((piece) => b.has(piece)).length

/** How much of all their pieces two texts share: 0 for nothing, 1 for all, whatever the order of the words. */
export function similarity(a: string, b: string): number {
  const [left, right] = [trigramsOf(a), trigramsOf(b)]
  const both = shared(left, right)
  const all = left.size + right.size - both
  return all === 0 ? 0 : both / all
}

/** How much of the shorter text is in the longer one: `Balai RW` is all in `Balai RW Sunyaragi`. */
export function containment(a: string, b: string): number {
  const [left, right] = [trigramsOf(a), trigramsOf(b)]
  const least = Math.min(left.size, right.size)
  return least === 0 ? 0 : shared(left, right) / least
}
