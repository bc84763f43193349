import { absenceRoutes } from './absences/index.ts'
import { auditRoutes, integrityRoutes } from './audit/index.ts'
import { backupRoutes } from './backups/index.ts'
import { coverageRoutes } from './coverage/index.ts'
import { outageRoutes, statusRoutes } from './deadlines/index.ts'
import { directiveRoutes } from './directives/index.ts'
import { followUpRoutes } from './follow-ups/index.ts'
import { helpRoutes } from './help/help.routes.ts'
import { homeRoutes } from './home/home.routes.ts'
import { dashboardRoutes, earlyWarningRoutes } from './insights/index.ts'
import { carryRoutes, placingRoutes, quarantineRoutes } from './intake/index.ts'
import { morningSheetRoutes } from './morning-sheet/index.ts'
import { nihilRoutes } from './nihil/index.ts'
import { offlineRoutes } from './offline/offline.routes.ts'
import { personnelRoutes } from './personnel/index.ts'
import { phoneQueueRoutes } from './phone-queue/index.ts'
import { phoneRoutes } from './phones/index.ts'
import type { Endpoint, OpenEndpoint } from './platform/http/endpoint.ts'
import { qualityRoutes } from './quality/index.ts'
import { recapRoutes } from './recaps/index.ts'
import { receiptCheckRoutes } from './receipt-check/index.ts'
import { registerRoutes } from './register/register.routes.ts'
import { windowRoutes } from './reporting-window/index.ts'
import {
  agreementRoutes,
  briefRoutes,
  comparisonRoutes,
  completionRoutes,
  decisionRoutes,
  filingRoutes,
  queueRoutes,
  reportRoutes,
  reviewRoutes,
  sealedRoutes,
} from './reports/index.ts'
import { ruleRoutes } from './rules/index.ts'
import { sessionRoutes } from './sessions/sessions.routes.ts'
import { settingRoutes } from './settings/index.ts'
import { unitRoutes } from './units/index.ts'
import { villageRoutes } from './villages/index.ts'
import { vocabularyRoutes } from './vocabularies/index.ts'

/** Addresses that need no session, and must answer without one. */
export const beforeSessions = [...statusRoutes]

export const afterSessions: readonly (Endpoint | OpenEndpoint)[] = [
  ...homeRoutes,
  ...nihilRoutes,
  ...absenceRoutes,
  ...morningSheetRoutes,
  ...sessionRoutes,
  ...phoneQueueRoutes,
  ...phoneRoutes,
  ...briefRoutes,
  ...completionRoutes,
  ...filingRoutes,
  ...reportRoutes,
  ...agreementRoutes,
  ...comparisonRoutes,
  ...reviewRoutes,
  ...decisionRoutes,
  ...queueRoutes,
  ...carryRoutes,
  ...quarantineRoutes,
  ...placingRoutes,
  ...sealedRoutes,
  ...registerRoutes,
  ...followUpRoutes,
  ...coverageRoutes,
  ...dashboardRoutes,
  ...earlyWarningRoutes,
  ...directiveRoutes,
  ...villageRoutes,
  ...recapRoutes,
  ...qualityRoutes,
  ...ruleRoutes,
  ...personnelRoutes,
  ...unitRoutes,
  ...vocabularyRoutes,
  ...settingRoutes,
  ...windowRoutes,
  ...auditRoutes,
  ...integrityRoutes,
  ...backupRoutes,
  ...outageRoutes,
  ...helpRoutes,
  ...receiptCheckRoutes,
  ...offlineRoutes,
]

/** Every address of the application. */
export const endpoints = [...afterSessions, ...beforeSessions]
