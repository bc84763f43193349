import { type Actor, polsekRoles } from '../../access/policy/actor.ts'
import { mayEver } from '../../access/policy/policy.ts'
import type { Locale } from '../../kernel/locale.ts'
import { type Say, sayIn } from '../../sentences/say.ts'
import { asset } from '../views/assets.ts'
import { type Menu, shownMenu } from './menu.ts'
import type { PageModel } from './reply.ts'

/** Addresses that every page links to. */
export interface SiteLinks {
  signIn: (returnTo: string) => string
  signOut: string
  language: string
  phoneQueue: string
}

/** What is the same around every page of the site. */
export interface ShellSite {
  menu: Menu
  links: SiteLinks
  sessionHours: number
}

/** Says why a deadline has moved, while one has; else nothing. */
export type BannerOf = (actor: Actor, locale: Locale) => Promise<string>

export interface ShellInput {
  actor: Actor | undefined
  locale: Locale
  path: string
  returnTo: string
  /** Whether it answers what was posted. */
  posted: boolean
  notice: string
  banner: string
  model: PageModel & {
    heading?: string
    subheading?: string
    back?: string
    orientation?: string
    hasErrors?: boolean
    /** The address of the menu under which it was opened, where that is not its own. */
    under?: string
  }
}

/** An officer's phone loads nothing of what only desks show. */
const sheetsFor = (actor: Actor | undefined): string[] =>
  actor && actor.role !== 'bhabinkamtibmas' ? [asset('app.css'), asset('desk.css')] : [asset('app.css')]

/** What the layout shows around a page. A page may say its own heading, way back and paper; else these are the usual. */
export function shellOf(site: ShellSite, { actor, locale, path, returnTo, posted, notice, banner, model }: ShellInput) {
  const t = sayIn(locale)
  return {
    title: model.hasErrors ? t('app.errorTitle', { title: model.title }) : model.title,
    heading: model.heading ?? t('app.name'),
    subheading: model.subheading ?? actor?.unitName ?? '',
    whose: actor && model.subheading === undefined ? whoseOf(actor) : '',
    back: model.back ?? '',
    orientation: model.orientation ?? 'c-surat',
    css: sheetsFor(actor),
    js: asset('app.js'),
    ...whoIs(actor, t),
    phone: phoneFor(site, actor, t, returnTo),
    ...shownMenu(site.menu, actor, model.under || path, t),
    signOut: actor ? site.links.signOut : '',
    languageAction: site.links.language,
    otherLocale: locale === 'id' ? 'en' : 'id',
    languageLabel: t('app.otherLanguage'),
    returnTo,
    posted,
    notice,
    banner,
  }
}

const whoIs = (actor: Actor | undefined, t: Say) =>
  actor
    ? {
        personId: actor.id,
        zone: actor.timeZone,
        person: `${actor.pangkat} ${actor.name}`,
        role: t(`role.${actor.role}`),
      }
    : { personId: '', zone: '', person: '', role: '' }

/** What the script says of the network and of what waits on the phone; `{places}` are its to fill. */
const phoneFor = ({ links, sessionHours }: ShellSite, actor: Actor | undefined, t: Say, returnTo: string) => ({
  script: asset('phone.js'),
  officer: actor && mayEver(actor, 'report.file') ? 'ya' : '',
  sessionHours,
  queueHref: links.phoneQueue,
  signInHref: links.signIn(returnTo),
  waiting: t('phone.waiting', { count: '{count}' }),
  inBar: t('phone.waitingShort', { count: '{count}' }),
  old: t('phone.overADay', { count: '{count}' }),
  full: t('phone.nearlyFull', { count: '{count}' }),
  since: t('phone.serverDown', { time: '{time}' }),
})

/** On a phone the name of polsek staff stands before their unit; on a wide screen beside the menu. */
const whoseOf = ({ role, pangkat, name }: Actor) => (polsekRoles.includes(role) ? `${pangkat} ${name}, ` : '')
