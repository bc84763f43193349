/** What asks before a report is sent and tells its reviewer. It lies below the reports and knows nothing of forms. */

export { lookOf, lookSide, looksApart, sameLook } from './look.ts'
