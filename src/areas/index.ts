export { hasAreas, importAreas } from './areas.commands.ts'
