/** What other features may use. */

export { few, type Measures, percentOf, type Share } from './measures.ts'
export { qualityBetween } from './overall.ts'
export { shareText, sideMeters } from './quality.pages.ts'
export { qualityRoutes } from './quality.routes.ts'
