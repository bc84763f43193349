/** What other features may use of the exports. */
export { csvOf } from './csv.ts'
