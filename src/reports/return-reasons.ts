import { report as sentences } from '../platform/i18n/report.ts'
import type { Options } from './engine/fields.ts'
import { returnReasons } from './reports.workflow.ts'

/** Where the reasons for a return begin; the admin keeps the list as the vocabulary `alasan-pengembalian`. */
export const returnReasonOptions: Options = Object.fromEntries(
  returnReasons.map((reason) => [reason, sentences[`report.reason.${reason}`]]),
)
