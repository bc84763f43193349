import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const manifestFile = fileURLToPath(new URL('../../../public/assets/manifest.json', import.meta.url))
let manifest: Record<string, string> | undefined

/** The hashed address of a built file (`app.css` → `/assets/app.3f2a91c0.css`); throws when the build has not made it. */
export function asset(name: string): string {
  manifest ??= existsSync(manifestFile)
    ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, string>)
    : {}
  const file = manifest[name]
  if (!file) throw new Error(`No built ${name}: run "npm run build"`)
  return `/assets/${file}`
}
