export { ensureAreas, importAreas } from './areas.commands.ts'
