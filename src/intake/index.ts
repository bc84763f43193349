/** What comes from phones. */

export { type Disowned, type Doubted, doubtedReports } from './acknowledging.queries.ts'
export { type EnvelopeBudgets, envelopeBudgets } from './budgets.ts'
export { carryRoutes } from './carry.routes.ts'
export { expireJunk } from './expiring.commands.ts'
export { intakeWay } from './intake.http.ts'
export { parseEnvelope } from './opening.ts'
export { countUnplaced } from './placing.queries.ts'
export { placingRoutes } from './placing.routes.ts'
export { countHeld, gapsWithin, heldOf, missingBetween } from './quarantine.queries.ts'
export { quarantineRoutes } from './quarantine.routes.ts'
export { unknownEnvelope } from './sealing.ts'
export { telling } from './telling.ts'
