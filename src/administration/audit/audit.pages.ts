import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import { eventNames } from '../../platform/db/events.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { isMessageKey, type Say } from '../../sentences/say.ts'
import type { AuditLine, AuditSubject } from './audit.queries.ts'
import { changeInWords } from './changes.ts'

/** The filter as it stands in the address. */
export type AuditQuery = Record<'nrp' | 'aksi' | 'hari', string>

export const actionInWords = (action: string, t: Say): string =>
  isMessageKey(`audit.${action}`) ? t(`audit.${action}` as 'audit.session.opened') : action

function subjectInWords(subject: AuditSubject, t: Say): string {
  if ('name' in subject) return subject.name
  return 'number' in subject && subject.number !== '' ? subject.number : t(`audit.subject.${subject.kind}`)
}

/** One entry for the `timeline` of a person. */
export function timelineEntry(line: AuditLine, { t, locale, actor }: Context) {
  const at = showInstant(line.at, actor.timeZone, locale)
  const text = line.changes.map((change) => changeInWords(change, t, locale)).join(' · ')
  return { title: actionInWords(line.action, t), actor: line.actor || t('audit.system'), at, text }
}

export function auditPage(context: Context, query: AuditQuery, lines: AuditLine[], next: string) {
  const { t } = context
  return {
    title: t('audit.title'),
    heading: t('audit.title'),
    action: paths.audit(),
    integrityHref: paths.integrity,
    clear: Object.values(query).some((value) => value !== '') ? paths.audit() : '',
    nrp: query.nrp,
    day: query.hari,
    actions: eventNames.map((value) => ({ value, label: actionInWords(value, t), checked: value === query.aksi })),
    entries: lines.map((line) => entryOf(line, context)),
    pager: { next, first: '' },
  }
}

function entryOf(line: AuditLine, context: Context) {
  return {
    ...timelineEntry(line, context),
    subject: subjectInWords(line.subject, context.t),
    href: hrefOf(line.subject),
  }
}

function hrefOf(subject: AuditSubject): string {
  if (!('id' in subject)) return ''
  return subject.kind === 'unit' ? paths.unit(subject.id) : paths.person(subject.id)
}
