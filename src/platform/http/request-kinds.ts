import type { KindOf } from '../load/concurrency-limits.ts'
import type { Endpoint, OpenEndpoint } from './endpoint.ts'

/**
 * Reads the kind of a request off its endpoint, before anything is routed: load shedding comes first. An address that no
 * endpoint has counts by its method.
 */
export function requestKinds(endpoints: readonly (Endpoint | OpenEndpoint)[]): KindOf {
  const declared = endpoints.flatMap(({ method, path, kind }) =>
    kind ? [{ method, kind, pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`, 'i') }] : [],
  )
  return ({ method, path }) => {
    const [as, usual] = method === 'GET' || method === 'HEAD' ? (['get', 'read'] as const) : (['post', 'send'] as const)
    return declared.find((one) => one.method === as && one.pattern.test(path))?.kind ?? usual
  }
}
