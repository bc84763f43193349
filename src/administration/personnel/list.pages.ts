import { showInstant, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Say } from '../../sentences/say.ts'
import { type ListedPerson, type PeopleFilter, type PersonState, peopleKinds } from '../accounts/index.ts'
import { type UnitLine, villageTitle } from '../units/index.ts'

export const stateOf = ({ state, lastSignInAt }: { state: string; lastSignInAt: Date | null }): PersonState => {
  if (state === 'suspended') return 'nonaktif'
  return lastSignInAt ? 'aktif' : 'belum-masuk'
}

const chipKinds: Record<PersonState, string> = { aktif: 'verified', nonaktif: 'cancelled', 'belum-masuk': 'neutral' }

export const stateChip = (person: { state: string; lastSignInAt: Date | null }, t: Say) => {
  const state = stateOf(person)
  return { kind: chipKinds[state], label: t(`personnel.state.${state}`) }
}

/** The filter as it stands in the address. */
export const filterQuery = ({ search, unit, state }: PeopleFilter) => ({ cari: search, satuan: unit, keadaan: state })

export interface PeopleList {
  people: ListedPerson[]
  count: number
  units: UnitLine[]
  filter: PeopleFilter
  next: string
}

export function listPage(context: Context, { people, count, units, filter, next }: PeopleList) {
  const { t, locale } = context
  const query = filterQuery(filter)
  const isFiltered = Object.values(query).some((value) => value !== '')
  const head = ['name', 'nrp', 'pangkat', 'unit', 'villages', 'state', 'lastSignIn'] as const
  return {
    title: t('personnel.title'),
    heading: t('personnel.title'),
    newHref: paths.newPerson,
    action: paths.personnel(),
    clear: isFiltered ? paths.personnel() : '',
    search: filter.search,
    units: units.map(({ path, name }) => ({ value: path, label: name, checked: path === filter.unit })),
    states: peopleKinds.map((value) => ({
      value,
      label: t(`personnel.state.${value}`),
      checked: value === filter.state,
    })),
    count: count === 1 ? t('personnel.countOne') : t('personnel.count', { count: showNumber(count, locale) }),
    isEmpty: people.length === 0,
    caption: t('personnel.caption'),
    head: head.map((key) => ({ label: t(`personnel.${key}`), isWide: key !== 'name' })),
    people: people.map((person) => personRow(person, context)),
    pager: { next, first: filter.after === '' ? '' : paths.personnel(query) },
  }
}

function personRow(person: ListedPerson, { t, locale, actor }: Context) {
  const { nrp, pangkat, unit } = person
  const villages = person.assignments.map(({ village }) => villageTitle(village)).join(', ')
  return {
    href: paths.person(person.id),
    nrp,
    name: person.name,
    pangkat,
    unit: unit.name,
    villages,
    summary: [nrp, pangkat, unit.name, villages].filter((part) => part !== '').join(' · '),
    chip: stateChip(person, t),
    lastSignIn: person.lastSignInAt ? showInstant(person.lastSignInAt, actor.timeZone, locale) : '–',
  }
}
