/** What other features may use. */

export { dutyOf, isSecret } from './duty.ts'
export { hashPassword, newSlipCode, passwordFits, slipHash } from './passwords.ts'
export { sessions } from './session-store.ts'
export { endSessions, sweepSessions, sweepSignInAddresses, voidSlips } from './sessions.commands.ts'
export { resubmissionPage, sessionRoutes } from './sessions.routes.ts'
export { signInPassport } from './sign-in.ts'
