import { showInstant, showNumber } from '../kernel/format.ts'
import { paths } from '../kernel/paths.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { isMessageKey } from '../platform/i18n/say.ts'
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
    progress: open ? progressOf(open, context) : '',
    reload: paths.backups,
    action: open ? '' : paths.drill,
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
    ...(newest === undefined ? [notice('error', t('backup.none'))] : []),
    ...(newest && ageInDays(newest.madeAt, now) >= oldAfterDays
      ? [notice('warning', t('backup.old', { days: ageInDays(newest.madeAt, now) }))]
      : []),
    ...(newest && (!passed || ageInDays(passed.endedAt!, now) > oldAfterDays)
      ? [notice('warning', t('backup.untried'))]
      : []),
  ]
}

const progressOf = ({ state, step }: Drill, { t }: Context): string => {
  if (state === 'waiting') return t('backup.waiting')
  return step === null || step === '' ? t('backup.checking') : t('backup.restoring', { table: step })
}

function backupRow({ file, madeAt, bytes, rows }: Backup, drills: Drill[], { t, now, locale, actor }: Context) {
  const tried = drills.find((drill) => drill.file === file && drill.endedAt !== null)
  const days = ageInDays(madeAt, now)
  return {
    at: showInstant(madeAt, actor.timeZone, locale),
    age: days === 0 ? t('backup.today') : t('backup.days', { days }),
    size: inMegabytes(Number(bytes), locale),
    rows: showNumber(Number(rows), locale),
    tried: tried ? t(`backup.state.${tried.state === 'passed' ? 'passed' : 'failed'}`) : t('backup.notTried'),
  }
}

const inMegabytes = (bytes: number, locale: Context['locale']): string =>
  `${showNumber(Math.max(1, Math.round(bytes / 100_000)) / 10, locale)} MB`

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
    text: [...faults, ...words].join(' · '),
  }
}
