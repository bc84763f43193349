import { dayOf } from '../../kernel/days.ts'
import { showDay, showNumber, showTime } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { DayKind, DaysQuery, ListedDay } from './nihil.queries.ts'

/** What the address calls each kind. */
export const dayWords: Record<DayKind, string> = { nihil: '', silent: 'tanpa-kabar', absent: 'tidak-hadir' }

export const dayKinds = ['nihil', 'silent', 'absent'] as const satisfies DayKind[]

export interface DaysReading {
  kind: DayKind
  asked: DaysQuery
  days: ListedDay[]
  count: number
  /** What the unit and the officer of the filter are called. */
  narrowedTo: string[]
}

/** The days behind a figure: who, where and, for a day said to be nihil, at what time. */
export function daysPage({ t, locale, actor }: Context, { kind, asked, days, count, narrowedTo }: DaysReading) {
  const title = t(`nihil.list.${kind}`)
  const { from, until } = asked
  const column = (label: string) => ({ label, align: 'left', href: '' })
  const cell = (text: string, header = false) => ({ text, href: '', align: 'left', small: '', header })
  const period = [...new Set([from, until])].map((day) => showDay(day, locale)).join(' – ')
  const filter = { petugas: asked.personId, satuan: asked.unitPath, dari: from, sampai: until }
  return {
    title,
    heading: title,
    back: paths.recap(),
    about: [period, ...narrowedTo].join(' · '),
    rule: t(`nihil.rule.${kind}`),
    count: count > 0 ? t(`nihil.count.${kind}`, { count: showNumber(count, locale) }) : '',
    emptyText: count > 0 ? '' : t(`nihil.none.${kind}`),
    sheetHref: paths.morningSheet({ tanggal: until, satuan: asked.unitPath }),
    more: count > days.length ? t('nihil.more', { count: showNumber(days.length, locale) }) : '',
    tabs: dayKinds.map((one) => ({
      href: paths.daysTold({ ...filter, isi: dayWords[one] }),
      label: t(`nihil.list.${one}`),
      current: one === kind,
    })),
    table: {
      caption: title,
      head: [
        column(t('nihil.day')),
        column(t('report.author')),
        column(t('personnel.unit')),
        ...(kind === 'nihil' ? [column(t('nihil.at'))] : []),
        ...(kind === 'absent' ? [column(t('absence.kind'))] : []),
      ],
      rows: days.map((one) => [
        cell(showDay(dayOf(one.day), locale), true),
        cell(`${one.pangkat} ${one.name}`),
        cell(one.unit),
        ...(one.absence ? [cell(t(`absence.kind.${one.absence}`))] : []),
        ...(one.filedAt ? [cell(showTime(one.filedAt, actor.timeZone, locale))] : []),
      ]),
      foot: [],
    },
  }
}
