import { dayOf } from '../../kernel/days.ts'
import { showInstant, showNumber } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { readLabel } from '../../reports/engine/index.ts'
import { type listRows } from '../../reports/reading/index.ts'
import { findReportType } from '../../reports/registry/index.ts'
import { isMessageKey, type Say } from '../../sentences/say.ts'
import type { CountedFinding, FindingQuery, lastRun } from './rules.queries.ts'

/** `Pendapat warga, Uraian` of `pendapat.uraian`. */
function fieldInWords({ type, field }: FindingQuery, locale: Locale): string {
  const [key = '', item] = field.split('.')
  const asked = findReportType(type)?.fields[key]
  const fields = [asked, item === undefined ? undefined : asked?.items?.[item]].filter((one) => one !== undefined)
  return fields.map((one) => readLabel(one, locale)).join(', ') || field
}

const ruleInWords = (rule: string, t: Say): string => {
  const key = `finding.${rule}`
  return isMessageKey(key) ? t(key) : rule
}

const inWords = (asked: FindingQuery, { t, locale }: Context): string =>
  t('finding.line', { field: fieldInWords(asked, locale), rule: ruleInWords(asked.rule, t) })

export function rulesPage(context: Context, found: CountedFinding[], run: Awaited<ReturnType<typeof lastRun>>) {
  const { t, locale, actor } = context
  return {
    title: t('finding.title'),
    heading: t('finding.title'),
    back: paths.quality(),
    checked: run
      ? t('finding.checked', {
          at: showInstant(run.ranAt, actor.timeZone, locale),
          count: showNumber(run.read, locale),
        })
      : '',
    emptyText: found.length > 0 ? '' : t(run ? 'finding.none' : 'finding.never'),
    rows: found.map(({ type, field, rule, reports }) => ({
      type: findReportType(type)?.short[locale] ?? type,
      words: inWords({ type, field, rule }, context),
      href: paths.reportsFound({ jenis: type, isian: field, aturan: rule }),
      count: showNumber(reports, locale),
    })),
  }
}

export interface Listed {
  asked: FindingQuery
  rows: ReturnType<typeof listRows>
  last: { id: string; on: Date } | undefined
  hasMore: boolean
  isFirst: boolean
}

export function foundPage(context: Context, { asked, rows, last, hasMore, isFirst }: Listed) {
  const { t, locale } = context
  const address = { jenis: asked.type, isian: asked.field, aturan: asked.rule }
  return {
    title: inWords(asked, context),
    heading: t('finding.title'),
    subheading: findReportType(asked.type)?.title[locale] ?? '',
    back: paths.rules,
    rows,
    next: hasMore && last ? paths.reportsFound({ ...address, setelah: `${dayOf(last.on)}_${last.id}` }) : '',
    first: isFirst ? '' : paths.reportsFound(address),
  }
}
