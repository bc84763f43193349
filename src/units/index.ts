export { type Letterhead, letterheadOf } from './letterhead.queries.ts'
export {
  type CoveredVillage,
  hasUnits,
  type UncoveredVillage,
  type UnitLine,
  unitsBelow,
  villagesOf,
  villagesOfUnit,
  villagesWithoutOfficer,
} from './units.queries.ts'
export { unitRoutes } from './units.routes.ts'
export { type Village, villageTitle } from './village.ts'
