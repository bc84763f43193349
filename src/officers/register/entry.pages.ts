import { mayEver } from '../../access/policy/policy.ts'
import type { Scope } from '../../access/policy/scope.ts'
import { type Village, villageTitle } from '../../administration/units/index.ts'
import { dayIn } from '../../kernel/days.ts'
import { rtRw, showDay, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { type Names, readLabel, showAnswer } from '../../reports/engine/index.ts'
import { lastVisited } from '../../reports/form/index.ts'
import { reportType } from '../../reports/registry/index.ts'
import type { EntryReport, WholeEntry } from './entry.queries.ts'
import { uncounted, valuesOf } from './entry-values.ts'
import type { RegisterKind } from './kinds.ts'

export interface TaskRow {
  href: string
  title: string
  text: string
  chips: { kind: string; label: string }[]
}

export interface EntryReading {
  kind: RegisterKind
  entry: WholeEntry
  villages: Village[]
  reports: EntryReport[]
  /** How many of all its reports count. */
  visits: number
  /** The open ones before the closed ones. */
  followUps: TaskRow[]
  /** The last four digits of its NIK, or '' when it has none. */
  nikEnd: string
  /** It is there but does not open. */
  isNikBroken: boolean
  /** The words of the lists that the admin keeps. */
  term: Names['term']
}

/** The wish to read a whole NIK: what was typed, or what was opened. */
export interface Revealing {
  reason: string
  error: string
  nik: string
}

const unasked: Revealing = { reason: '', error: '', nik: '' }

/** An entry of the register, what is known of it, and what was reported of it. */
export function entryPage(context: Context, reading: EntryReading, revealing = unasked) {
  const { t, actor } = context
  const { kind, entry, villages } = reading
  const keeps = mayEver(actor, 'register.keep') && entry.mergedInto === null
  const village = villages.find(({ code }) => code === entry.villageCode)!
  return {
    title: entry.name,
    heading: kind.title[context.locale],
    back: paths.register(kind.name),
    hasErrors: revealing.error !== '',
    problems: revealing.error === '' ? [] : [{ href: '#f-alasan', message: revealing.error }],
    place: [rtRw(entry), villageTitle(village)].filter((part) => part !== '').join(', '),
    merged: entry.standsIn
      ? {
          text: t('register.mergedInto'),
          splitAction: mayEver(actor, 'entry.split') ? paths.splitEntry(kind.name, entry.id) : '',
          href: paths.entry(kind.name, entry.standsIn.id),
          name: entry.standsIn.name,
        }
      : ('' as const),
    reportHref: keeps ? paths.newReportOf(kind.typeKey, entry.id) : '',
    mergeHref: keeps ? paths.mergeEntry(kind.name, entry.id) : '',
    doubles: entry.doubles.map((one) => ({
      href: paths.entry(kind.name, one.id),
      title: one.name,
      text: rtRw(one),
      chips: [],
    })),
    editHref: keeps ? paths.editEntry(kind.name, entry.id) : '',
    sections: [{ title: t('register.known'), rows: knownRows(context, reading) }],
    nik: nikModel(context, reading, revealing),
    followUps: reading.followUps,
    visitsTitle: t(isGroup(kind) ? 'register.guidances' : 'register.visits', {
      count: showNumber(reading.visits, context.locale),
    }),
    noVisits: lastVisited(context, kind.name, undefined),
    visits: visitRows(context, reading),
  }
}

const isGroup = ({ name }: RegisterKind) => name === 'kelompok'

const shownElsewhere = new Set(['wilayah', 'nama', 'rt', 'rw', 'nik'])

function knownRows({ t, locale, requestId }: Context, { kind, entry, nikEnd, isNikBroken, term }: EntryReading) {
  const values = valuesOf(entry)
  const showing = { locale, names: { village: String, entry: String, term } }
  const asked = Object.entries(kind.fields).filter(([key, field]) => !field.insteadOf && !shownElsewhere.has(key))
  return [
    ...asked.map(([key, field]) => ({
      label: readLabel(field, locale),
      value: showAnswer(kind.fields, key, values, showing),
    })),
    ...(isNikBroken ? [{ label: t('register.nik'), value: t('register.nikBroken', { reference: requestId }) }] : []),
    ...(nikEnd === '' ? [] : [{ label: t('register.nik'), value: `••••${nikEnd}` }]),
  ]
    .filter(({ value }) => value !== '')
    .map((row) => ({ ...row, lines: [] as string[] }))
}

function nikModel({ actor, t }: Context, { entry, nikEnd }: EntryReading, { reason, error, nik }: Revealing) {
  return {
    mayReveal: nikEnd !== '' && mayEver(actor, 'nik.reveal'),
    action: paths.revealNik(entry.id),
    shown: nik === '' ? '' : t('register.nikIs', { nik: nik.replace(/(\d{4})(?=\d)/g, '$1 ') }),
    isOpen: error !== '',
    reason,
    error,
    summary: t('register.nikReveal'),
    label: t('register.nikReason'),
    hint: t('register.nikReasonHint'),
  }
}

/** A report of another officer, from before the village was this one's, is told of but cannot be opened. */
const canOpen = (scope: Scope, { authorId, unitPath }: EntryReport): boolean =>
  scope.kind === 'own' ? authorId === scope.personId : unitPath.startsWith(scope.path)

const isCounted = ({ state }: EntryReport) => !uncounted.includes(state)

function visitRows({ t, locale, scope, actor }: Context, { kind, reports, visits }: EntryReading) {
  let number = visits + 1
  return reports.map((report) => {
    if (isCounted(report)) number -= 1
    const day = showDay(dayIn(actor.timeZone, report.occurredAt), locale)
    return {
      href: canOpen(scope, report) ? paths.report(report.id) : '',
      title: isCounted(report) ? t(isGroup(kind) ? 'register.guidanceOn' : 'register.visitOn', { number, day }) : day,
      text: `${reportType(report.typeKey).title[locale]} · ${report.author.pangkat} ${report.author.name}`,
      chips: [{ kind: report.state, label: t(`report.state.${report.state}`) }],
    }
  })
}
