import { showNumber } from '../kernel/format.ts'
import { paths } from '../kernel/paths.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { type Village, villageTitle } from '../units/index.ts'
import { countsOf } from './board.ts'
import type { DashboardReading } from './reading.ts'

/** So many villages are named; of the rest the number is said. */
const named = 3

/** What stands now and wants somebody to do something about it; each leads to where that is done. */
export function attentionOf({ t, locale }: Context, reading: DashboardReading) {
  const { board, followUps, without, quiet, names, isOpen } = reading
  const list = (villages: readonly Pick<Village, 'kind' | 'name' | 'subdistrict' | 'code'>[]) => {
    const first = villages.slice(0, named).map(villageTitle).join(', ')
    const more = villages.length - named
    return more > 0 ? t('dashboard.andMore', { first, count: showNumber(more, locale) }) : first
  }
  const silent = isOpen
    ? []
    : names.filter(({ key }) => countsOf(board, { week: board.chosen, row: key }).reports === 0)
  return [
    ...(followUps.overdue > 0
      ? [
          {
            text: t('dashboard.overdue', { count: followUps.overdue }),
            detail: t('dashboard.overdueDetail'),
            href: paths.followUps({ keadaan: 'lewat' }),
          },
        ]
      : []),
    ...(without.length > 0
      ? [{ text: t('dashboard.without', { count: without.length }), detail: list(without), href: paths.coverage() }]
      : []),
    ...(quiet.length > 0
      ? [{ text: t('dashboard.quiet', { count: quiet.length }), detail: list(quiet), href: paths.coverage() }]
      : []),
    ...(silent.length > 0
      ? [
          {
            text: t('dashboard.noReports', { count: silent.length }),
            detail: silent.map(({ name }) => name).join(', '),
            href: '',
          },
        ]
      : []),
  ]
}
