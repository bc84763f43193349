/** What is started with the vocabularies. */

export { countTerms } from './vocabularies.commands.ts'
export { vocabularyRoutes } from './vocabularies.routes.ts'
