/** What other features may use. */

export { recapRoutes } from './recaps.routes.ts'
export { lastTallyCheck, recountTallies, type TallyCheck } from './recount.commands.ts'
export { officersOf, polsekOf } from './roster.queries.ts'
export { signaturesOf } from './signatures.ts'
export { type Signers, signersOf } from './signers.queries.ts'
