// Runs in the loader's thread. A change that no longer fits ends the start: a mutant must not be healthy by accident.
let changes = []

export function initialize(data) {
  changes = data
}

export async function load(url, context, next) {
  const loaded = await next(url, context)
  const own = changes.filter(({ file }) => url.endsWith(`/dist/${file}`))
  if (own.length === 0) return loaded
  let source = String(loaded.source)
  for (const { file, find, put } of own) {
    if (source.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`)
    source = source.replace(find, () => put)
  }
  return { ...loaded, source }
}
