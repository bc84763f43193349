import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Secrets {
  session: string
  data: string
}

/** The secrets beside an embedded database: made once, kept with the data that only they can read. */
export async function storedSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, 'secrets.json')
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return JSON.parse(kept) as Secrets
  const fresh = () => randomBytes(32).toString('base64url')
  const secrets = { session: fresh(), data: fresh() }
  await mkdir(folder, { recursive: true })
  // Written beside it first: a process that is killed here leaves no half of a file.
  await writeFile(`${file}.new`, JSON.stringify(secrets), { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
  return secrets
}
