import { mayEver } from '../../access/policy/policy.ts'
import type { NamedUnit } from '../../administration/units/index.ts'
import { addDays, type Day, dayOf } from '../../kernel/days.ts'
import { showDay, showLongDay, showNumber, showTime, zoneName } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { byPolsek, countsOf, type PolsekSheet, type SheetLine, type SheetState, sheetStates, stateOf } from './sheet.ts'

export interface SheetReading {
  day: Day
  lines: SheetLine[]
  /** By officer's id: how many numbers of their phones are missing. */
  missing: ReadonlyMap<string, number>
  /** The unit it is narrowed down to. */
  unit: NamedUnit | null
  /** What it was called on that day, or the actor's own unit where it is not narrowed. */
  unitName: string
  /** The polsek to which it can be narrowed down. */
  units: NamedUnit[]
}

export const queryOf = ({ day, unit }: Pick<SheetReading, 'day' | 'unit'>): Record<string, string> => ({
  tanggal: day,
  ...(unit ? { satuan: unit.path } : {}),
})

export function sheetPage(context: Context, reading: SheetReading) {
  const { t, locale, today, now, actor } = context
  const { day, lines, unit, unitName, units } = reading
  const sheets = byPolsek(lines)
  const counts = countsOf(lines)
  const time = `${showTime(now, actor.timeZone, locale)} ${zoneName(actor.timeZone)}`
  return {
    title: t('morning.title'),
    heading: t('morning.title'),
    back: paths.home,
    about: [showLongDay(day, locale), unitName, t('app.asOf', { time })].join(' · '),
    lead: day === today ? t('morning.running') : '',
    printHref: paths.printMorningSheet(queryOf(reading)),
    form: { action: paths.morningSheet(), today, day, units: units.length > 1 ? unitOptions(context, reading) : [] },
    earlier: paths.morningSheet(queryOf({ day: addDays(day, -1), unit })),
    later: day < today ? paths.morningSheet(queryOf({ day: addDays(day, 1), unit })) : '',
    emptyText: lines.length === 0 ? t('morning.empty') : '',
    allHeard: lines.length > 0 && counts.silent === 0 ? t('morning.allHeard') : '',
    ...sumOf(context, reading, sheets),
    polsek: sheets.map((sheet) => ({
      title: sheet.name,
      rows: sheet.lines.map((line) => rowOf(context, reading, line)),
    })),
    rule: reading.missing.size > 0 ? t('morning.onPhoneRule') : '',
  }
}

const unitOptions = ({ t }: Context, { unit, units }: SheetReading) =>
  [{ path: '', name: t('morning.allUnits') }, ...units].map(({ path, name }) => ({
    value: path,
    label: name,
    selected: path === (unit?.path ?? ''),
  }))

const cell = (text: string, href = '', header = false) => ({
  text,
  href,
  align: header ? 'left' : 'right',
  small: '',
  header,
})

/** How many of each, and where a number leads: to those whom it counts. */
function figuresOf({ locale }: Context, day: Day, those: readonly SheetLine[], satuan: string) {
  const counts = countsOf(those)
  const days = { dari: day, sampai: day }
  const hrefs: Record<SheetState, string> = {
    silent: paths.daysTold({ satuan, ...days, isi: 'tanpa-kabar' }),
    absent: paths.daysTold({ satuan, ...days, isi: 'tidak-hadir' }),
    nihil: paths.daysTold({ satuan, ...days }),
    // No list is one of officers who have reported; each name leads to the officer's reports below.
    reported: '',
  }
  return sheetStates.map((state) => ({
    state,
    text: showNumber(counts[state], locale),
    href: counts[state] > 0 ? hrefs[state] : '',
  }))
}

/** A polsek has its figures as tiles; several stand in a table, all of them together first. */
function sumOf(context: Context, { day, lines, unit }: SheetReading, sheets: PolsekSheet[]) {
  const { t, locale } = context
  const row = (name: string, those: readonly SheetLine[], satuan: string) => [
    cell(name, '', true),
    ...figuresOf(context, day, those, satuan).map(({ text, href }) => cell(text, href)),
    cell(showNumber(those.length, locale)),
  ]
  const right = (label: string) => ({ label, align: 'right', href: '' })
  const table = {
    caption: t('morning.sum'),
    head: [
      { label: t('morning.unit'), align: 'left', href: '' },
      ...sheetStates.map((state) => right(t(`morning.${state}`))),
      right(t('morning.officers')),
    ],
    rows: [
      row(t('morning.total'), lines, unit?.path ?? ''),
      ...sheets.map(({ name, path, lines: those }) => row(name, those, path)),
    ],
    foot: [],
  }
  return sheets.length > 1
    ? { tiles: [], sum: [table] }
    : {
        tiles: figuresOf(context, day, lines, unit?.path ?? '').map(({ state, text, href }) => ({
          label: t(`morning.${state}`),
          value: text,
          unit: '',
          sentence: '',
          href,
        })),
        sum: [],
      }
}

/** As it is dialled on any phone here. */
export const showPhone = (phone: string): string => phone.replace(/^\+62/, '0')

/** What is known of the officer, in words. */
export function stateInWords({ t, locale, actor }: Context, line: SheetLine): string {
  const state = stateOf(line)
  if (state === 'reported')
    return line.reports === 0
      ? t('morning.reportedElsewhere')
      : t('morning.reports', { count: showNumber(line.reports, locale) })
  if (state === 'nihil') return t('morning.nihilAt', { time: showTime(line.nihilAt!, actor.timeZone, locale) })
  if (state === 'silent') return t('morning.silent')
  const day = showDay(dayOf(line.absentUntil!), locale)
  return t('morning.absentUntil', { kind: t(`absence.kind.${line.absence!}`), day })
}

export const onPhone = ({ t, locale }: Context, { missing }: SheetReading, { personId }: SheetLine): string => {
  const count = missing.get(personId) ?? 0
  return count === 0 ? '' : t('morning.onPhone', { count: showNumber(count, locale) })
}

function rowOf(context: Context, reading: SheetReading, line: SheetLine) {
  const { t, actor } = context
  const { day } = reading
  const { personId, phone } = line
  const name = `${line.pangkat} ${line.name}`
  const isSilent = stateOf(line) === 'silent'
  const days = { dari: day, sampai: day }
  const number = isSilent && phone !== null ? showPhone(phone) : ''
  return {
    name,
    tel: number === '' ? '' : `tel:${phone}`,
    number,
    callLabel: t('morning.call', { name, number }),
    isSilent,
    state: stateInWords(context, line),
    href: line.reports > 0 ? paths.reports({ petugas: personId, ...days, keadaan: 'dihitung' }) : '',
    onPhone: onPhone(context, reading, line),
    recordHref: isSilent && mayEver(actor, 'absence.keep') ? paths.absences({ petugas: personId, ...days }) : '',
    recordLabel: t('morning.recordOf', { name }),
  }
}
