import { phoneRoutes } from '../access/devices/index.ts'
import { sessionRoutes } from '../access/sessions/index.ts'
import { absenceRoutes } from '../administration/absences/index.ts'
import { auditRoutes, integrityRoutes } from '../administration/audit/index.ts'
import { backupRoutes } from '../administration/backups/index.ts'
import { personnelRoutes } from '../administration/personnel/index.ts'
import { windowRoutes } from '../administration/reporting-window/index.ts'
import { ruleRoutes } from '../administration/rules/index.ts'
import { settingRoutes } from '../administration/settings/index.ts'
import { unitRoutes } from '../administration/units/index.ts'
import { villageRoutes } from '../administration/villages/index.ts'
import { vocabularyRoutes } from '../administration/vocabularies/index.ts'
import { coverageRoutes } from '../commanders/coverage/index.ts'
import { directiveRoutes } from '../commanders/directives/index.ts'
import { dashboardRoutes, earlyWarningRoutes } from '../commanders/insights/index.ts'
import { morningSheetRoutes } from '../commanders/morning-sheet/index.ts'
import { qualityRoutes } from '../commanders/quality/index.ts'
import { recapRoutes } from '../commanders/recaps/index.ts'
import { helpRoutes } from '../everyone/help/index.ts'
import { homeRoutes } from '../everyone/home/index.ts'
import { receiptCheckRoutes } from '../everyone/receipt-check/index.ts'
import { agreementRoutes } from '../officers/agreement/index.ts'
import { amendingRoutes } from '../officers/amending/index.ts'
import { carryRoutes } from '../officers/carried-files/index.ts'
import { filingRoutes } from '../officers/filing/index.ts'
import { followUpRoutes } from '../officers/follow-ups/index.ts'
import { briefRoutes, completionRoutes } from '../officers/kilat/index.ts'
import { nihilRoutes } from '../officers/nihil/index.ts'
import { offlineRoutes } from '../officers/offline/index.ts'
import { phoneQueueRoutes } from '../officers/phone-queue/index.ts'
import { registerRoutes } from '../officers/register/index.ts'
import type { Endpoint, OpenEndpoint } from '../platform/http/endpoint.ts'
import { outageRoutes, statusRoutes } from '../reports/deadlines/index.ts'
import { comparisonRoutes, confidentialRoutes, reportRoutes } from '../reports/reading/index.ts'
import { quarantineRoutes, unassignedRoutes } from '../reviewers/quarantine/index.ts'
import { decisionRoutes, queueRoutes } from '../reviewers/review/index.ts'

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
  ...amendingRoutes,
  ...decisionRoutes,
  ...queueRoutes,
  ...carryRoutes,
  ...quarantineRoutes,
  ...unassignedRoutes,
  ...confidentialRoutes,
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
