import { readFileSync, statSync } from 'node:fs'

let rereads = false

/** For development: from now on a file that has changed since is read again. */
export const rereadChangedFiles = (): void => {
  rereads = true
}

/** What `make` makes of the file's text, made once: files that are served from are part of the release. */
export function cachedFile<T>(make: (text: string, file: string) => T): (file: string) => T {
  const cache = new Map<string, { value: T; changedAt: number }>()
  return (file) => {
    const found = cache.get(file)
    const changedAt = rereads ? statSync(file).mtimeMs : 0
    if (found?.changedAt === changedAt) return found.value
    const value = make(readFileSync(file, 'utf8'), file)
    cache.set(file, { value, changedAt })
    return value
  }
}
