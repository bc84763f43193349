import { showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { FollowUpCounts } from '../../officers/follow-ups/index.ts'
import type { Context } from '../../platform/http/endpoint.ts'

/** What the officer has promised and not done yet, as one row; nothing where all is done. */
export function followUpTask({ t, locale }: Context, { open, overdue }: FollowUpCounts) {
  if (open === 0) return []
  const chip = { kind: 'returned', label: t('followUp.overdueCount', { count: showNumber(overdue, locale) }) }
  return [
    {
      href: paths.followUps(),
      title: t('followUp.openCount', { count: showNumber(open, locale) }),
      text: '',
      chip: overdue > 0 ? chip : ('' as const),
    },
  ]
}
