import type { BackupSettings } from './backups/index.ts'
import { type Config, root } from './config.ts'
import { type Connection, connect, type Db, withoutLimits } from './platform/db/connect.ts'
import { checkDurability } from './platform/db/durability.ts'
import { startEmbedded } from './platform/db/embedded.ts'
import { migrate } from './platform/db/migrate.ts'
import { sealer } from './platform/seal.ts'
import { keptSecrets, type Secrets } from './platform/secrets.ts'

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

/** The database of the configuration: migrated, durable, connected; an embedded one where none is named. */
export async function openStore(
  config: Config,
  say: (line: string) => void,
  onFault: (error: Error) => void,
): Promise<Store> {
  const embedded = config.databaseUrl === '' ? await startEmbedded(config.dataFolder, say) : undefined
  const url = embedded?.url ?? config.databaseUrl
  const secrets = embedded ? await keptSecrets(config.dataFolder) : config.secrets
  await migrate(url, undefined, say)
  await withoutLimits(url, checkDurability)
  const connection = connect(url, config.poolSize, onFault)
  return {
    connection,
    url,
    secrets,
    isEmbedded: embedded !== undefined,
    folder: embedded?.folder ?? root,
    prepare: (use) => withoutLimits(url, use),
    close: async () => {
      await connection.close()
      await embedded?.stop()
    },
  }
}

/** Where this installation's backups go; none without a folder for them. */
export function backupsIn(
  { backupFolder: folder, backupDays: keepDays, scratchUrl }: Config,
  { url, secrets: { data: secret } }: Store,
): BackupSettings | undefined {
  return folder === '' ? undefined : { url, folder, keepDays, scratchUrl, secret, sealer: sealer(secret) }
}
