import { showDay, showInstant, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { CheckCursor } from './check-cursor.queries.ts'
import type { Fault } from './fault.ts'
import { type Head, showHead } from './head.ts'
import type { IntegrityCheck } from './integrity-checks.queries.ts'

export interface IntegrityForm {
  /** As it was typed. */
  head: string
  error: string
}

interface Reading {
  checks: IntegrityCheck[]
  head: Head | null
  form: IntegrityForm
}

/** What is checked, what the last checks have found, and the form that begins the next. */
export function integrityPage(context: Context, { checks, head, form }: Reading) {
  const { t, locale } = context
  const open = checks.find(({ state }) => state === 'running')
  return {
    title: t('integrity.title'),
    heading: t('integrity.title'),
    head: head ? showHead(head, locale) : '',
    action: paths.integrity,
    typed: form.head,
    error: form.error,
    isRunning: open !== undefined,
    progress: open ? [progressOf(open, context)] : [],
    reload: paths.integrity,
    cancel: open ? paths.cancelCheck : '',
    checks: checks.filter((check) => check !== open).map((check) => rowOf(check, context)),
  }
}

const cursorOf = ({ cursor }: IntegrityCheck): Partial<CheckCursor> => (cursor ?? {}) as Partial<CheckCursor>

function figuresOf(check: IntegrityCheck, { t, locale }: Context): string {
  const done = { entries: 0, reports: 0, photos: 0, nihil: 0, ...cursorOf(check).done }
  const shown = Object.fromEntries(Object.entries(done).map(([name, count]) => [name, showNumber(count, locale)]))
  return t('integrity.done', shown)
}

function progressOf(check: IntegrityCheck, context: Context) {
  const { t, locale } = context
  const { phase = 'chain', totals, done, faultCount = 0 } = cursorOf(check)
  const part = phase === 'chain' ? 'entries' : phase === 'done' ? 'nihil' : phase
  const [total, count] = [totals?.[part] ?? 0, done?.[part] ?? 0]
  const percent = total === 0 ? 0 : Math.min(99, Math.floor((100 * count) / total))
  const words = t(`integrity.phase.${part}`, { percent: showNumber(percent, locale) })
  const found = faultCount === 0 ? '' : ` ${t('integrity.foundSoFar', { count: showNumber(faultCount, locale) })}`
  return { kind: 'info', title: t('integrity.running'), text: `${words} ${figuresOf(check, context)}${found}` }
}

function rowOf(check: IntegrityCheck, context: Context) {
  const { t, locale, actor } = context
  const { faults = [], faultCount = 0 } = cursorOf(check)
  const words = faults.map((fault) => faultInWords(fault, context))
  const more = faultCount - words.length
  return {
    at: showInstant(check.endedAt ?? check.askedAt, actor.timeZone, locale),
    by: check.asker && check.asker.unitId === actor.unitId ? `${check.asker.pangkat} ${check.asker.name}` : '',
    verdict: verdictOf(check, faultCount, context),
    figures: figuresOf(check, context),
    faults: [...words, ...(more > 0 ? [t('integrity.more', { count: showNumber(more, locale) })] : [])],
  }
}

function verdictOf({ state, knownHead }: IntegrityCheck, faultCount: number, { t, locale }: Context): string {
  if (state === 'cancelled') return t('integrity.state.cancelled')
  if (state === 'failed') return t('integrity.state.failed', { count: showNumber(faultCount, locale) })
  return knownHead === '' ? t('integrity.state.passedAlone') : t('integrity.state.passed')
}

/** A report is named only to those who may know of it: the chain is one for all polres. */
function faultInWords(fault: Fault, { t, locale, actor }: Context): string {
  if (fault.kind === 'cutOff') return t('integrity.fault.cutOff')
  if (fault.kind === 'entry') {
    const [entry, ordinal] = [showNumber(Number(fault.entry), locale), showNumber(fault.ordinal, locale)]
    return t(`integrity.entry.${fault.why}`, { entry, ordinal })
  }
  const isOurs = fault.unitPath.startsWith(actor.unitPath)
  if (fault.kind === 'nihil') {
    const whose = isOurs ? `NRP ${fault.nrp}` : t('integrity.elsewhere')
    return t(`integrity.nihil.${fault.why}`, { whose, day: showDay(fault.day, locale) })
  }
  const report = isOurs && fault.number !== '' ? fault.number : t('integrity.elsewhere')
  if (fault.kind === 'photo') return t(`integrity.photo.${fault.why}`, { report })
  const entry = fault.entry === undefined ? '' : ` ${t('integrity.toldBy', { entry: fault.entry })}`
  if (fault.why !== 'changed') return `${t(`integrity.report.${fault.why}`, { report })}${entry}`
  return `${t('integrity.report.changed', { report, part: t(`integrity.part.${fault.part}`) })}${entry}`
}
