/** What other features may use of the directives. */

export { directiveRoutes } from './directives.routes.ts'
