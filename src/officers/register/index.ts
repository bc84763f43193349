/** What other features may use. */

export { registerKinds } from './kinds.ts'
export { nikLocation } from './register.commands.ts'
export { registerRoutes } from './register.routes.ts'
