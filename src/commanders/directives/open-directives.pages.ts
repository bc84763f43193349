import { showDay, showDays } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { ownChip, typeInWords } from './directives.pages.ts'
import { type Directive, isOpen, type OwnStep, phaseOf, standingOf } from './directives.ts'

/** What directives still want of an officer: to be understood, and while they run to be acted on; the first is on top. */
export function openDirectives(context: Context, directives: readonly Directive[], own: readonly OwnStep[]) {
  const { t, today, locale } = context
  return directives
    .filter((one) => isOpen(one, today))
    .map((directive) => ({ directive, step: own.find(({ directiveId }) => directiveId === directive.id) }))
    .map((one) => ({ ...one, standing: standingOf(one.step), isRunning: phaseOf(one.directive, today) === 'running' }))
    .filter(
      ({ directive: { typeKey }, standing, isRunning }) =>
        standing === 'unread' || (standing === 'understood' && isRunning && typeKey !== null),
    )
    .toSorted((a, b) => Number(a.standing !== 'unread') - Number(b.standing !== 'unread'))
    .map(({ directive, step, standing, isRunning }) => ({
      href: paths.directive(directive.id),
      title: directive.title,
      text: [
        isRunning
          ? t('directive.untilDay', { day: showDay(directive.until, locale) })
          : showDays(directive, context.locale),
        ...(directive.typeKey === null ? [] : [typeInWords(context, directive)]),
      ].join(' · '),
      action: standing === 'unread' ? paths.understandDirective(directive.id) : '',
      label: t('directive.understandOf', { title: directive.title }),
      chip: ownChip(context, step),
    }))
}
