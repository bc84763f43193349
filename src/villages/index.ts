export { villageRoutes } from './villages.routes.ts'
