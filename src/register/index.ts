/** What other features may use of the register. */

export { registerKinds } from './kinds.ts'
export { nikPlace } from './register.commands.ts'
