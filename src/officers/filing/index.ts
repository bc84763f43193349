/** What other features may use. */

export { checkAsking, type Inquiry, settle } from './asking.ts'
export { putIntoDraft, requireDraft } from './draft-entry.ts'
export { filingRoutes, showForm } from './filing.routes.ts'
export { type Ask, type FilingFrom, fileOnce, ordinaryFiling } from './filing.ts'
export { draftRows } from './new-report.pages.ts'
export { tellReviewer } from './unasked.ts'
