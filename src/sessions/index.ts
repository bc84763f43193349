export { hashPassword, newSlipCode, slipHash } from './passwords.ts'
