export { windowRoutes } from './window.routes.ts'
