import { endpoints } from '../../src/app.ts'
import { sealer } from '../../src/platform/seal.ts'
import { secrets } from './site.ts'

/** Every address of the application, as the door is given them. */
export const allEndpoints = endpoints(sealer(secrets.data))

export const nameOf = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`
