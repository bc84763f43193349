import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import type { Express } from 'express'
import helmet from 'helmet'
import type { Pool } from 'pg'
import { dutyOf, isSecret, resubmissionPage, sessions, signInPassport } from '../access/sessions/index.ts'
import { NotFound } from '../kernel/errors.ts'
import { ttlCache } from '../kernel/ttl-cache.ts'
import { type EnvelopeBudgets, envelopeBudgets, intakeHandler } from '../officers/envelopes/index.ts'
import { cipherOf } from '../platform/cipher.ts'
import type { Db } from '../platform/db/connect.ts'
import { bareExpress } from '../platform/http/bare-express.ts'
import { busyPages } from '../platform/http/busy-page.ts'
import { contentPolicy } from '../platform/http/content-policy.ts'
import { errorPage } from '../platform/http/errors.ts'
import { type Log, requestLog } from '../platform/http/log.ts'
import { menuOf } from '../platform/http/menu.ts'
import { addressWithoutNul } from '../platform/http/no-nul.ts'
import { registerEndpoints } from '../platform/http/register-endpoints.ts'
import { requestKinds } from '../platform/http/request-kinds.ts'
import { sameOrigin } from '../platform/http/same-origin.ts'
import { sender } from '../platform/http/send.ts'
import { type ServiceWorker, serveStatic } from '../platform/http/static.ts'
import { type BodyLimits, hasBody, incomingBodies, usualBodies } from '../platform/load/bodies.ts'
import { health, healthForPhones } from '../platform/load/health.ts'
import type { HealthProbes } from '../platform/load/health-probes.ts'
import { type ConcurrencyLimits, loadShedder, rejectOverload, usualLimits } from '../platform/load/load-shedding.ts'
import { watchProxies } from '../platform/load/proxy-watch.ts'
import { refuseSlow } from '../platform/load/refuse.ts'
import { newSiteState, type SiteState } from '../platform/load/site-state.ts'
import type { Secrets } from '../platform/secrets.ts'
import { outageBanner } from '../reports/deadlines/index.ts'
import { cleanBytes } from '../reports/drafts/index.ts'
import { afterSessions, beforeSessions, endpoints } from './endpoints.ts'
import { isSteering, siteLinks } from './site.ts'

export interface AppDeps {
  db: Db
  /** For what may take longer, see `connect.ts`. */
  patient: Db
  sessionPool: Pool
  clock: () => Date
  log: Log
  secrets: Secrets
  publicUrl: string
  proxies: number
  sessionHours: number
  /** How much a phone may send in a while, where it is not the usual. */
  envelopes?: EnvelopeBudgets
  /** What is asked at `/readyz`. */
  healthProbes: HealthProbes
  /** Whether `/readyz` says what is wrong to anybody, because it has no port of its own. */
  tellsFaults: boolean
  limits?: ConcurrencyLimits
  /** What bounds bodies on their way in, where it is not the usual. */
  bodies?: BodyLimits
  serviceWorker: ServiceWorker
  /** Where large uploads wait; left out: the system's folder for temporary files. */
  uploadFolder?: string
}

/** The request handler: envelopes of phones first, then the pages. */
export interface App {
  (req: IncomingMessage, res: ServerResponse): void
  express: Express
  state: SiteState
}

export function createApp(deps: AppDeps): App {
  const { db, patient, sessionPool, clock, log, secrets, publicUrl, proxies, sessionHours, serviceWorker } = deps
  const secure = publicUrl.startsWith('https://')
  const cookieName = secure ? '__Host-bos' : 'bos'
  const settings = { pool: sessionPool, secret: secrets.session, secure, cipher: cipherOf(secrets.data) }
  const { guard, verify, actorOf, devices } = signInPassport({ db, clock, ...settings })
  const cached = ttlCache(5000, () => clock().getTime())
  const site = { menu: menuOf(endpoints), links: siteLinks, sessionHours }
  const busyPage = busyPages(site)
  const send = sender({ ...site, sessionCookie: cookieName, bannerOf: outageBanner({ db, clock, cached }) })
  const services = {
    db,
    patient,
    clock,
    verify,
    actorOf,
    devices,
    resubmissionPage,
    cleanPhoto: cleanBytes,
    send,
    dutyOf,
    isSecret,
    cipher: cipherOf(secrets.data),
    cached,
    signInHref: siteLinks.signIn,
  }
  const watch = watchProxies(proxies, log)
  const state: SiteState = { ...newSiteState(), hints: watch.hints }

  const app = bareExpress(proxies)
  const admit = loadShedder(deps.limits ?? usualLimits, () => state.areSendsPaused, proxies)
  const bodies = incomingBodies(deps.bodies ?? usualBodies, proxies, busyPage)
  app.use((req, _res, next) => {
    req.uploadFolder = deps.uploadFolder ?? tmpdir()
    next()
  })
  app.use(requestLog(log))
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
      strictTransportSecurity: secure,
      // With the default, `no-referrer`, browsers hide the origin of every form too.
      referrerPolicy: { policy: 'same-origin' },
    }),
  )
  health(app, deps.healthProbes, deps.tellsFaults, state)
  healthForPhones(app, clock, state)
  serveStatic(app, serviceWorker)
  app.use(rejectOverload(admit, requestKinds(endpoints), busyPage))
  app.use(addressWithoutNul)
  app.use(sameOrigin(publicUrl))
  app.use(devices.name)
  registerEndpoints(app, beforeSessions, services)
  app.use(sessions({ ...settings, hours: sessionHours, cookieName, clock }))
  app.use(guard.session())
  registerEndpoints(app, afterSessions, services)
  app.use(() => {
    throw new NotFound()
  })
  app.use(errorPage({ cleanPhoto: cleanBytes, send, isSecret, isSteering }))

  const intake = { db, clock, log, cipher: services.cipher, budgets: deps.envelopes ?? envelopeBudgets() }
  const isOfPhones = intakeHandler({ ...intake, loadShedder: admit, proxies })
  const answer = (req: IncomingMessage, res: ServerResponse) => {
    watch.look(req)
    if (hasBody(req) && !bodies.watch(req, res)) refuseSlow(req, res, 503, busyPage)
    else if (!isOfPhones(req, res)) app(req, res)
  }
  return Object.assign(answer, { express: app, state })
}
