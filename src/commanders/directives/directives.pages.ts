import { mayEver } from '../../access/policy/policy.ts'
import { showDays, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { findReportType } from '../../reports/registry/index.ts'
import { shareText } from '../quality/index.ts'
import {
  type Directive,
  type OfficerLine,
  type OwnStep,
  type Phase,
  phaseOf,
  progressOf,
  standingOf,
} from './directives.ts'

/** For officers their own steps; for others what the officers of their scope have done. */
export interface Steps {
  lines: OfficerLine[]
  own: OwnStep[]
}

/** Whether it asks the reader himself. */
export const isForMe = ({ actor }: Context) => mayEver(actor, 'directive.understand')

export const typeInWords = ({ t, locale }: Context, { typeKey }: Directive): string =>
  typeKey === null ? t('directive.typeNone') : (findReportType(typeKey)?.title[locale] ?? typeKey)

function progressText(context: Context, directive: Directive, lines: readonly OfficerLine[]): string {
  const { t } = context
  if (lines.length === 0) return t('directive.nobody')
  const progress = progressOf(lines)
  const understood = shareText(context, progress.understood)
  return directive.typeKey === null
    ? t('directive.progress', { understood })
    : t('directive.progressBoth', { understood, acted: shareText(context, progress.acted) })
}

const phaseKinds: Record<Phase, string> = {
  running: 'submitted',
  coming: 'neutral',
  over: 'neutral',
  ended: 'cancelled',
}

export const phaseChip = ({ t, today }: Context, directive: Directive) => {
  const phase = phaseOf(directive, today)
  return { kind: phaseKinds[phase], label: t(`directive.phase.${phase}`) }
}

export const ownChip = ({ t }: Context, own: OwnStep | undefined) => {
  const standing = standingOf(own)
  return {
    kind: { unread: 'warning', understood: 'submitted', acted: 'verified' }[standing],
    label: t(`directive.${standing}`),
  }
}

const fewNames = 2

/** In a list many names are only counted. */
const audienceShort = ({ t, locale }: Context, { audience }: Directive): string =>
  audience.length <= fewNames
    ? audience.join(', ')
    : t('directive.audienceCount', { count: showNumber(audience.length, locale) })

function rowOf(context: Context, directive: Directive, { lines, own }: Steps) {
  const { id, title } = directive
  const step = own.find(({ directiveId }) => directiveId === id)
  const mine = lines.filter(({ directiveId }) => directiveId === id)
  const about = isForMe(context)
    ? [showDays(directive, context.locale), typeInWords(context, directive)]
    : [showDays(directive, context.locale), audienceShort(context, directive), progressText(context, directive, mine)]
  return {
    href: paths.directive(id),
    title,
    text: about.join(' · '),
    // The part of the list says the rest.
    chips: [
      ...(directive.endedAt ? [phaseChip(context, directive)] : []),
      ...(isForMe(context) ? [ownChip(context, step)] : []),
    ],
  }
}

/** Those that hold, those to come and those that are over. `back`: how far the list reaches, in days. */
export function directivesPage(context: Context, directives: readonly Directive[], steps: Steps, back: number) {
  const { t, today, actor } = context
  const those = (...phases: Phase[]) => directives.filter((one) => phases.includes(phaseOf(one, today)))
  const part = (title: string, found: Directive[], emptyText = '') => ({
    title,
    emptyText: found.length === 0 ? emptyText : '',
    rows: found.map((one) => rowOf(context, one, steps)),
  })
  const [running, coming, over] = [those('running'), those('coming'), those('over', 'ended')]
  return {
    title: t('directive.title'),
    heading: t('directive.title'),
    back: isForMe(context) ? paths.home : paths.dashboard(),
    lead: isForMe(context) ? t('directive.leadMine') : t('directive.lead'),
    newHref: mayEver(actor, 'directive.give') ? paths.newDirective() : '',
    summary: t('directive.counts', { running: running.length, coming: coming.length, over: over.length }),
    isEmpty: directives.length === 0,
    parts: [
      part(t('directive.phase.running'), running, t('directive.noneRunning')),
      part(t('directive.phase.coming'), coming),
      part(t('directive.past', { days: back }), over),
    ].filter(({ rows, emptyText }) => rows.length > 0 || emptyText !== ''),
  }
}
