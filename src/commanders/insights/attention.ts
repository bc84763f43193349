import { villageTitle } from '../../administration/units/index.ts'
import { showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { attainmentOf, countsOf } from './board.ts'
import type { DashboardReading } from './reading.ts'

/** So many are named; of the rest the number is said. */
const named = 3

/** What stands now and wants somebody to do something about it; each leads to where that is done. */
export function attentionOf({ t, locale }: Context, reading: DashboardReading) {
  const { board, followUps, without, quiet, names, isOpen, rowKind, unit } = reading
  // These lists know no unit: a number of one polsek must not open the list of all.
  const wide = (href: string) => (unit ? '' : href)
  const list = (them: readonly string[]) => {
    const first = them.slice(0, named).join(', ')
    const more = them.length - named
    return more > 0 ? t('dashboard.andMore', { first, count: showNumber(more, locale) }) : first
  }
  const silent = isOpen
    ? []
    : names.filter(
        ({ key: row }) =>
          attainmentOf(board, { week: board.chosen, row }).of > 0 &&
          countsOf(board, { week: board.chosen, row }).reports === 0,
      )
  const found = [
    {
      count: followUps.overdue,
      text: t('dashboard.overdue', { count: followUps.overdue }),
      detail: t('dashboard.overdueDetail'),
      href: wide(paths.followUps({ keadaan: 'lewat' })),
    },
    {
      count: without.length,
      text: t('dashboard.without', { count: without.length }),
      detail: list(without.map(villageTitle)),
      href: wide(paths.coverage()),
    },
    {
      count: quiet.length,
      text: t('dashboard.quiet', { count: quiet.length }),
      detail: list(quiet.map(villageTitle)),
      href: wide(paths.coverage()),
    },
    {
      count: silent.length,
      text: t(`dashboard.noReports.${rowKind}`, { count: silent.length }),
      detail: list(silent.map(({ name }) => name)),
      href: '',
    },
  ]
  return found.filter(({ count }) => count > 0).map(({ count: _, ...item }) => item)
}
