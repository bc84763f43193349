import { type UncoveredVillage, villageTitle } from '../../administration/units/index.ts'
import type { TallyCheck } from '../../commanders/recaps/index.ts'
import { showInstant, showLongDay, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'

const shown = 20

export interface AdminSummary {
  people: number
  suspended: number
  neverSignedIn: number
  withoutVillage: number
  villagesWithoutOfficer: UncoveredVillage[]
  check: TallyCheck | null
  /** What came from phones and names nobody known. */
  unassigned: number
  /** Since when nobody has sealed the trail: the worker does that, as it does all that is done afterwards. */
  unsealed: Date | null
}

/** Milliseconds. A worker seals each minute. */
const mostUnsealed = 10 * 60_000

/** Accounts, villages that nobody serves, and whether last night's recount agreed: nothing of any report's content. */
export function adminPage(
  { t, locale, today, actor, now }: Context,
  { villagesWithoutOfficer: villages, check, unassigned, unsealed, ...accounts }: AdminSummary,
) {
  const number = (value: number) => showNumber(value, locale)
  const kpi = (label: string, value: number, href: string) => ({
    label,
    value: number(value),
    unit: '',
    sentence: '',
    href,
  })
  return {
    title: t('nav.summary'),
    heading: t('nav.summary'),
    day: showLongDay(today, locale),
    idle:
      unsealed && now.getTime() - unsealed.getTime() > mostUnsealed
        ? t('home.idle', { at: showInstant(unsealed, actor.timeZone, locale) })
        : '',
    kpis: [
      kpi(t('home.activeAccounts'), accounts.people, paths.personnel({ keadaan: 'aktif' })),
      kpi(t('home.suspendedAccounts'), accounts.suspended, paths.personnel({ keadaan: 'nonaktif' })),
      kpi(t('home.neverSignedIn'), accounts.neverSignedIn, paths.personnel({ keadaan: 'belum-masuk' })),
      kpi(t('home.withoutVillage'), accounts.withoutVillage, paths.personnel({ keadaan: 'tanpa-wilayah' })),
      kpi(t('home.villagesWithout'), villages.length, paths.units),
      ...(unassigned > 0 ? [kpi(t('unplaced.title'), unassigned, paths.unassigned)] : []),
    ],
    villages: villages.slice(0, shown).map((one) => ({
      text: `${villageTitle(one)}, ${one.unit}`,
      href: paths.unit(one.unitId),
    })),
    more: villages.length > shown ? t('home.villagesMore', { count: number(villages.length - shown) }) : '',
    tally: tallyNotice(check, t, number, (at) => showInstant(at, actor.timeZone, locale)),
    newHref: paths.newPerson,
  }
}

function tallyNotice(
  check: TallyCheck | null,
  t: Context['t'],
  number: (value: number) => string,
  at: (when: Date) => string,
) {
  if (!check) return { kind: 'info', title: '', text: t('home.tallyNever') }
  const when = at(check.checkedAt)
  if (check.drift.length === 0)
    return { kind: 'good', title: '', text: t('home.tallyGood', { at: when, count: number(check.compared) }) }
  return {
    kind: 'error',
    title: t('home.tallyDrift', { count: check.drift.length }),
    text: t('home.tallyDriftText', { at: when }),
  }
}
