import { dayIn } from '../../kernel/days.ts'
import { showDay, showInstant, showNumber, showTime } from '../../kernel/format.ts'
import type { Locale, Params } from '../../kernel/locale.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Sent } from '../../platform/http/sent.ts'
import { lateReasons } from '../deadlines/index.ts'
import {
  likenessAnswers,
  likenessName,
  likenessSent,
  reasonName,
  reasonSent,
  shownName,
  whichName,
  whichSent,
} from '../record/index.ts'
import { reportType } from '../registry/index.ts'
import {
  type Candidate,
  type FoundSignal,
  reasons,
  type Signals,
  type WarningKey,
  warningKeys,
} from '../signals/index.ts'
import { lateName, lateReasonSent } from './lateness.ts'

type Late = { writtenAt: Date; dueAt: Date }

export interface QuestionContext {
  /** Where a photo of this report is seen before it is sent. */
  photoAt: (hash: string) => string
  signals: Signals
  /** When it was written and due, where it is asked why it is late. */
  late: Late | undefined
  sent: Sent
  /** The questions without an answer when the report was sent. */
  open: ReadonlySet<string>
}

/** What the sentence about something odd is filled with: numbers and days as people read them. */
export const shownParams = (params: Params, locale: Locale): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? showNumber(value, locale) : name === 'day' ? showDay(value, locale) : value,
    ]),
  )

const anchor = (name: string) => `f-${name.replaceAll('.', '-')}`

/** All that is to be answered before the report is sent: what is odd, and what it resembles. */
export function questionsOf(context: Context, asking: QuestionContext) {
  const { found, candidates } = asking.signals
  const keys = warningKeys.filter((key) => found.some((one) => one.key === key))
  const likeness = candidates.length > 0 ? [likenessQuestion(context, asking)] : []
  const odd = keys.map((key) =>
    oddQuestion(
      context,
      asking,
      key,
      found.filter((one) => one.key === key),
    ),
  )
  const late = asking.late ? [lateQuestion(context, asking, asking.late)] : []
  const all = [...likeness, ...late, ...odd]
  return {
    count: all.length === 0 ? '' : context.t('signal.questions', { count: all.length }),
    firstHref: all.length === 0 ? '' : `#${all[0]!.id}-kotak`,
    questions: all,
  }
}

export function lateQuestion(
  { t, locale, actor }: Context,
  { sent, open }: Pick<QuestionContext, 'sent' | 'open'>,
  { writtenAt, dueAt }: Late,
) {
  const chosen = lateReasonSent(sent)
  const isSameDay = dayIn(actor.timeZone, writtenAt) === dayIn(actor.timeZone, dueAt)
  const at = (when: Date) => (isSameDay ? showTime : showInstant)(when, actor.timeZone, locale)
  return {
    name: lateName,
    id: anchor(lateName),
    cards: [],
    pairs: [],
    shown: [],
    shownName,
    which: [],
    whichName,
    sentence: t('clock.lateAsk', { written: at(writtenAt), due: at(dueAt) }),
    error: open.has(lateName) ? t('signal.reasonEmpty') : '',
    options: Object.entries(lateReasons).map(([value, label]) => ({
      value,
      label: label[locale],
      checked: value === chosen,
    })),
  }
}

function oddQuestion(
  { t, locale, actor }: Context,
  { photoAt, sent, open }: QuestionContext,
  key: WarningKey,
  found: FoundSignal[],
) {
  const name = reasonName(key)
  const isOwn = ({ params }: FoundSignal) => params.authorId === undefined || params.authorId === actor.id
  const sentence = found.every(isOwn) ? (`signal.${key}.ask` as const) : 'signal.foto-mirip.askOther'
  const chosen = reasonSent(sent, key)
  return {
    name,
    id: anchor(name),
    sentence: t(sentence, shownParams(found[0]!.params, locale)),
    error: open.has(name) ? t('signal.reasonEmpty') : '',
    cards: found.flatMap((one) => (key === 'sama-teks' ? [cardOf(one, locale)] : [])),
    pairs: key === 'foto-mirip' ? found.map((one) => pairOf(t, photoAt, one, isOwn(one))) : [],
    shown: [],
    shownName,
    which: [],
    whichName,
    options: Object.entries(reasons[key]).map(([value, label]) => ({
      value,
      label: label[locale],
      checked: value === chosen,
    })),
  }
}

const cardOf = ({ params }: FoundSignal, locale: Locale) => ({
  href: paths.report(String(params.id)),
  title: String(params.number),
  about: showDay(String(params.day), locale),
})

/** Both photos beside each other; a photo of another officer is not shown. */
const pairOf = (t: Context['t'], photoAt: QuestionContext['photoAt'], { params }: FoundSignal, isOwn: boolean) => ({
  mine: { src: photoAt(String(params.photo)), caption: t('signal.photoMine') },
  other: isOwn
    ? {
        src: paths.photo(String(params.id), Number(params.ordinal)),
        caption: t('signal.photoOf', { number: String(params.number) }),
      }
    : ('' as const),
})

function likenessQuestion(context: Context, { signals: { candidates }, sent, open }: QuestionContext) {
  const { t } = context
  const chosen = likenessSent(sent)
  const which = whichSent(sent, candidates)
  return {
    name: likenessName,
    id: anchor(likenessName),
    sentence: likenessSentence(context, candidates),
    error: open.has(likenessName) ? t('signal.likenessEmpty') : '',
    cards: candidates.map((one) => candidateCard(context, one)),
    pairs: [],
    shown: candidates.map(({ id }) => id),
    shownName,
    which:
      candidates.length === 1
        ? []
        : candidates.map((one) => ({
            value: one.id,
            label: candidateCard(context, one).about,
            checked: one.id === which?.id,
          })),
    whichName,
    options: likenessAnswers.map((value) => ({ value, label: t(`signal.is.${value}`), checked: value === chosen })),
  }
}

/** A question as it is shown, on the check page or in the form of a laporan kilat. */
export type Question = ReturnType<typeof questionsOf>['questions'][number]

function likenessSentence({ t, locale, actor }: Context, candidates: readonly Candidate[]): string {
  const exact = candidates.find(({ isExact }) => isExact)
  if (!exact) return candidates.length === 1 ? t('signal.mirip.ask') : t('signal.mirip.askMany')
  return t('signal.exact.ask', { entry: exact.place, time: showTime(exact.occurredAt, actor.timeZone, locale) })
}

/** An own report is named and linked; of a colleague's only kind, day, hour and name. */
function candidateCard({ t, locale, actor }: Context, one: Candidate) {
  const isOwn = one.authorId === actor.id
  const when = `${showDay(one.day, locale)}, ${showTime(one.occurredAt, actor.timeZone, locale)}`
  const title = reportType(one.typeKey).title[locale]
  return {
    href: isOwn ? paths.report(one.id) : '',
    title: isOwn ? `${title}, ${one.number}` : title,
    about: isOwn ? `${when} · ${one.place}` : `${when} · ${t('signal.by', { name: one.author })}`,
  }
}
