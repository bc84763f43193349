import { showInstant, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { shareText } from '../quality/index.ts'
import { type Directive, hasActed, type OfficerLine, windowOf } from './directives.ts'

type Told = { href: string; text: string }

/** How many have done what, and under each number who they are. */
export function figuresOf(context: Context, directive: Directive, lines: readonly OfficerLine[]) {
  const { t, locale } = context
  const understood = lines.filter(({ understoodAt }) => understoodAt !== null)
  const acted = lines.filter(hasActed)
  const without = (those: OfficerLine[]) => lines.filter((line) => !those.includes(line))
  const tile = (label: string, those: readonly OfficerLine[], id: string) => ({
    label,
    value: showNumber(those.length, locale),
    unit: '',
    href: those.length > 0 && id !== '' ? `#${id}` : '',
    sentence: id === '' || lines.length === 0 ? '' : shareText(context, { good: those.length, of: lines.length }),
  })
  const isOnePolsek = new Set(lines.map(({ unit }) => unit)).size < 2
  const list = (which: keyof typeof anchors, those: readonly OfficerLine[], tell?: (line: OfficerLine) => Told) =>
    listOf(context, which, those, ({ name, unit }) => (isOnePolsek ? name : `${name}, ${unit}`), tell)
  const hasType = directive.typeKey !== null
  return {
    emptyText: lines.length === 0 ? t('directive.nobody') : '',
    tiles: [
      tile(t('directive.officers'), lines, ''),
      tile(t('directive.sumUnderstood'), understood, 'mengerti'),
      ...(hasType ? [tile(t('directive.sumActed'), acted, 'melaksanakan')] : []),
    ],
    lists: [
      list('notUnderstood', without(understood)),
      list('haveUnderstood', understood, (line) => saidAt(context, line)),
      ...(hasType ? [list('notActed', without(acted))] : []),
      ...(hasType ? [list('haveActed', acted, (line) => reportsOf(context, directive, line))] : []),
    ].filter(({ rows }) => rows.length > 0),
    rule: t(hasType ? 'directive.rule' : 'directive.ruleUnderstood'),
  }
}

const anchors = {
  notUnderstood: 'belum-mengerti',
  haveUnderstood: 'mengerti',
  notActed: 'belum-melaksanakan',
  haveActed: 'melaksanakan',
}

const nothing = (): Told => ({ href: '', text: '' })

function listOf(
  { t, locale }: Context,
  which: keyof typeof anchors,
  those: readonly OfficerLine[],
  nameOf: (line: OfficerLine) => string,
  tell: (line: OfficerLine) => Told = nothing,
) {
  return {
    id: anchors[which],
    title: t(`directive.${which}`, { count: showNumber(those.length, locale) }),
    rows: those.map((line) => ({ title: nameOf(line), chips: [], ...tell(line) })),
  }
}

const saidAt = ({ actor, locale }: Context, { understoodAt }: OfficerLine): Told => ({
  href: '',
  text: understoodAt ? showInstant(understoodAt, actor.timeZone, locale) : '',
})

function reportsOf({ t, actor, locale }: Context, directive: Directive, { personId, reports }: OfficerLine): Told {
  const { from, until } = windowOf(directive, actor.timeZone)
  const asked = { petugas: personId, dari: from, sampai: until, keadaan: 'dihitung' }
  return {
    href: paths.reports({ ...asked, ...(directive.typeKey === null ? {} : { jenis: directive.typeKey }) }),
    text: t('directive.reports', { count: showNumber(reports, locale) }),
  }
}
