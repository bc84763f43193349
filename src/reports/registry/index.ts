/** What other features may use. */

export { briefAnswers, briefForm } from './brief.ts'
export { briefLine, lineOf } from './brief-line.ts'
export { findReportType, headlineOf, reportType } from './registry.ts'
export { returnReasonOptions } from './return-reasons.ts'
export { allTerms, fieldsToday, returnReasonWords, typeToday } from './terms.queries.ts'
