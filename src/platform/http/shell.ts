import { type Actor, polsekRoles } from '../../access/policy/actor.ts'
import { type Action, mayEver } from '../../access/policy/policy.ts'
import type { Locale } from '../../kernel/locale.ts'
import { paths } from '../../kernel/paths.ts'
import { type MessageKey, type Say, sayIn } from '../../sentences/say.ts'
import { asset } from '../views/assets.ts'
import type { PageModel } from './reply.ts'

interface NavItem {
  href: string
  label: MessageKey
  icon: string
  allow: Action
  primary?: boolean
  /** Where there is no room for it in a phone's bar, it is in the menu there. */
  seldom?: boolean
  /** Other addresses that belong under this one. */
  also?: string[]
}

/** The menu, in the order of the thumb; what a role may not do is not shown to it. */
const navItems: NavItem[] = [
  { href: '/', label: 'nav.home', icon: 'home', allow: 'home.read', also: ['/arahan'] },
  {
    href: '/dasbor',
    label: 'nav.dashboard',
    icon: 'chart-bar',
    allow: 'dashboard.read',
    seldom: true,
    also: ['/peringatan', '/arahan'],
  },
  { href: '/antrean', label: 'nav.queue', icon: 'checklist', allow: 'queue.read' },
  { href: '/laporan', label: 'nav.reports', icon: 'files', allow: 'report.list' },
  { href: '/laporan/baru', label: 'nav.file', icon: 'file-plus', allow: 'report.file', primary: true },
  {
    href: '/warga',
    label: 'nav.register',
    icon: 'users',
    allow: 'register.read',
    seldom: true,
    also: ['/tempat', '/kelompok', '/tindak-lanjut', '/cakupan', '/wilayah'],
  },
  { href: '/rekap', label: 'nav.recap', icon: 'table', allow: 'recap.read' },
  { href: '/mutu', label: 'nav.quality', icon: 'rosette-discount-check', allow: 'quality.read' },
  { href: '/personel', label: 'nav.personnel', icon: 'users', allow: 'account.manage' },
  { href: '/satuan', label: 'nav.units', icon: 'building', allow: 'account.manage' },
  { href: '/kosakata', label: 'nav.vocabularies', icon: 'list-details', allow: 'vocabulary.manage' },
  { href: '/cadangan', label: 'nav.backups', icon: 'copy', allow: 'backup.manage', seldom: true },
  { href: '/gangguan', label: 'nav.outages', icon: 'clock', allow: 'outage.keep', seldom: true },
  { href: '/audit', label: 'nav.audit', icon: 'history', allow: 'account.manage' },
]

/** Says why a deadline has moved, while one has; else nothing. */
export type BannerOf = (actor: Actor, locale: Locale) => Promise<string>

export interface ShellInput {
  actor: Actor | undefined
  locale: Locale
  path: string
  returnTo: string
  /** Whether it answers what was posted. */
  posted: boolean
  sessionHours: number
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
export function shellOf({ actor, locale, path, returnTo, posted, sessionHours, notice, banner, model }: ShellInput) {
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
    phone: phoneFor(actor, t, sessionHours, returnTo),
    ...menusOf(actor, model.under || path, t),
    signOut: actor ? '/keluar' : '',
    languageAction: '/bahasa',
    otherLocale: locale === 'id' ? 'en' : 'id',
    languageLabel: t('app.otherLanguage'),
    ...{ returnTo, posted },
    notice,
    banner,
  }
}

const whoIs = (actor: Actor | undefined, t: Say) =>
  actor
    ? {
        ...{ personId: actor.id, zone: actor.timeZone },
        ...{ person: `${actor.pangkat} ${actor.name}`, role: t(`role.${actor.role}`) },
      }
    : { personId: '', zone: '', person: '', role: '' }

/** What the script says of the network and of what waits on the phone; `{places}` are its to fill. */
const phoneFor = (actor: Actor | undefined, t: Say, sessionHours: number, returnTo: string) => ({
  script: asset('phone.js'),
  officer: actor && mayEver(actor, 'report.file') ? 'ya' : '',
  sessionHours,
  queueHref: paths.phoneQueue(),
  signInHref: paths.signIn(returnTo),
  waiting: t('phone.waiting', { count: '{count}' }),
  inBar: t('phone.waitingShort', { count: '{count}' }),
  old: t('phone.overADay', { count: '{count}' }),
  full: t('phone.nearlyFull', { count: '{count}' }),
  since: t('phone.serverDown', { time: '{time}' }),
})

/** As many as a thumb can tell apart on a phone. */
const mostTabs = 5

function menusOf(actor: Actor | undefined, path: string, t: Say) {
  if (!actor) return { nav: [], menu: [] }
  const all = actor.mustChangePassword || actor.mustConfirmDevices ? [] : navFor(actor, path, t)
  const room = Math.max(0, mostTabs - all.filter(({ isSeldom }) => !isSeldom).length)
  const fitting = all.filter(({ isSeldom }) => isSeldom).slice(0, room)
  const nav = all.map((item) => ({ ...item, isTab: !item.isSeldom || fitting.includes(item) }))
  const rest = nav.filter(({ isTab }) => !isTab)
  return { nav, menu: [...rest.map(({ href, label }) => ({ href, label, isRest: true })), ...menuFor(actor, t)] }
}

const menuFor = (actor: Actor, t: Say) =>
  [
    { href: '/akun', label: t('app.account') },
    ...(mayEver(actor, 'report.file') ? [{ href: paths.phoneQueue(), label: t('phone.queue') }] : []),
    ...(mayEver(actor, 'directive.read') ? [{ href: paths.directives, label: t('directive.title') }] : []),
    ...(mayEver(actor, 'absence.keep') ? [{ href: paths.absences(), label: t('absence.title') }] : []),
    ...(mayEver(actor, 'account.confirm') ? [{ href: paths.accountRequests, label: t('second.title') }] : []),
    ...(mayEver(actor, 'envelope.carry') ? [{ href: paths.carry, label: t('carry.title') }] : []),
    ...(mayEver(actor, 'envelope.review') ? [{ href: '/karantina', label: t('quarantine.title') }] : []),
    ...(mayEver(actor, 'envelope.place') ? [{ href: paths.unassigned, label: t('unplaced.title') }] : []),
    ...(mayEver(actor, 'integrity.check') ? [{ href: paths.integrity, label: t('integrity.title') }] : []),
    ...(mayEver(actor, 'setting.change') ? [{ href: '/pengaturan', label: t('setting.title') }] : []),
    ...(mayEver(actor, 'window.keep') ? [{ href: '/jendela-lapor', label: t('window.title') }] : []),
  ].map((item) => ({ ...item, isRest: false }))

/** On a phone one of a polsek is named before his unit; where there is room he is named beside his menu. */
const whoseOf = ({ role, pangkat, name }: Actor) => (polsekRoles.includes(role) ? `${pangkat} ${name}, ` : '')

function navFor(actor: Actor, path: string, t: Say) {
  const mine = navItems.filter(({ allow }) => mayEver(actor, allow))
  // The longest address that the path lies under is the current one: /laporan/baru is not also /laporan.
  const isAt = (href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`))
  const current = mine
    .filter(({ href, also = [] }) => [href, ...also].some(isAt))
    .sort((a, b) => b.href.length - a.href.length)[0]
  return mine.map((item) => ({
    href: item.href,
    label: t(item.href === '/' && actor.role !== 'bhabinkamtibmas' ? 'nav.summary' : item.label),
    icon: item.icon,
    current: item === current,
    badge: '',
    primary: item.primary ?? false,
    isSeldom: item.seldom ?? false,
  }))
}
