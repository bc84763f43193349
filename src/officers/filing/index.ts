/** What other features may use. */

export { confirmBeforeFiling, type Inquiry, settle } from './confirmation.ts'
export { putIntoDraft, requireDraft } from './draft-entry.ts'
export { filingRoutes, showForm } from './filing.routes.ts'
export { type ConfirmSignals, type FilingFrom, fileOnce, ordinaryFiling } from './filing.ts'
export { draftRows } from './new-report.pages.ts'
export { notifyReviewer } from './notify-reviewer.ts'
