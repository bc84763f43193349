import type { Cipher } from '../../platform/cipher.ts'

/** Where backups go, what opens them, and where they are tried. */
export interface BackupSettings {
  url: string
  folder: string
  secret: string
  cipher: Cipher
  keepDays: number
  /** An empty database to try backups in; without one a PostgreSQL of our own is started for each drill. */
  scratchUrl: string
}
