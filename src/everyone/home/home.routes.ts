import { polsekRoles } from '../../access/policy/actor.ts'
import { mayEver } from '../../access/policy/policy.ts'
import { absencesOf } from '../../administration/absences/index.ts'
import { adminHome } from '../../administration/accounts/index.ts'
import { unsealedSince } from '../../administration/audit/index.ts'
import { type AccountNotices, accountNotices } from '../../administration/second-person/index.ts'
import { countRunning, directivesSince, ownSteps } from '../../commanders/directives/index.ts'
import { lastTallyCheck } from '../../commanders/recaps/index.ts'
import { addDays, type Day, periodOf } from '../../kernel/days.ts'
import { paths } from '../../kernel/paths.ts'
import { doubtedReports } from '../../officers/acknowledging/index.ts'
import { countQuarantined, countUnassigned } from '../../officers/envelopes/index.ts'
import { countFollowUps } from '../../officers/follow-ups/index.ts'
import { countDays, nihilOn } from '../../officers/nihil/index.ts'
import { type Context, get } from '../../platform/http/endpoint.ts'
import { type PageModel, page, type Reply } from '../../platform/http/reply.ts'
import { readTimeFacts } from '../../reports/deadlines/index.ts'
import { draftsOf } from '../../reports/drafts/index.ts'
import { figuresOf, listReports, namesFor, waitingReports } from '../../reports/record/index.ts'
import { adminPage } from './admin.pages.ts'
import { commandPage } from './command.pages.ts'
import { officerPage } from './home.pages.ts'
import { figuresByOfficer, figuresByUnit, openFigures } from './home.queries.ts'

const shown = 5
const mostBriefs = 50
const mostDirectives = 20

export const homeRoutes = [
  get('/', {
    allow: 'home.read',
    menu: {
      in: 'bar',
      label: ({ role }) => (role === 'bhabinkamtibmas' ? 'nav.home' : 'nav.summary'),
      order: 10,
      icon: 'home',
      covers: [paths.directives],
    },
    handle: (context) => {
      const { role } = context.actor
      if (role === 'bhabinkamtibmas') return officerHome(context)
      return role === 'admin' ? adminSummary(context) : commandHome(context)
    },
  }),
]

/** A home page with the notices of accounts, for every role. */
const homePage = (view: string, accounts: AccountNotices, model: PageModel): Reply =>
  page(view, Object.assign(model, { accounts }))

async function officerHome(context: Context): Promise<Reply> {
  const { tx, scope, actor, today, now } = context
  const { from, until } = periodOf('minggu', today)
  const [figures, wanting, briefs, latest, drafts, nihil, followUps, absences, directives, accounts] =
    await Promise.all([
      figuresOf(tx, scope, from, until),
      listReports(tx, scope, { states: ['unacknowledged', 'returned', 'recalled'] }, undefined, 40),
      listReports(tx, scope, { states: ['brief'] }, undefined, mostBriefs),
      listReports(tx, scope, {}, undefined, shown),
      draftsOf(tx, actor.id),
      nihilOn(tx, actor.id, today),
      countFollowUps(tx, scope, today),
      absencesOf(tx, actor.id, today),
      directivesSince(tx, scope, today, mostDirectives),
      accountNotices(context),
    ])
  const steps = await ownSteps(tx, actor.id, directives, actor.timeZone)
  const times = await readTimeFacts(tx, now, actor.unitPath)
  const names = await namesFor(tx, [...wanting, ...briefs, ...latest])
  return homePage(
    'home/officer',
    accounts,
    officerPage(context, {
      figures,
      unacknowledged: wanting.filter(({ state }) => state === 'unacknowledged'),
      returned: wanting.filter(({ state }) => state !== 'unacknowledged'),
      briefs,
      latest,
      drafts,
      nihil,
      followUps,
      absences,
      directives,
      steps,
      names,
      times,
    }),
  )
}

async function commandHome(context: Context): Promise<Reply> {
  const { tx, scope, actor, today, now } = context
  const { from, until } = periodOf('minggu', today)
  const decides = mayEver(actor, 'queue.read')
  const onDay = (day: Day) => ({ unitPath: '', personId: '', from: day, until: day })
  const [
    figures,
    open,
    nihilToday,
    silentYesterday,
    rows,
    latest,
    queue,
    followUps,
    held,
    directives,
    doubted,
    accounts,
  ] = await Promise.all([
    figuresOf(tx, scope, addDays(from, -7), until),
    openFigures(tx, scope),
    countDays(tx, scope, 'nihil', onDay(today)),
    countDays(tx, scope, 'silent', onDay(addDays(today, -1))),
    (polsekRoles.includes(actor.role) ? figuresByOfficer : figuresByUnit)(tx, scope, from, until),
    listReports(tx, scope, {}, undefined, shown),
    decides ? waitingReports(context, shown) : undefined,
    countFollowUps(tx, scope, today),
    mayEver(actor, 'envelope.review') ? countQuarantined(tx, scope) : 0,
    countRunning(tx, scope, today),
    mayEver(actor, 'envelope.review') || actor.role === 'kapolres' ? doubtedReports(tx, scope, now) : undefined,
    accountNotices(context),
  ])
  const names = await namesFor(tx, [...latest, ...(queue ?? [])])
  return homePage(
    'home/command',
    accounts,
    commandPage(context, {
      figures,
      open,
      nihilToday,
      silentYesterday,
      rows,
      latest,
      queue,
      followUps,
      held,
      directives,
      doubted,
      names,
    }),
  )
}

async function adminSummary(context: Context): Promise<Reply> {
  const { tx } = context
  const [figures, check, unassigned, unsealed, accounts] = await Promise.all([
    adminHome(context),
    lastTallyCheck(tx),
    mayEver(context.actor, 'envelope.place') ? countUnassigned(tx) : 0,
    unsealedSince(tx),
    accountNotices(context),
  ])
  return homePage('home/admin', accounts, adminPage(context, { ...figures, check, unassigned, unsealed }))
}
