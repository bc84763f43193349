import type { Day } from '../../kernel/days.ts'
import { showDay, showInstant, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { isOffered, type Word } from '../../reports/engine/index.ts'
import { fieldModel } from '../../reports/form/index.ts'
import type { Vocabulary } from './catalogue.ts'
import { termFields } from './term-form.ts'
import type { ListedWord, Usage } from './vocabularies.queries.ts'

export interface Counted {
  vocabulary: Vocabulary
  words: ListedWord[]
}

/** For whom a change holds. */
const leadOf = ({ t, actor }: Context) =>
  actor.coversServer ? t('vocabulary.leadAll') : t('vocabulary.leadOwn', { unit: actor.unitName })

export function indexPage(context: Context, all: Counted[]) {
  const { t, locale, today } = context
  return {
    lead: leadOf(context),
    title: t('vocabulary.title'),
    heading: t('vocabulary.title'),
    rows: all.map(({ vocabulary, words }) => {
      const offered = words.filter((word) => isOffered(word, today)).length
      return {
        href: paths.vocabulary(vocabulary.name),
        name: vocabulary.title[locale],
        offered: showNumber(offered, locale),
        rest: showNumber(words.length - offered, locale),
      }
    }),
  }
}

export interface Shown extends Counted {
  usage: Usage
}

export interface TermInput {
  wire: Record<string, unknown>
  errors: Map<string, string>
}

const filling = ({ today, locale, t }: Context, { wire, errors }: TermInput) => ({
  wire,
  errors,
  today,
  locale,
  t,
  villages: [],
})

export function showPage(
  context: Context,
  { vocabulary, words, usage }: Shown,
  typed: TermInput = { wire: { mulai: context.today }, errors: new Map() },
) {
  const { t, locale, actor, today } = context
  const card = (word: ListedWord) => cardOf(context, { vocabulary, words, usage }, word)
  const gone = words.filter((word) => !isOffered(word, today))
  return {
    title: vocabulary.title[locale],
    heading: t('vocabulary.title'),
    subheading: vocabulary.title[locale],
    back: paths.vocabularies,
    hasErrors: typed.errors.size > 0,
    problems: [...typed.errors].map(([name, message]) => ({ href: `#f-${name}`, message })),
    lead: leadOf(context),
    counted: t('vocabulary.countedAt', { at: showInstant(usage.countedAt, actor.timeZone, locale) }),
    offered: words.filter((word) => isOffered(word, today)).map(card),
    gone: gone.map(card),
    action: paths.vocabulary(vocabulary.name),
    fields: Object.entries(termFields).map(([name, field]) => fieldModel(name, field, filling(context, typed))),
  }
}

function cardOf({ t, locale, today }: Context, { vocabulary, words, usage }: Shown, word: ListedWord) {
  const { name } = vocabulary
  const label = word.label[locale]
  const offered = isOffered(word, today)
  return {
    label,
    other: word.label[locale === 'id' ? 'en' : 'id'],
    uses: usesIn({ words, usage }, word, (own, all) =>
      own === all
        ? t('vocabulary.uses', { count: showNumber(own, locale) })
        : t('vocabulary.usesMerged', { count: showNumber(own, locale), all: showNumber(all, locale) }),
    ),
    ends: endsOf({ t, locale, today }, words, word),
    note: word.isEndedAbove && !offered ? t('vocabulary.endedAboveNote') : '',
    retireAction: offered ? paths.retireTerm(name, word.key) : '',
    retireLabel: t('vocabulary.retireOf', { label }),
    mergeHref: offered ? paths.mergeTerm(name, word.key) : '',
    mergeLabel: t('vocabulary.mergeOf', { label }),
    reinstateAction: offered || word.isEndedAbove ? '' : paths.reinstateTerm(name, word.key),
    reinstateLabel: t('vocabulary.reinstateOf', { label }),
  }
}

/** A word's own uses, and those with all that was merged into it. */
function usesIn<R>(
  { words, usage: { uses } }: Pick<Shown, 'words' | 'usage'>,
  word: Word,
  say: (own: number, all: number) => R,
): R {
  const own = (key: string) => uses[key] ?? 0
  const withMerged = (key: string): number =>
    own(key) +
    words.filter(({ mergedInto }) => mergedInto === key).reduce((sum, merged) => sum + withMerged(merged.key), 0)
  return say(own(word.key), withMerged(word.key))
}

function endsOf({ t, locale, today }: Pick<Context, 't' | 'locale' | 'today'>, words: Word[], word: Word): string {
  const { since, until, mergedInto } = word
  if (since !== null && since > today) return t('vocabulary.from', { day: showDay(since, locale) })
  if (until === null) return ''
  const into = words.find(({ key }) => key === mergedInto)
  const day = (value: Day) => showDay(value, locale)
  return into
    ? t('vocabulary.mergedOn', { day: day(until), label: into.label[locale] })
    : t('vocabulary.retiredOn', { day: day(until) })
}

export function mergePage(
  { t, locale, today }: Context,
  { vocabulary, words, usage, word }: Shown & { word: Word },
  chosen = '',
  error = '',
) {
  const number = (key: string) => showNumber(usage.uses[key] ?? 0, locale)
  const label = word.label[locale]
  const targets = words.filter((one) => one.key !== word.key && isOffered(one, today))
  return {
    title: t('vocabulary.mergeOf', { label }),
    heading: t('vocabulary.title'),
    subheading: vocabulary.title[locale],
    back: paths.vocabulary(vocabulary.name),
    hasErrors: error !== '',
    problems: error === '' ? [] : [{ href: '#f-tujuan', message: error }],
    text: t('vocabulary.mergeText', { label, count: number(word.key) }),
    action: paths.mergeTerm(vocabulary.name, word.key),
    field: {
      name: 'tujuan',
      id: 'f-tujuan',
      label: t('vocabulary.target'),
      hint: t('vocabulary.targetHint'),
      error,
      optional: false,
      component: 'input-choice',
      attributes: [],
      unknowns: [],
      value: '',
      extra: {},
      when: '' as const,
      options: targets.map((one) => ({
        value: one.key,
        label: t('vocabulary.targetOption', { label: one.label[locale], count: number(one.key) }),
        checked: one.key === chosen,
      })),
    },
    bar: {
      primary: { label: t('vocabulary.merge'), name: 'aksi', value: 'gabung' },
      secondary: '' as const,
      text: '',
    },
  }
}
