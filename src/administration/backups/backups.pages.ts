import { showInstant, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { isMessageKey } from '../../sentences/say.ts'
import type { listBackups, listDrills, standbyState } from './backups.queries.ts'

type Backup = Awaited<ReturnType<typeof listBackups>>[number]
type Drill = Awaited<ReturnType<typeof listDrills>>[number]

export interface BackupsKnown {
  backups: Backup[]
  drills: Drill[]
  standby: Awaited<ReturnType<typeof standbyState>>
}

const dayMs = 86_400_000
const oldAfterDays = 7

export function backupsPage(context: Context, { backups, drills, standby }: BackupsKnown) {
  const { t } = context
  const open = drills.find(({ state }) => state === 'waiting' || state === 'running')
  return {
    title: t('backup.title'),
    heading: t('backup.title'),
    notices: noticesOf(context, backups, drills),
    standby: t(`backup.standby.${standby}`),
    progress: open ? [progressOf(open, context)] : [],
    reload: paths.backups,
    action: open || backups.length === 0 ? '' : paths.drill,
    backups: backups.map((backup) => backupRow(backup, drills, context)),
    drills: drills.filter((drill) => drill !== open).map((drill) => drillRow(drill, context)),
  }
}

const ageInDays = (at: Date, now: Date) => Math.floor((now.getTime() - at.getTime()) / dayMs)

/** What somebody should do something about, the gravest first. */
function noticesOf({ t, now }: Context, backups: Backup[], drills: Drill[]) {
  const [newest] = backups
  const ended = drills.find(({ state }) => state === 'passed' || state === 'failed')
  const passed = drills.find(({ state }) => state === 'passed')
  const notice = (kind: 'error' | 'warning', text: string) => ({ kind, title: '', text })
  return [
    ...(ended?.state === 'failed' ? [notice('error', t('backup.lastFailed'))] : []),
    ...(newest === undefined ? [notice('warning', t('backup.unprotected'))] : []),
    ...(newest && ageInDays(newest.madeAt, now) >= oldAfterDays
      ? [notice('warning', t('backup.old', { days: ageInDays(newest.madeAt, now) }))]
      : []),
    ...(newest && (!passed || ageInDays(passed.endedAt!, now) > oldAfterDays)
      ? [notice('warning', t('backup.untried'))]
      : []),
  ]
}

function progressOf({ state, step }: Drill, { t }: Context) {
  if (state === 'waiting') return { kind: 'info', title: '', text: t('backup.waiting') }
  const text = step ? t('backup.restoring', { table: step }) : t('backup.checking')
  return { kind: 'info', title: t('backup.running'), text }
}

function backupRow({ file, madeAt, bytes, rows }: Backup, drills: Drill[], { t, now, locale, actor }: Context) {
  const tried = drills.find((drill) => drill.file === file && drill.endedAt !== null)
  const days = ageInDays(madeAt, now)
  return {
    at: showInstant(madeAt, actor.timeZone, locale),
    age: ageOf(days, t),
    size: inMegabytes(Number(bytes), locale),
    rows: showNumber(Number(rows), locale),
    tried: tried ? t(`backup.state.${tried.state === 'passed' ? 'passed' : 'failed'}`) : t('backup.notTried'),
  }
}

function ageOf(days: number, t: Context['t']): string {
  if (days === 0) return t('backup.today')
  return days === 1 ? t('backup.yesterday') : t('backup.days', { days })
}

/** A small one with a tenth, so that it is not nothing. */
function inMegabytes(bytes: number, locale: Context['locale']): string {
  const megabytes = Math.max(bytes / 1e6, 0.1)
  return `${showNumber(megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes), locale)} MB`
}

function drillRow(drill: Drill, { t, locale, actor }: Context) {
  const figures = drill.figures as Record<string, number>
  const faults = drill.faults as string[]
  const words = Object.entries(figures).flatMap(([name, value]) => {
    const key = `backup.figure.${name}`
    return isMessageKey(key) ? [t(key, { value: showNumber(value, locale) })] : []
  })
  return {
    at: showInstant(drill.endedAt ?? drill.askedAt, actor.timeZone, locale),
    state: t(`backup.state.${drill.state === 'passed' ? 'passed' : 'failed'}`),
    lines: [
      ...(faults.length > 0 ? [t('backup.faults', { faults: faults.join('; ') })] : []),
      ...(words.length > 0 ? [words.join(' · ')] : []),
    ],
  }
}
