export { timelineEntry } from './audit.pages.ts'
export { type AuditLine, auditLines } from './audit.queries.ts'
export { auditRoutes } from './audit.routes.ts'
export { type Change, differences, set } from './changes.ts'
