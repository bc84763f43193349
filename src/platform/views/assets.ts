import { fileURLToPath } from 'node:url'
import { cachedFile } from './cached-file.ts'

const manifestFile = fileURLToPath(new URL('../../../public/assets/manifest.json', import.meta.url))
const manifest = cachedFile((text) => JSON.parse(text) as Record<string, string>)

/** The hashed address of a built file (`app.css` → `/assets/app.3f2a91c0.css`); throws when the build has not made it. */
export function asset(name: string): string {
  const file = manifest(manifestFile)[name]
  if (!file) throw new Error(`No built ${name}: run "npm run build"`)
  return `/assets/${file}`
}
