import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { type Say, sayWhile } from './progress.ts'

export interface Owner {
  uid?: number
  gid?: number
}

interface NewCluster {
  binaries: Binaries
  home: string
  cluster: string
  passwordFile: string
  owner: Owner
  say: Say
  stopping?: AbortSignal | undefined
}

const flags = ['--username=bos', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums']

/**
 * Makes the cluster in a folder beside its place and moves it there when it is whole: initdb writes the file that tells of
 * a cluster first, so that one that was killed in the middle would be taken for a cluster at the next start.
 */
export async function createCluster(making: NewCluster): Promise<void> {
  const { home, cluster, passwordFile, owner, say } = making
  await mkdir(home, { recursive: true, mode: 0o755 })
  await removeUnfinished(home, cluster)
  const unfinished = await mkdtemp(`${cluster}.new-`)
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  if (owner.uid !== undefined) {
    await chmod(home, 0o755)
    await chown(unfinished, owner.uid, owner.gid!)
    await chown(passwordFile, owner.uid, owner.gid!)
  }
  const words = [`--pgdata=${unfinished}`, `--pwfile=${passwordFile}`, ...flags]
  try {
    await sayWhile(say, 'Membuat database baru', initdb(making, words, unfinished))
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
  await rename(unfinished, cluster)
}

/** Ends only when the program has ended, also when it is told to stop. */
async function initdb({ binaries, owner, stopping }: NewCluster, words: string[], cwd: string): Promise<void> {
  stopping?.throwIfAborted()
  let told = ''
  const child = execFile(binaries.initdb, words, { ...owner, cwd }, (_error, _out, err) => {
    told = err
  })
  const stop = () => void child.kill()
  stopping?.addEventListener('abort', stop)
  const [code] = (await once(child, 'close')) as [number | null]
  stopping?.removeEventListener('abort', stop)
  stopping?.throwIfAborted()
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${told}`)
}

/** What killed starts have left behind. Where an initdb that outlived its start still writes, the next start removes it. */
async function removeUnfinished(home: string, cluster: string): Promise<void> {
  const left = (await readdir(home)).filter((name) => name.startsWith(`${basename(cluster)}.new-`))
  for (const name of left) await rm(join(home, name), { recursive: true, force: true }).catch(() => undefined)
}
