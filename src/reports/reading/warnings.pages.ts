import { dayOf } from '../../kernel/days.ts'
import { showDay } from '../../kernel/format.ts'
import type { Params } from '../../kernel/locale.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { shownParams } from '../form/index.ts'
import type { FoundReport, Linked, reportsOfMatter } from '../record/index.ts'
import { reportType } from '../registry/index.ts'
import { reasons, unasked, type Warning, type WarningKey } from '../signals/index.ts'

/** The confirmation questions at sending, and the officer's answers. */
export const warningsOf = ({ warnings }: { warnings: unknown }): Warning[] => warnings as Warning[]

/** The other reports that the warnings and the chain of a report point to. */
export const pointedTo = ({ warnings }: { warnings: unknown }): string[] =>
  warningsOf({ warnings }).flatMap(({ params }) => (typeof params.id === 'string' ? [params.id] : []))

/** The mark of lists and queue: how much there is to look at. Nothing where there is nothing. */
export function warningChips({ t }: Pick<Context, 't'>, report: { warnings: unknown }) {
  const count = warningsOf(report).length
  return count === 0 ? [] : [{ kind: 'warning', label: t('signal.count', { count }) }]
}

/** The warnings in words: what is odd, why it is as the officer says, and the way to what it resembles. */
export function warningRows({ t, locale }: Context, report: FoundReport, linked: ReadonlyMap<string, Linked>) {
  return warningsOf(report).map(({ key, params, reason }) => {
    const other = typeof params.id === 'string' ? linked.get(params.id) : undefined
    const isHidden = other === undefined && (key === 'foto-mirip' || key === 'mirip')
    return {
      text: key === 'jam' ? clockSentence(t, params) : oddSentence({ t, locale }, key, params, isHidden),
      reason: reason === unasked || key === 'jam' ? t('signal.unasked') : (reasons[key][reason]?.[locale] ?? reason),
      href: other ? paths.comparison(report.id, other.id) : '',
      pairs: key === 'foto-mirip' ? pairsOf(t, report, params, other) : [],
    }
  })
}

function oddSentence({ t, locale }: Pick<Context, 't' | 'locale'>, key: WarningKey, params: Params, isHidden: boolean) {
  const sentence = isHidden ? (`signal.${key}.toldOther` as const) : (`signal.${key}.told` as const)
  return t(sentence as 'signal.lama.told', shownParams(params, locale))
}

const clockSentence = (t: Context['t'], { kind }: Params): string => t(`signal.jam.${String(kind)}` as 'signal.jam.far')

/** Both photos, as long as both are still shown: a correction may have replaced either. */
function pairsOf(t: Context['t'], report: FoundReport, params: Params, other: Linked | undefined) {
  const mine = report.photos.find(({ hash }) => hash === params.photo)?.ordinal
  const theirs = other?.photos.find(({ hash }) => hash === params.other)?.ordinal
  if (!mine || !other || !theirs) return []
  return [
    {
      mine: { src: paths.photo(report.id, mine), caption: t('signal.photoMine') },
      other: { src: paths.photo(other.id, theirs), caption: t('signal.photoOf', { number: other.number }) },
    },
  ]
}

export type Matter = Awaited<ReturnType<typeof reportsOfMatter>>

/** The reports of one matter in their order; those out of scope are named and not linked. */
export const chainRows = (
  { t, locale }: Context,
  { id }: { id: string },
  matter: Matter,
  linked: ReadonlyMap<string, Linked>,
) =>
  matter.length < 2
    ? []
    : matter.map((one) => ({
        href: one.id !== id && linked.has(one.id) ? paths.report(one.id) : '',
        title: `${reportType(one.typeKey).title[locale]}, ${one.number}`,
        about: [showDay(dayOf(one.occurredOn), locale), ...(one.id === id ? [t('signal.thisOne')] : [])].join(' · '),
      }))
