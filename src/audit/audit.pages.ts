import { showInstant } from '../kernel/format.ts'
import { paths } from '../kernel/paths.ts'
import { eventNames } from '../platform/db/events.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { isMessageKey, type Say } from '../platform/i18n/say.ts'
import type { AuditLine, AuditSubject } from './audit.queries.ts'
import { changeInWords } from './changes.ts'

/** The filter as it stands in the address. */
export type AuditQuery = Record<'nrp' | 'aksi' | 'hari', string>

export const actionInWords = (action: string, t: Say): string =>
  isMessageKey(`audit.${action}`) ? t(`audit.${action}` as 'audit.session.opened') : action

const subjectInWords = (subject: AuditSubject, t: Say): string =>
  subject.kind === 'person' ? subject.name : t(`audit.subject.${subject.kind}`)

/** One entry for the `timeline` of a person. */
export function timelineEntry(line: AuditLine, { t, locale, actor }: Context) {
  const at = showInstant(line.at, actor.timeZone, locale)
  const text = line.changes.map((change) => changeInWords(change, t, locale)).join(' · ')
  return { title: actionInWords(line.action, t), actor: line.actor || t('audit.system'), at, text }
}

const cell = (text: string, more: { href?: string; small?: string; header?: boolean } = {}) => ({
  text,
  href: more.href ?? '',
  align: 'left' as const,
  small: more.small ?? '',
  header: more.header ?? false,
})

export function auditPage(context: Context, query: AuditQuery, lines: AuditLine[], next: string) {
  const { t } = context
  const head = [t('audit.at'), t('audit.actor'), t('audit.action'), t('audit.subject')]
  return {
    title: t('audit.title'),
    heading: t('audit.title'),
    subheading: '',
    action: paths.audit(),
    clear: Object.values(query).some((value) => value !== '') ? paths.audit() : '',
    nrp: query.nrp,
    day: query.hari,
    actions: eventNames.map((value) => ({ value, label: actionInWords(value, t), checked: value === query.aksi })),
    isEmpty: lines.length === 0,
    table: {
      caption: t('audit.caption'),
      head: head.map((label) => ({ label, align: 'left' as const, href: '' })),
      rows: lines.map((line) => rowOf(line, context)),
      foot: [],
    },
    pager: { next, first: '' },
  }
}

function rowOf(line: AuditLine, context: Context) {
  const { title, actor, at, text } = timelineEntry(line, context)
  const href = line.subject.kind === 'person' ? paths.person(line.subject.id) : ''
  return [cell(at), cell(actor), cell(title, { small: text }), cell(subjectInWords(line.subject, context.t), { href })]
}
