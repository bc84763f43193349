import { may } from '../../access/policy/policy.ts'
import { showDays, showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { isForMe, ownChip, phaseChip, type Steps, typeInWords } from './directives.pages.ts'
import { type Directive, isOpen, type OwnStep, phaseOf } from './directives.ts'
import { figuresOf } from './figures.pages.ts'

export interface DirectiveReading extends Steps {
  directive: Directive
  /** The early warning that it began with, where the reader may read that one. */
  origin: { href: string; text: string }[]
}

/** An officer reads what to do about it; others how many have done what, with the names behind each number. */
export function directivePage(context: Context, { directive, lines, own: [own], origin }: DirectiveReading) {
  const { t, locale, today, actor } = context
  const { id, author, unit, createdAt, title, text } = directive
  const row = (label: string, value: string) => ({ label, value, lines: [] })
  const rows = [
    row(t('directive.window'), showDays(directive, locale)),
    row(t('directive.audience'), directive.audience.join(', ')),
    row(t('directive.expected'), typeInWords(context, directive)),
  ]
  return {
    title,
    heading: t('directive.one'),
    back: paths.directives,
    chips: [phaseChip(context, directive), ...(isForMe(context) ? [ownChip(context, own)] : [])],
    by: t('directive.by', { name: author, unit, at: showInstant(createdAt, actor.timeZone, locale) }),
    lines: text.split('\n').filter((line) => line !== ''),
    facts: [{ title: '', rows }],
    origin,
    answer: isForMe(context) ? [answerOf(context, directive, own)] : [],
    figures: isForMe(context) ? [] : [figuresOf(context, directive, lines)],
    endHref: may(actor, 'directive.end', directive) && isOpen(directive, today) ? paths.endDirective(id) : '',
  }
}

function answerOf({ t, today, actor, locale }: Context, directive: Directive, own: OwnStep | undefined) {
  const { id, typeKey, endedAt } = directive
  const understoodAt = own?.understoodAt ?? null
  const isDue = phaseOf(directive, today) === 'running' && !own?.reports
  return {
    action: understoodAt === null && endedAt === null ? paths.understandDirective(id) : '',
    said: understoodAt ? t('directive.understoodAt', { at: showInstant(understoodAt, actor.timeZone, locale) }) : '',
    reportHref: isDue && typeKey !== null ? paths.newReportOf(typeKey) : '',
  }
}

/** Asked before it is ended, for that is not undone. */
export const endPage = ({ t }: Context, { id, title }: Directive) => ({
  title: t('directive.endTitle'),
  heading: t('directive.one'),
  back: paths.directive(id),
  text: title,
  action: paths.endDirective(id),
})
