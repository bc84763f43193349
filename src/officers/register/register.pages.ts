import { mayEver } from '../../access/policy/policy.ts'
import { type Village, villageTitle } from '../../administration/units/index.ts'
import { rtRw } from '../../kernel/format.ts'
import { filled } from '../../kernel/locale.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { lastVisited } from '../../reports/form/index.ts'
import { type RegisterKind, registerKinds } from './kinds.ts'
import type { FoundEntry } from './search.queries.ts'

export interface Searching {
  kind: RegisterKind
  text: string
  /** The draft that an entry is chosen for, or '' when the register is only looked at. */
  draft: string
  villages: Village[]
  found: FoundEntry[]
  most: number
}

export function searchPage(context: Context, { kind, text, draft, villages, found, most }: Searching) {
  const { t, locale, actor } = context
  const keeps = mayEver(actor, 'register.keep')
  const nameOf = new Map(villages.map((village) => [village.code, villageTitle(village)]))
  const rows = found.slice(0, most).map((one) => ({
    id: one.id,
    title: one.name,
    href: draft ? '' : paths.entry(kind.name, one.id),
    lines: [
      [rtRw(one), nameOf.get(one.villageCode) ?? ''].filter((part) => part !== '').join(', '),
      lastVisited(context, kind.name, one.lastVisitAt),
    ],
    visitHref: keeps ? paths.newReportOf(kind.typeKey, one.id) : '',
    pickLabel: t('register.pickOf', { name: one.name }),
    visitLabel: t('register.visitOf', { name: one.name }),
  }))
  const title = draft ? kind.choose[locale] : kind.title[locale]
  return {
    title,
    heading: title,
    back: draft ? paths.draft(draft) : '',
    tabs: draft
      ? []
      : Object.values(registerKinds).map(({ name, title: label }) => ({
          href: paths.register(name),
          label: label[locale],
          current: name === kind.name,
        })),
    links: draft
      ? []
      : [
          { href: paths.coverage(), label: t('coverage.title') },
          { href: paths.followUps(), label: t('followUp.title') },
          { href: paths.villages, label: t('village.list') },
        ],
    searchAction: paths.register(kind.name),
    searchLabel: kind.searchLabel[locale],
    searchHint: kind.searchHint[locale],
    text,
    draft,
    pickAction: draft ? paths.draftEntry(draft) : '',
    newHref: paths.newEntry(kind.name, { draf: draft }),
    newLabel: kind.newTitle[locale],
    rows,
    count:
      found.length > most ? t('register.more', { count: most }) : filled(kind.found[locale], { count: found.length }),
    emptyText:
      villages.length === 0
        ? t(keeps ? 'register.noVillage' : 'register.noVillageOfUnit')
        : text
          ? t('register.none', { text })
          : kind.empty[locale],
    canAdd: keeps && villages.length > 0,
  }
}
