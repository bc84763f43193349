import type { BackupSettings } from '../administration/backups/index.ts'
import { cipherOf } from '../platform/cipher.ts'
import { type Config, root } from '../platform/config/config.ts'
import { type Connection, connect, type Db, withoutLimits } from '../platform/db/connect.ts'
import { checkDurability } from '../platform/db/durability.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import { migrate } from '../platform/db/migrate.ts'
import { type Secrets, storedSecrets } from '../platform/secrets.ts'

export { type Stopping, stoppingBySignal } from './stopping.ts'

export interface Store {
  connection: Connection
  url: string
  secrets: Secrets
  /** Whether the database is our own, so that it may be filled with the demonstration. */
  isEmbedded: boolean
  /** On the disk that must not fill up: where the embedded database lies; else our own. */
  folder: string
  /** For what is done before anybody is served: see `withoutLimits`. */
  prepare: <T>(use: (db: Db) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

interface Opening {
  /** Aborted where the process is told to end before the database is open. */
  stopping?: AbortSignal
  /** Whether the application itself opens it: an embedded server ends with it. A command leaves a server running that it found. */
  isApplication?: boolean
}

/** The database of the configuration: migrated, durable, connected; an embedded one where none is named. */
export async function openStore(
  config: Config,
  say: (line: string) => void,
  onFault: (error: Error) => void,
  { stopping, isApplication = false }: Opening = {},
): Promise<Store> {
  const { databaseUrl, dataFolder } = config
  const embedded = databaseUrl === '' ? await startEmbedded(dataFolder, say, [], stopping) : undefined
  const url = embedded?.url ?? databaseUrl
  const stop = onlyOnce(async () => embedded?.stop())
  // What is under way fails with the database, and is begun again at the next start.
  const isOurs = isApplication || !embedded?.wasRunning
  stopping?.addEventListener('abort', () => {
    if (isOurs) void stop().catch(() => undefined)
  })
  const orStop = <T>(work: Promise<T>): Promise<T> =>
    work.catch(async (error: unknown) => {
      if (isOurs) await stop()
      throw stopping?.aborted ? stopping.reason : error
    })
  const secrets = embedded ? await orStop(storedSecrets(dataFolder)) : config.secrets
  await orStop(migrate(url, undefined, say).then(() => withoutLimits(url, checkDurability)))
  const connection = connect(url, config.poolSize, onFault)
  return {
    connection,
    url,
    secrets,
    isEmbedded: embedded !== undefined,
    folder: embedded?.folder ?? root,
    prepare: (use) => orStop(withoutLimits(url, use)),
    close: async () => {
      await connection.close()
      // The application may have been started since.
      if (isApplication || (isOurs && !(await embedded?.isInUse()))) await stop()
    },
  }
}

function onlyOnce<T>(work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined
  return () => (begun ??= work())
}

/** Where this installation's backups go; none without a folder for them. */
export function backupsIn(
  { backupFolder: folder, backupDays: keepDays, scratchUrl }: Config,
  { url, secrets: { data: secret } }: Store,
): BackupSettings | undefined {
  return folder === '' ? undefined : { url, folder, keepDays, scratchUrl, secret, cipher: cipherOf(secret) }
}
