/** What was typed into a search, without control characters and no longer than a name. */
export const searched = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replace(/[\u0000-\u001f]/g, ' ')
        .trim()
        .slice(0, 100)
    : ''
