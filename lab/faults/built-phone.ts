import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { root } from '../../src/platform/config/config.ts'
import type { Change } from './changes.ts'

/** The phone's script as it is delivered, but for these changes of its sources. */
export async function builtWith(changes: Change[]): Promise<string> {
  const applied = new Set<Change>()
  const { outputFiles } = await build({
    entryPoints: [`${root}src/browser/phone/main.ts`],
    format: 'esm',
    target: 'chrome90',
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    logLevel: 'error',
    plugins: [
      {
        name: 'mutant',
        setup: (builder) =>
          builder.onLoad({ filter: /src\/browser\/phone\/\w+[\w-]*\.ts$/ }, ({ path }) => {
            let contents = readFileSync(path, 'utf8')
            for (const change of changes.filter(({ file }) => path.endsWith(`/${file}`))) {
              if (contents.split(change.find).length !== 2)
                throw new Error(`${change.file} does not hold exactly once: ${change.find}`)
              contents = contents.replace(change.find, () => change.put)
              applied.add(change)
            }
            return { contents, loader: 'ts' }
          }),
      },
    ],
  })
  if (applied.size !== changes.length) throw new Error('a mutant changes nothing')
  return outputFiles[0]!.text
}
