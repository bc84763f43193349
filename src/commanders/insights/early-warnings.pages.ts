import { mayEver } from '../../access/policy/policy.ts'
import { type Village, villageInFull, villageTitle } from '../../administration/units/index.ts'
import { showInstant, showNumber, showRt } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Word } from '../../reports/engine/index.ts'
import type { listRows } from '../../reports/reading/index.ts'
import type { answersTo, FoundCell } from './early-warnings.queries.ts'
import { beforeDays, chanceOf, least, levelOf, limits, mostlyIn, recentDays, usual } from './unusual.ts'

/** How far somebody has come with it: not at all, as far as it went then, or all the way. */
export type Standing = 'new' | 'grown' | 'answered'

export interface EarlyWarning {
  cell: FoundCell
  village: Village
  /** The category in the reader's language. */
  category: string
}

export const standingOf = ({ answeredAt, arrivedAt }: FoundCell): Standing => {
  if (answeredAt === null) return 'new'
  return answeredAt < arrivedAt ? 'grown' : 'answered'
}

export const categoryIn = (words: readonly Word[], key: string, { locale }: Pick<Context, 'locale'>): string =>
  words.find((word) => word.key === key)?.label[locale] ?? key

/** Open ones first, then the least likely. */
export const inOrder = (warnings: readonly EarlyWarning[]): EarlyWarning[] => {
  const isAnswered = ({ cell }: EarlyWarning) => (standingOf(cell) === 'answered' ? 1 : 0)
  return [...warnings].sort((a, b) => isAnswered(a) - isAnswered(b) || chanceOf(a.cell) - chanceOf(b.cell))
}

/** `4 dalam 14 hari, biasanya 0,3. Terbanyak di RW 005.` */
function basisOf({ t, locale }: Pick<Context, 't' | 'locale'>, cell: FoundCell): string {
  const rw = mostlyIn(cell.rws)
  const rounded = Math.round(usual(cell) * 10) / 10
  const counted = t('early.basis', {
    recent: cell.recent,
    days: recentDays,
    usual: rounded === 0 && cell.before > 0 ? t('early.lessThan') : showNumber(rounded, locale),
  })
  return rw === undefined ? counted : `${counted} ${t('early.mostly', { rw: showRt(rw) })}`
}

const levelChip = ({ t }: Pick<Context, 't'>, cell: FoundCell) =>
  levelOf(cell) === 'high' ? { kind: 'urgent', label: t('early.high') } : { kind: 'warning', label: t('early.medium') }

const standingChip = ({ t }: Context, cell: FoundCell) => {
  const standing = standingOf(cell)
  const kind = { new: 'neutral', grown: 'returned', answered: 'verified' }[standing]
  return { kind, label: t(`early.${standing}`) }
}

export function earlyWarningRow(context: Context, warning: EarlyWarning) {
  const { cell, village, category } = warning
  return {
    href: paths.earlyWarning(cell.villageCode, cell.category),
    title: `${category}, ${villageTitle(village)}`,
    text: basisOf(context, cell),
    chips: [levelChip(context, cell), standingChip(context, cell)],
  }
}

/** The rule in words: what is shown is never a black box. */
const ruleText = ({ t, locale }: Context): string =>
  t('early.rule', {
    least,
    days: recentDays,
    weeks: beforeDays / 7,
    medium: showNumber(limits.medium * 100, locale),
    high: showNumber(limits.high * 100, locale),
  })

export function earlyWarningsPage(context: Context, warnings: readonly EarlyWarning[]) {
  const { t } = context
  const open = warnings.filter(({ cell }) => standingOf(cell) !== 'answered').length
  return {
    title: t('early.title'),
    heading: t('early.title'),
    back: paths.dashboard(),
    summary: t('early.counts', { open, answered: warnings.length - open }),
    rows: inOrder(warnings).map((warning) => earlyWarningRow(context, warning)),
    rule: ruleText(context),
  }
}

export interface EarlyWarningReading {
  village: Village
  categoryKey: string
  category: string
  /** Nothing where it is not out of the usual any more. */
  cell: FoundCell | undefined
  reports: ReturnType<typeof listRows>
  answers: Awaited<ReturnType<typeof answersTo>>
  note: string
  error: string
}

export function earlyWarningPage(context: Context, reading: EarlyWarningReading) {
  const { t, locale, actor } = context
  const { village, categoryKey, category, cell, reports, answers, note, error } = reading
  const isAbout = cell !== undefined || answers.length > 0
  return {
    title: `${category}, ${villageTitle(village)}`,
    heading: t('early.one'),
    back: paths.earlyWarnings,
    hasErrors: error !== '',
    problems: error === '' ? [] : [{ href: '#f-tindakan', message: error }],
    place: villageInFull(village),
    basis: cell ? basisOf(context, cell) : t('early.over'),
    chips: cell ? [levelChip(context, cell), standingChip(context, cell)] : [],
    rule: ruleText(context),
    reports,
    answers: answers.map(({ person, answeredAt, note: text }) => ({
      text,
      by: t('early.answeredBy', {
        name: `${person.pangkat} ${person.name}`,
        at: showInstant(answeredAt, actor.timeZone, locale),
      }),
    })),
    directHref:
      mayEver(actor, 'directive.give') && isAbout
        ? paths.newDirective({ wilayah: village.code, kategori: categoryKey })
        : '',
    form:
      mayEver(actor, 'earlyWarning.answer') && isAbout
        ? [{ action: paths.answerEarlyWarning(village.code, categoryKey), note, error }]
        : [],
  }
}
