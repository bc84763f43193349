const longest = 40

const slug = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, longest - 3)

/** The name by which a new word is stored, made from its label once; one that is taken gets a number behind it. */
export function keyFor(label: string, taken: readonly string[]): string {
  const first = slug(label) || 'istilah'
  const isFree = (key: string) => !taken.some((one) => one.toLowerCase() === key)
  if (isFree(first)) return first
  let number = 2
  while (!isFree(`${first}-${number}`)) number += 1
  return `${first}-${number}`
}
