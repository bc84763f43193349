/** The three-letter pieces of a text's words, as PostgreSQL's pg_trgm takes them: two blanks before a word, one after. */
export function trigramsOf(text: string): Set<string> {
  const pieces = new Set<string>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at += 1) pieces.add(padded.slice(at, at + 3))
  }
  return pieces
}

type Pieces = ReadonlySet<string>

function shared(a: Pieces, b: Pieces): number {
  let count = 0
  for (const piece of a) if (b.has(piece)) count += 1
  return count
}

/** How much of all their pieces two texts share: 0 for nothing, 1 for all, whatever the order of the words. */
export function similarity(a: Pieces, b: Pieces): number {
  const both = shared(a, b)
  const all = a.size + b.size - both
  return all === 0 ? 0 : both / all
}

/** How much of the shorter text is in the longer one: `Balai RW` is all in `Balai RW Sunyaragi`. */
export function containment(a: Pieces, b: Pieces): number {
  const least = Math.min(a.size, b.size)
  return least === 0 ? 0 : shared(a, b) / least
}
