export { type Letterhead, letterheadOf } from './letterhead.queries.ts'
export {
  type CoveredVillage,
  type UncoveredVillage,
  type UnitLine,
  unitsBelow,
  type Village,
  villagesOf,
  villagesOfUnit,
  villagesWithoutOfficer,
  villageTitle,
} from './units.queries.ts'
