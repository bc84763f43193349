/** What other features may use. */

export { absenceSection, absenceToday } from './absences.pages.ts'
export { absenceOn, absencesOf } from './absences.queries.ts'
export { absenceRoutes } from './absences.routes.ts'
export { type AbsenceKind, daysBack } from './kinds.ts'
