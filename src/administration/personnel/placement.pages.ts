import type { Role } from '../../access/policy/actor.ts'
import { addDays, type Day, dayOf } from '../../kernel/days.ts'
import { showDay, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import {
  callPerson,
  type Filled,
  type FoundPerson,
  formPage,
  type Handover,
  isCommandRole,
  questions,
} from '../accounts/index.ts'
import { type CoveredVillage, type UnitLine, villageTitle } from '../units/index.ts'

const row = (label: string, value: string, lines: string[] = []) => ({ label, value, lines })

export interface Moving {
  units: UnitLine[]
  handover: Handover
}

export function movePage(context: Context, person: FoundPerson, { units, handover }: Moving, filled: Filled) {
  const { t, today, locale } = context
  const ask = questions(context, filled)
  const from = [person.unit.name, t(`role.${person.role as Role}`), person.position]
  return formPage(
    context,
    {
      title: t('personnel.moveTitle', { person: callPerson(person) }),
      subheading: callPerson(person),
      back: paths.person(person.id),
      lead: [
        t('personnel.moveLead', { day: showDay(today, locale) }),
        t('personnel.reportsStay'),
        t(isCommandRole(person.role) ? 'second.formLead' : 'second.moveLead'),
      ],
      sections: [
        { title: t('personnel.moveFrom'), rows: [row(t('personnel.unit'), from[0]!, from.slice(1))] },
        { title: t('personnel.handover'), rows: handoverRows(handover, context) },
      ],
      action: paths.move(person.id),
      fields: [ask.unit(units, t('personnel.moveTo')), ask.role(), ask.position()],
      submit: t(isCommandRole(person.role) ? 'second.ask' : 'personnel.moveSave'),
    },
    filled,
  )
}

function handoverRows({ returned, undecided, villages }: Handover, { t, locale }: Context) {
  const rows = [
    ...(returned > 0 ? [row(t('personnel.handoverReturned'), showNumber(returned, locale))] : []),
    ...(undecided > 0 ? [row(t('personnel.handoverUndecided'), showNumber(undecided, locale))] : []),
    ...(villages.length > 0 ? [row(t('personnel.handoverVillages'), villages.map(villageTitle).join(', '))] : []),
  ]
  return rows.length > 0 ? rows : [row(t('personnel.handoverNothing'), '')]
}

/** How far ahead an assignment may begin or end. */
export const daysAhead = 366

export function assignPage(context: Context, person: FoundPerson, free: CoveredVillage[], filled: Filled) {
  const { t, today } = context
  const ask = questions(context, filled)
  const since = ask.day('mulai', t('personnel.since'), '', {
    min: servingSince(person),
    max: addDays(today, daysAhead),
  })
  const lead = free.length === 0 ? [t('personnel.assignNone', { unit: person.unit.name })] : []
  return formPage(
    context,
    {
      title: t('personnel.assignTitle', { person: callPerson(person) }),
      subheading: callPerson(person),
      back: paths.person(person.id),
      lead,
      action: paths.assignments(person.id),
      fields: free.length === 0 ? [] : [ask.villages(free, false), since],
      submit: free.length === 0 ? '' : t('personnel.assignSave'),
    },
    filled,
  )
}

/** The first day of the present posting: nobody serves a village of a unit before serving in the unit. */
export const servingSince = ({ postings, createdAt }: FoundPerson): string =>
  dayOf(postings.find(({ untilOn }) => untilOn === null)?.sinceOn ?? createdAt)

export type Assignment = FoundPerson['assignments'][number]

/** The earliest last day: days that are over stay as they were. */
export function firstEnd({ sinceOn }: Assignment, today: Day): Day {
  const [since, yesterday] = [dayOf(sinceOn), addDays(today, -1)]
  return since > yesterday ? since : yesterday
}

export function endPage(context: Context, person: FoundPerson, assignment: Assignment, filled: Filled) {
  const { t, locale, today } = context
  const since = dayOf(assignment.sinceOn)
  const ask = questions(context, filled)
  return formPage(
    context,
    {
      title: t('personnel.unassignTitle', { village: villageTitle(assignment.village) }),
      subheading: callPerson(person),
      back: paths.person(person.id),
      lead: [t('personnel.unassignLead', { person: callPerson(person), since: showDay(since, locale) })],
      action: paths.endAssignment(person.id, assignment.id),
      fields: [
        ask.day('sampai', t('personnel.lastDay'), '', {
          min: firstEnd(assignment, today),
          max: addDays(today, daysAhead),
        }),
      ],
      submit: t('personnel.unassignSave'),
      isGrave: true,
    },
    filled,
  )
}
