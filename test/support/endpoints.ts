import type { Endpoint, OpenEndpoint } from '../../src/platform/http/endpoint.ts'
import { endpoints } from '../../src/processes/endpoints.ts'

/** Every address of the application, as the door is given them. */
export const allEndpoints = endpoints

export const openEndpoints = allEndpoints.filter((endpoint): endpoint is OpenEndpoint => 'open' in endpoint)
export const guardedEndpoints = allEndpoints.filter((endpoint): endpoint is Endpoint => !('open' in endpoint))

export const nameOf = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`
