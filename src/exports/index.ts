export { csvOf } from './csv.ts'
export { type FileForm, fileForm } from './file-form.ts'
export type { ColumnKind } from './serial-dates.ts'
export { type Cells, longSheetOf, type Sheet, sheetOf } from './xlsx.ts'
