/** What other features may use. */

export { countTerms } from './vocabularies.commands.ts'
export { vocabularyRoutes } from './vocabularies.routes.ts'
