/** What other features may use. */

export { type Letterhead, letterheadOf } from './letterhead.queries.ts'
export { type Officer, officersIn } from './officers.queries.ts'
export { officersOfVillages, villagesInScope } from './scope-villages.queries.ts'
export {
  type CoveredVillage,
  hasUnits,
  type NamedUnit,
  type UncoveredVillage,
  type UnitLine,
  unitAt,
  unitsBelow,
  villageNamed,
  villagesOf,
  villagesOfUnit,
  villagesWithoutOfficer,
} from './units.queries.ts'
export { unitRoutes } from './units.routes.ts'
export { type Village, villageHead, villageInFull, villageTitle } from './village.ts'
