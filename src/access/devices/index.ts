/** What other features may use. */

export { deviceName } from './agent.ts'
export { confirmDevices, revokeDevice } from './devices.commands.ts'
export { deviceRows, type MissingNumbers, revokePage } from './devices.pages.ts'
export { newKey } from './new-key.ts'
export { type Device, devicesOf, findDevice } from './phones.queries.ts'
export { phoneRoutes } from './phones.routes.ts'
export { keyOf, type PublicJwk } from './public-key.ts'
export { rotateSealingKey, sealingKeyNow, sealingKeys } from './sealing-keys.commands.ts'
