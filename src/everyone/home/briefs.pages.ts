import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { completionDueAt } from '../../reports/deadlines/index.ts'
import { overdueChips, soonInWords } from '../../reports/form/index.ts'
import { type listReports } from '../../reports/record/index.ts'

type Listed = Awaited<ReturnType<typeof listReports>>

/** The brief reports whose detail is still to come: one row for all, with the deadline that is next or past. */
export function briefRow(context: Context, briefs: Listed) {
  const { t, actor } = context
  const dueAt = (brief: Listed[number]) => completionDueAt(brief, actor.timeZone)
  const [first] = briefs.toSorted((a, b) => dueAt(a).getTime() - dueAt(b).getTime())
  if (!first) return []
  const [overdue] = overdueChips(context, first)
  const due = soonInWords(context, dueAt(first))
  return [
    {
      href: briefs.length === 1 ? paths.completion(first.id) : paths.reports({ keadaan: 'kilat' }),
      title: briefs.length === 1 ? t('home.brief') : t('home.briefs', { count: briefs.length }),
      text: overdue ? t('brief.wasDue', { due }) : t('brief.completeBy', { due }),
      chip: overdue ?? { kind: 'brief', label: t('report.state.brief') },
    },
  ]
}
