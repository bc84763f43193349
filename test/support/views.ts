/** The names at the top level of an object literal as it stands in a source, from its opening brace on. */
export function keysOfLiteral(source: string): { keys: string[]; isOpen: boolean; length: number } {
  const parts = topLevelParts(source)
  const keys = parts.items
    .filter((item) => !item.startsWith('...'))
    .map((item) => /^['"]?([\w-]+)/.exec(item)?.[1] ?? '')
  return {
    keys: keys.filter(Boolean),
    isOpen: parts.items.some((item) => item.startsWith('...')),
    length: parts.length,
  }
}

/** Cuts at the commas that belong to this literal, and to none inside it. */
function topLevelParts(source: string): { items: string[]; length: number } {
  const items: string[] = []
  let depth = 0
  let quote = ''
  let from = 1
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at]!
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (`'"\``.includes(sign)) quote = sign
    else if ('{[('.includes(sign)) depth += 1
    else if ('}])'.includes(sign)) {
      depth -= 1
      if (depth === 0) return { items: [...items, source.slice(from, at).trim()], length: at + 1 }
    } else if (sign === ',' && depth === 1) {
      items.push(source.slice(from, at).trim())
      from = at + 1
    }
  }
  return { items, length: source.length }
}
