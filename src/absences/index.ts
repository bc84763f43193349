/** What other features may use of the absences. */

export { absenceInWords, absenceSection, absenceToday } from './absences.pages.ts'
export { absenceOn, absencesOf } from './absences.queries.ts'
export { absenceRoutes } from './absences.routes.ts'
export { type AbsenceKind, absenceKinds, daysBack } from './kinds.ts'
