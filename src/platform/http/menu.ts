import type { Actor } from '../../access/policy/actor.ts'
import { mayEver } from '../../access/policy/policy.ts'
import type { Say } from '../../sentences/say.ts'
import type { Endpoint, OpenEndpoint } from './endpoint.ts'
import type { AccountEntry, BarEntry, MenuEntry } from './menu-entry.ts'

type Listed<E extends MenuEntry> = E & Pick<Endpoint, 'allow' | 'path'>

/** The menu of the application: what its endpoints say of themselves, in order. */
export interface Menu {
  bar: readonly Listed<BarEntry>[]
  account: readonly Listed<AccountEntry>[]
}

export const emptyMenu: Menu = { bar: [], account: [] }

export function menuOf(endpoints: readonly (Endpoint | OpenEndpoint)[]): Menu {
  const listed = endpoints
    .flatMap((one) => ('menu' in one && one.menu ? [{ ...one.menu, allow: one.allow, path: one.path }] : []))
    .sort((a, b) => a.order - b.order)
  return {
    bar: listed.filter((one): one is Listed<BarEntry> => one.in === 'bar'),
    account: listed.filter((one): one is Listed<AccountEntry> => one.in === 'account'),
  }
}

/** As many as a thumb can tell apart on a phone. */
const mostTabs = 5

/** What a person finds in bar and account menu; what their role may not do is not shown. `path`: the current page. */
export function shownMenu(menu: Menu, actor: Actor | undefined, path: string, t: Say) {
  if (!actor) return { nav: [], menu: [] }
  const isOnboarding = actor.mustChangePassword || actor.mustConfirmDevices
  const all = isOnboarding ? [] : barFor(menu, actor, path, t)
  const room = Math.max(0, mostTabs - all.filter(({ isSeldom }) => !isSeldom).length)
  const fitting = all.filter(({ isSeldom }) => isSeldom).slice(0, room)
  const nav = all.map((item) => ({ ...item, isTab: !item.isSeldom || fitting.includes(item) }))
  const rest = nav.filter(({ isTab }) => !isTab)
  const account = menu.account
    .filter(({ allow }) => mayEver(actor, allow))
    .map(({ path: href, label }) => ({ href, label: labelOf(label, actor, t), isRest: false }))
  return { nav, menu: [...rest.map(({ href, label }) => ({ href, label, isRest: true })), ...account] }
}

function barFor({ bar }: Menu, actor: Actor, path: string, t: Say) {
  const mine = bar.filter(({ allow }) => mayEver(actor, allow))
  // The longest address that the path lies under is the current one: /laporan/baru is not also /laporan.
  const isAt = (href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`))
  const current = mine
    .filter((one) => [one.path, ...(one.covers ?? [])].some(isAt))
    .sort((a, b) => b.path.length - a.path.length)[0]
  return mine.map((item) => ({
    href: item.path,
    label: labelOf(item.label, actor, t),
    icon: item.icon,
    current: item === current,
    badge: '',
    primary: item.primary ?? false,
    isSeldom: item.seldom ?? false,
  }))
}

const labelOf = (label: MenuEntry['label'], actor: Actor, t: Say) => t(typeof label === 'string' ? label : label(actor))
