import { fileURLToPath } from 'node:url'
import { databaseUrlCheck, secretFault } from './config-validation.ts'

/** The project's folder: src/ and dist/ both lie directly below it. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

const uploadsBeside = (databaseUrl: string, dataFolder?: string): string =>
  databaseUrl === '' ? `${dataFolder || `${root}data`}/uploads` : '/var/tmp'

/** The only reader of the environment. It reports every fault at once, and nothing starts on a guess. */
export function readConfig(env: NodeJS.ProcessEnv) {
  const faults: string[] = []
  const warnings: string[] = []
  const text = (name: string, fallback?: string) => {
    const value = env[name] || fallback
    if (value === undefined) faults.push(`${name} is missing`)
    return value ?? ''
  }
  const whole = (name: string, fallback: number, least = 0) => {
    const value = Number(env[name] || fallback)
    if (!Number.isInteger(value) || value < least) faults.push(`${name} is not a whole number of at least ${least}`)
    return value
  }
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = (env[name] || fallback) as T
    if (!allowed.includes(value)) faults.push(`${name} is not one of ${allowed.join(', ')}`)
    return value
  }
  const secret = (name: string) => {
    const value = env[name] ?? ''
    const fault = databaseUrl === '' ? '' : secretFault(value)
    if (fault !== '') faults.push(`${name} ${fault}`)
    return value
  }
  const address = (name: string, fallback: string) => {
    const value = env[name] || fallback
    if (!/^https?:\/\/[^/]+$/.test(value)) faults.push(`${name} is not an address like https://bos.example`)
    return value
  }

  const database = (name: string, value: string) => {
    const { fault, warning } = databaseUrlCheck(name, value)
    if (fault) faults.push(fault)
    if (warning) warnings.push(warning)
    return value
  }

  const scratch = (name: string) => {
    const value = env[name] ?? ''
    // A drill empties it: only one that is named for that.
    if (value !== '' && !/_scratch(?:\?|$)/.test(value)) faults.push(`${name} names no database that ends in _scratch`)
    return database(name, value)
  }

  /** The port of the application. */
  const port = whole('PORT', 3000)
  /** The database; empty: an embedded PostgreSQL below `DATA_FOLDER`. */
  const databaseUrl = database('DATABASE_URL', env.DATABASE_URL ?? '')
  const config = {
    port,
    /** The address to listen on; with an embedded database only this machine by default. */
    host: text('HOST', databaseUrl === '' ? '127.0.0.1' : '0.0.0.0'),
    databaseUrl,
    /** The embedded database, its secrets and backups. */
    dataFolder: text('DATA_FOLDER', `${root}data`),
    /** Where photos wait that are too large for memory until they are made smaller: on a disk, not in a tmpfs. */
    uploadFolder: text('UPLOAD_FOLDER', uploadsBeside(databaseUrl, env.DATA_FOLDER)),
    /** The address that people type. With https, cookies are for https alone. */
    publicUrl: address('PUBLIC_URL', `http://localhost:${port}`),
    /** How many proxies stand before us; their last entry in X-Forwarded-For is believed. */
    proxies: whole('TRUSTED_PROXIES', 0),
    /** Connections to the database for sends and pages. */
    poolSize: whole('POOL_SIZE', 10, 1),
    /** A port for health alone, on this machine only; there `/readyz` also says what is wrong. 0: none. */
    healthPort: whole('HEALTH_PORT', 0),
    /** How long the server still answers after `/readyz` fails, before it takes no more connections. */
    leaveSeconds: whole('LEAVE_SECONDS', databaseUrl === '' ? 0 : 5),
    /** Where nightly backups go; empty: somebody else makes them. */
    backupFolder: text('BACKUP_FOLDER', databaseUrl === '' ? `${env.DATA_FOLDER || `${root}data`}/backups` : ''),
    /** How many nightly backups are kept. */
    backupDays: whole('BACKUP_DAYS', 14, 1),
    /** A database that drills may empty and fill; without it they start a PostgreSQL of their own. */
    scratchUrl: scratch('SCRATCH_URL'),
    /** How long a session lasts, from the sign-in on. */
    sessionHours: whole('SESSION_HOURS', 12, 1),
    /** `inline`: this process also works off the outbox and the nightly jobs. */
    worker: oneOf('WORKER', ['inline', 'separate'], databaseUrl === '' ? 'inline' : 'separate'),
    /** `off` removes the service worker from every phone that asks: see docs/how-to/deploy.md. */
    serviceWorker: oneOf('SERVICE_WORKER', ['on', 'off'], 'on'),
    /** `on`: a view or a manifest of assets that has changed is read again. */
    development: oneOf('DEVELOPMENT', ['on', 'off'], 'off'),
    /** What the log says at least. */
    logLevel: oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'info'),
    // Without a server database the secrets are made at the first start and kept beside the data.
    secrets: {
      /** Signs sessions and device cookies. */
      session: secret('SESSION_SECRET'),
      /** Encrypts confidential values and backups, and keys the audit's digests. Never change it alone. */
      data: secret('DATA_SECRET'),
    },
    /** `public`: a server that the world can reach may have the demonstration's accounts, whose password anybody knows. */
    demonstration: oneOf('DEMONSTRATION', ['local', 'public'], 'local'),
    /** What may be meant so, but is to be said at start. */
    warnings,
  }
  const { session, data } = config.secrets
  if (data !== '' && session === data) faults.push('SESSION_SECRET and DATA_SECRET are the same: each needs its own')
  for (const [name, value] of [
    ['SESSION_SECRET', session],
    ['DATA_SECRET', data],
  ] as const)
    if (value !== '' && databaseUrl.includes(value)) faults.push(`${name} is the password of the database too`)
  if (faults.length > 0) throw new Error(`Configuration: ${faults.join('; ')}`)
  return Object.freeze(config)
}

export type Config = ReturnType<typeof readConfig>
