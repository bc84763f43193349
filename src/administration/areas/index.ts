/** What other features may use. */

export { ensureAreas } from './areas.commands.ts'
