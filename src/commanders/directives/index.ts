/** What other features may use. */

export { countRunning, directivesSince, ownSteps } from './directives.queries.ts'
export { directiveRoutes } from './directives.routes.ts'
export { openDirectives } from './open-directives.pages.ts'
