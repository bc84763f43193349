export { type Letterhead, letterheadOf } from './letterhead.queries.ts'
export {
  type CoveredVillage,
  hasUnits,
  type UncoveredVillage,
  type UnitLine,
  unitsBelow,
  type Village,
  villagesOf,
  villagesOfUnit,
  villagesWithoutOfficer,
  villageTitle,
} from './units.queries.ts'
