import { report as sentences } from '../../sentences/report.ts'
import type { Options } from '../engine/index.ts'
import { returnReasons } from '../states/index.ts'

/** Where the reasons for a return begin; the admin keeps the list as the vocabulary `alasan-pengembalian`. */
export const returnReasonOptions: Options = Object.fromEntries(
  returnReasons.map((reason) => [reason, sentences[`report.reason.${reason}`]]),
)
