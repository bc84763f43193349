import { dayIn } from '../kernel/days.ts'
import { showDay, showRt } from '../kernel/format.ts'
import { paths } from '../kernel/paths.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { type Field, fieldModel, villageModel } from '../reports/index.ts'
import { type Village, villageTitle } from '../units/index.ts'
import { householdFields } from './household-fields.ts'
import type { FoundHousehold } from './households.queries.ts'

export interface Searching {
  text: string
  /** The draft that the household is chosen for, or '' when the register is only looked at. */
  draft: string
  villages: Village[]
  found: FoundHousehold[]
  most: number
}

export function searchPage({ t, locale, actor }: Context, { text, draft, villages, found, most }: Searching) {
  const nameOf = new Map(villages.map((village) => [village.code, villageTitle(village)]))
  const rows = found.slice(0, most).map((one) => ({
    id: one.id,
    title: one.headName,
    lines: [
      `RT ${showRt(one.rt)} RW ${showRt(one.rw)}, ${nameOf.get(one.villageCode) ?? ''}`,
      one.lastVisitAt
        ? t('household.lastVisit', { day: showDay(dayIn(actor.timeZone, one.lastVisitAt), locale) })
        : t('household.neverVisited'),
    ],
    visitHref: paths.newReportOf('kunjungan-warga', one.id),
    pickLabel: t('household.pickOf', { name: one.headName }),
    visitLabel: t('household.visitOf', { name: one.headName }),
  }))
  return {
    title: draft ? t('household.choose') : t('household.title'),
    heading: draft ? t('household.choose') : t('household.title'),
    back: draft ? paths.draft(draft) : '',
    searchAction: paths.households(),
    text,
    draft,
    pickAction: draft ? paths.draftHousehold(draft) : '',
    newHref: paths.newHousehold({ draf: draft }),
    rows,
    count: found.length > most ? t('household.more', { count: most }) : t('household.found', { count: found.length }),
    emptyText:
      villages.length === 0 ? t('household.noVillage') : text ? t('household.none', { text }) : t('household.empty'),
    canAdd: villages.length > 0,
  }
}

export interface NewPage {
  draft: string
  villages: Village[]
  wire: Record<string, unknown>
  errors: Map<string, string>
}

export function newHouseholdPage({ t, locale, today }: Context, { draft, villages, wire, errors }: NewPage) {
  const filling = {
    wire,
    errors,
    today,
    locale,
    t,
    villages: villages.map((one) => ({ code: one.code, name: villageTitle(one) })),
  }
  const fields = Object.entries(householdFields).map(([name, field]) =>
    field.kind === 'village' ? villageModel(name, field as Field, filling) : fieldModel(name, field as Field, filling),
  )
  return {
    title: t('household.new'),
    heading: t('household.new'),
    back: paths.households({ draf: draft }),
    hasErrors: errors.size > 0,
    problems: [...errors].map(([name, message]) => ({ href: `#f-${name}`, message })),
    note: t('report.optionalMarked'),
    action: paths.households(),
    draft,
    fields,
    bar: { primary: { label: t('household.save'), name: 'aksi', value: 'simpan' }, secondary: '' as const, text: '' },
  }
}
