export { hashPassword, newSlipCode, slipHash } from './passwords.ts'
export { endSessions, voidSlips } from './sessions.commands.ts'
