/** Backups, and the drills that prove them. */

export { backUpTonight } from './backups.commands.ts'
export { backupRoutes } from './backups.routes.ts'
export { workOffDrill } from './drills.commands.ts'
export type { BackupSettings } from './settings.ts'
