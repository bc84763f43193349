import { openGet } from '../../platform/http/endpoint.ts'
import { bare, page } from '../../platform/http/reply.ts'
import { helpPage } from './help.pages.ts'

/** Open to all: who cannot sign in needs it most. */
export const helpRoutes = [
  openGet('/bantuan', ({ t, actor }) => (actor ? page : bare)('help/index', helpPage(t, actor))),
]
