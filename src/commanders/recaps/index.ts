/** What other features may use. */

export { commanderOf } from './recaps.queries.ts'
export { recapRoutes } from './recaps.routes.ts'
export { lastTallyCheck, recountTallies, type TallyCheck } from './recount.commands.ts'
export { officersOf, polsekOf } from './roster.queries.ts'
export { signaturesOf } from './signatures.ts'
