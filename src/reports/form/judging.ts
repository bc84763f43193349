import { type Day, dayIn, instantIn } from '../../kernel/days.ts'
import type { Locale, Params } from '../../kernel/locale.ts'
import { isMessageKey, type Say } from '../../sentences/say.ts'
import { type Answers, answerFaults, type Fault, photosLacking, type ReportType, type Wire } from '../engine/index.ts'

/** Sentences whose keys travel as data: an unknown one is a bug of ours and throws. */
export const sayKey = (t: Say) => (key: string, params: Params) => {
  if (!isMessageKey(key)) throw new Error(`No sentence "${key}"`)
  return t(key, params)
}

/** What an entry of the register must tell for a report to point to it. */
export interface EntryKnown {
  kind: string
  mergedInto: string | null
  villageCode: string
}

/** When, where and in which words a report is judged. */
export interface JudgingContext {
  now: Date
  timeZone: string
  locale: Locale
  t: Say
  /** The villages that its author serves that day. */
  villages: ReadonlySet<string>
  /** The entry of the register that it names, where its type has one. */
  entry: EntryKnown | null
}

export type { Fault } from '../engine/index.ts'

function isInFuture(timeZone: string, now: Date, { tanggal, pukul }: Answers): boolean {
  if (typeof tanggal !== 'string' || typeof pukul !== 'string') return false
  return tanggal === dayIn(timeZone, now) && instantIn(timeZone, tanggal, pukul) > now
}

/** The control at which a fault of the place is told. */
const placeField = (type: ReportType): string => type.entryField || 'wilayah'

/** Whether it happened where its author serves. */
function placeFault(
  type: ReportType,
  answers: Answers,
  { villages, entry, t, locale }: Pick<JudgingContext, 'villages' | 'entry' | 't' | 'locale'>,
): string {
  if (type.entryField === '') {
    return typeof answers.wilayah === 'string' && !villages.has(answers.wilayah) ? t('rule.notYourVillage') : ''
  }
  if (typeof answers[type.entryField] !== 'string') return ''
  const { register, label: labels } = type.fields[type.entryField]!
  const fits = entry?.kind === register && entry?.mergedInto === null
  return entry && fits && villages.has(entry.villageCode) ? '' : t('rule.outsideVillage', { label: labels[locale] })
}

type Words = Pick<JudgingContext, 't' | 'locale'>

export function tooFewPhotos({ photos }: ReportType, answers: Answers, count: number, { t, locale }: Words): string {
  const lacking = photosLacking(photos, answers, count)
  return lacking === undefined ? '' : lacking === '' ? t('rule.photosNone') : lacking[locale]
}

export const tooManyPhotos = ({ photos: { max } }: ReportType, count: number, { t }: Pick<Words, 't'>): string =>
  count > max ? t('rule.photosMany', { max, over: count - max }) : ''

const photoFault = (type: ReportType, answers: Answers, count: number, words: Words): string =>
  tooFewPhotos(type, answers, count, words) || tooManyPhotos(type, count, words)

/** A form as it came, with what was read from it. */
export interface ReadForm {
  wire: Wire
  answers: Answers
  /** How many there are; or what is wrong with them, where that was found already ('' for nothing). */
  photos: number | { fault: string }
}

/**
 * Every rule that a report breaks, in the order of its page: for forms of the server, drafts and envelopes. `only`: the fields
 * that are judged; a correction is not asked again about what nobody asked to change.
 */
export function faultsIn(
  type: ReportType,
  { wire, answers, photos }: ReadForm,
  judging: JudgingContext,
  only?: ReadonlySet<string>,
): Fault[] {
  const { timeZone, now, locale, t } = judging
  const today: Day = dayIn(timeZone, now)
  const place = placeField(type)
  const judges = (...keys: string[]) => !only || keys.some((key) => only.has(key))
  return [
    ...answerFaults(type, wire, answers, today, { locale, say: sayKey(t) }).filter(({ field }) =>
      judges(field.split('.')[0]!),
    ),
    {
      field: 'pukul',
      message: judges('pukul', 'tanggal') && isInFuture(timeZone, now, answers) ? t('rule.timeInFuture') : '',
    },
    { field: place, message: judges(place) ? placeFault(type, answers, judging) : '' },
    { field: 'foto', message: typeof photos === 'number' ? photoFault(type, answers, photos, judging) : photos.fault },
  ].filter(({ message }) => message !== '')
}
