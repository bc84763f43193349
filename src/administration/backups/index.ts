/** What other features may use. */

export { backUpTonight, makeBackup, newestBackup } from './backups.commands.ts'
export { backupRoutes } from './backups.routes.ts'
export { runDrill } from './drill.ts'
export { workOffDrill } from './drills.commands.ts'
export { restoreBackup } from './restore.ts'
export { type BackupSettings } from './settings.ts'
