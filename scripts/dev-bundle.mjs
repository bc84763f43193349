import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { context } from 'esbuild'
import { root } from './fingerprint.mjs'

const folder = `${root}dist/dev`
export const serverFile = `${folder}/server.js`

/** Keeps `import.meta.url` the address of the source, because modules find files beside them by it. */
const sourceAddresses = {
  name: 'source-addresses',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' }
    })
  },
}

const bundle = await context({
  stdin: {
    contents: `import { followParent } from './scripts/follow-parent.mjs'
      followParent()
      await import('./src/processes/server.ts')`,
    resolveDir: root,
  },
  absWorkingDir: root,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  outfile: serverFile,
  write: false,
  plugins: [sourceAddresses],
  logLevel: 'warning',
})
let lastHash = ''

/** Bundles the server into one file, which starts in half the time of its 700 modules. Returns whether it has changed. */
export async function bundleServer() {
  const { outputFiles } = await bundle.rebuild()
  const hash = outputFiles.map((file) => file.hash).join()
  if (hash === lastHash) return false
  await mkdir(folder, { recursive: true })
  for (const { path, contents } of outputFiles) writeFileSync(path, contents)
  lastHash = hash
  return true
}
