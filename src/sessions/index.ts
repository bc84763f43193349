export { hashPassword, newSlipCode, passwordFits, slipHash } from './passwords.ts'
export { endSessions, voidSlips } from './sessions.commands.ts'
