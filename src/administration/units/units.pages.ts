import { dayOf } from '../../kernel/days.ts'
import { showDay, showNumber, zoneName } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Say } from '../../sentences/say.ts'
import { areasField, codeField, nameField, problemsOf, zoneField } from './unit-fields.ts'
import { type Filled, untouched } from './unit-form-input.ts'
import type { CountedUnit, CoveredVillage, FoundUnit, UnitLine } from './units.queries.ts'
import { villageTitle } from './village.ts'
import type { District } from './villages.queries.ts'

type UnitKind = 'mabes' | 'polda' | 'polres' | 'polsek'

const kindIn = (t: Say, kind: string) => t(`unit.kind.${kind as UnitKind}`)

const deepest = 3
const stepsOf = ({ path }: UnitLine) => path.split('/').length

export function listPage({ t, locale }: Context, units: CountedUnit[], mayAdd: boolean) {
  const top = Math.min(...units.map(stepsOf))
  return {
    title: t('unit.title'),
    heading: t('unit.title'),
    newHref: mayAdd ? paths.newUnit() : '',
    hasNoPolsek: !units.some(({ kind }) => kind === 'polsek'),
    units: units.map((unit) => ({
      href: paths.unit(unit.id),
      name: unit.name,
      depth: Math.min(stepsOf(unit) - top, deepest),
      kind: kindIn(t, unit.kind),
      people: showNumber(unit.people, locale),
      villages: unit.kind === 'polsek' ? showNumber(unit.villages, locale) : '–',
    })),
  }
}

export function newPage({ t }: Context, polres: UnitLine, { sent, violations }: Filled) {
  return {
    title: t('unit.newTitle', { unit: polres.name }),
    heading: t('unit.title'),
    subheading: polres.name,
    back: paths.units,
    hasErrors: violations.length > 0,
    problems: problemsOf(violations),
    action: paths.units,
    fields: [nameField(t, { sent, violations }), codeField(t, { sent, violations })],
    areas: areasField(t, { sent, violations }, true),
    findHref: paths.findArea(),
    submit: { label: t('unit.create'), name: 'aksi', value: 'simpan' },
  }
}

export interface UnitKnown {
  unit: FoundUnit
  villages: CoveredVillage[]
}

export function unitPage(context: Context, { unit, villages }: UnitKnown, filled: Filled = untouched()) {
  const { t, locale } = context
  const isPolsek = unit.kind === 'polsek'
  return {
    title: unit.name,
    heading: t('unit.title'),
    subheading: unit.name,
    back: paths.units,
    hasErrors: filled.violations.length > 0,
    problems: problemsOf(filled.violations.filter(({ field }) => field === 'wilayah' || field === 'zona')),
    refused: filled.violations.find(({ field }) => field === 'kodeWilayah')?.message ?? '',
    isPolsek,
    lacksVillages: isPolsek && villages.length === 0,
    sections: [{ title: t('unit.details'), rows: detailsOf(context, unit, villages.length) }],
    zone: {
      action: paths.unitZone(unit.id),
      field: zoneField(t, unit.timeZone, filled),
    },
    peopleHref: unit.people > 0 ? paths.personnel({ satuan: unit.path }) : '',
    newPersonHref: paths.newPersonIn(unit.path),
    villagesTitle: `${t('unit.villages')} (${showNumber(villages.length, locale)})`,
    villages: villages.map((village) => villageCard(context, unit, village)),
    addAction: paths.addVillages(unit.id),
    areas: areasField(t, filled, false),
    findHref: paths.findArea({ untuk: unit.id }),
  }
}

const row = (label: string, value: string) => ({ label, value, lines: [] as string[] })

const detailsOf = ({ t, locale }: Context, unit: FoundUnit, villages: number) => [
  row(t('unit.kind'), kindIn(t, unit.kind)),
  row(t('unit.path'), unit.path.split('/').at(-2)!),
  row(t('unit.since'), showDay(dayOf(unit.sinceOn), locale)),
  row(t('unit.zone'), zoneName(unit.timeZone)),
  row(t('unit.people'), showNumber(unit.people, locale)),
  ...(unit.kind === 'polsek' ? [row(t('unit.villages'), showNumber(villages, locale))] : []),
]

function villageCard({ t }: Context, unit: UnitLine, village: CoveredVillage) {
  const name = villageTitle(village)
  return {
    name,
    place: `${t('unit.subdistrict', { name: village.subdistrict })} · ${village.code}`,
    officers: village.officers.length === 0 ? t('unit.noOfficer') : village.officers.join(', '),
    endAction: paths.endVillage(unit.id, village.code),
    endLabel: t('unit.endVillageOf', { village: name }),
  }
}

export interface AreaSearch {
  text: string
  /** The unit that it is for; none for a new polsek. */
  unit: UnitLine | null
  districts: District[]
  isShort: boolean
  /** How many are shown when there are more; else 0. */
  cutAt: number
}

export function findPage({ t, locale }: Context, { text, unit, districts, isShort, cutAt }: AreaSearch) {
  const found = text === '' || isShort ? '' : t('unit.findAreaNone')
  return {
    title: t('unit.findArea'),
    heading: t('unit.title'),
    subheading: unit?.name ?? t('unit.new'),
    back: unit ? paths.unit(unit.id) : paths.newUnit(),
    action: paths.findArea(),
    forUnit: unit?.id ?? '',
    text,
    error: isShort ? t('unit.findAreaShort') : '',
    emptyText: districts.length > 0 ? '' : found,
    more: cutAt > 0 ? t('unit.findAreaMore', { count: showNumber(cutAt, locale) }) : '',
    districts: districts.map(({ code, name, regency, province, villages }) => ({
      code,
      name,
      place: `${regency}, ${province}`,
      villages: showNumber(villages, locale),
      useHref: unit
        ? `${paths.unit(unit.id, { kecamatan: code })}#f-wilayah`
        : paths.newUnit({ kecamatan: code, nama: `Polsek ${name}` }),
      useLabel: t('unit.useAreaOf', { name }),
    })),
  }
}
