import { dayIn } from '../../kernel/days.ts'
import { showDay } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Answers } from '../engine/index.ts'
import type { EarlierVisits } from './earlier-visits.queries.ts'

export interface EarlierCard {
  title: string
  visits: { text: string; href: string }[]
  complaints: { text: string; due: string; href: string }[]
}

/** What an officer should know before they knock. Reports of other officers are told of, but not opened. */
export function earlierCard(
  { t, locale, actor }: Pick<Context, 't' | 'locale' | 'actor'>,
  { count, last, open }: EarlierVisits,
): EarlierCard {
  return {
    title: t('visit.next', { number: count + 1 }),
    visits: last.map(({ id, authorId, author, occurredAt }) => ({
      text: t('visit.earlier', {
        day: showDay(dayIn(actor.timeZone, occurredAt), locale),
        who: `${author.pangkat} ${author.name}`,
      }),
      href: authorId === actor.id ? paths.report(id) : '',
    })),
    complaints: open.map(({ id, answers, followUpDue }) => ({
      text: complaintsIn(answers as Answers).join(' ') || t('visit.promised'),
      due: t('visit.openUntil', { day: showDay(followUpDue!, locale) }),
      href: paths.report(id),
    })),
  }
}

const complaintsIn = ({ pendapat }: Answers): string[] =>
  ((pendapat ?? []) as Answers[]).filter(({ jenis }) => jenis === 'keluhan').map(({ uraian }) => String(uraian))
