import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { reopenedFor, type TimeFacts } from '../../reports/deadlines/index.ts'
import { briefForm, findReportType } from '../../reports/registry/index.ts'
import { reportTypes } from '../../reports/types/index.ts'

interface Draft {
  id: string
  typeKey: string
  updatedAt: Date
}

export const draftRows = ({ locale, t, actor }: Context, drafts: Draft[]) =>
  drafts.map(({ id, typeKey, updatedAt }) => ({
    href: paths.draft(id),
    title: findReportType(typeKey)?.title[locale] ?? typeKey,
    text: t('report.draftSavedAt', { at: showInstant(updatedAt, actor.timeZone, locale) }),
    chip: { kind: 'draft', label: t('report.state.draft') },
    removeAction: paths.removeDraft(id),
    removeLabel: t('report.removeDraft'),
  }))

export const newReportPage = (context: Context, drafts: Draft[], times: TimeFacts) => ({
  title: context.t('report.new'),
  heading: context.t('report.new'),
  back: paths.home,
  reopened: reopenedFor(context, times),
  brief: { href: paths.brief, title: briefForm.title[context.locale], text: briefForm.hint[context.locale] },
  types: reportTypes.map(({ key, title, hint }) => ({
    href: paths.newReportOf(key),
    title: title[context.locale],
    text: hint[context.locale],
    chip: '' as const,
  })),
  drafts: draftRows(context, drafts),
})
