import { addDays, dayOf } from '../../kernel/days.ts'
import { Conflict, orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, type Handling, post } from '../../platform/http/endpoint.ts'
import { form, redirect } from '../../platform/http/reply.ts'
import { type Sent } from '../../platform/http/sent.ts'
import {
  accountValidation,
  assignVillages,
  endAssignment,
  type Filled,
  type FoundPerson,
  handoverOf,
  hasOtherAdmin,
  lineOf,
  movePerson,
  needsSecondPerson,
  textOf,
  textsOf,
  untouched,
} from '../accounts/index.ts'
import { requestSecondPerson } from '../second-person/index.ts'
import { unitsBelow, villagesOfUnit, villageTitle } from '../units/index.ts'
import { personInScope } from './personnel.routes.ts'
import { type Assignment, assignPage, daysAhead, endPage, firstEnd, movePage, servingSince } from './placement.pages.ts'

const chosenUnit = async ({ tx, scope, sent }: Handling<unknown>) => {
  const units = await unitsBelow(tx, scope)
  return units.find(({ path }) => path === textOf(sent, 'satuan'))
}

async function moveForm(context: Context & { subject: FoundPerson }, filled: Filled, status = 200) {
  const { tx, scope, today, subject: person } = context
  const units = await unitsBelow(tx, scope)
  const handover = await handoverOf(tx, scope, person.id, today)
  return form('personnel/form', movePage(context, person, { units, handover }, filled), status)
}

async function moveChains(context: Handling<FoundPerson>) {
  const { sent, t, tx, actor, subject: person } = context
  const unit = await chosenUnit(context)
  return [
    accountValidation.unitChain(context, unit),
    accountValidation.at('satuan', () =>
      unit?.id === person.unitId && textOf(sent, 'peran') === person.role ? t('personnel.moveSame') : undefined,
    ),
    accountValidation.at('satuan', async () =>
      person.id === actor.id && !(await hasOtherAdmin(tx, person.id, actor.unitPath))
        ? t('personnel.lastAdmin')
        : undefined,
    ),
    accountValidation.roleChain(context),
    accountValidation.positionChain(context),
  ]
}

const placeOf = ({ unit, role, position }: FoundPerson): Sent => ({ satuan: unit.path, peran: role, jabatan: position })

interface Assigned {
  person: FoundPerson
  /** The villages of the unit that are not the person's already. */
  free: Awaited<ReturnType<typeof villagesOfUnit>>
}

async function assignable(context: Context): Promise<Assigned> {
  const person = await personInScope(context)
  if (person.role !== 'bhabinkamtibmas') throw new Conflict('personnel.assignNotBhabinkamtibmas')
  const villages = await villagesOfUnit(context.tx, person.unitId, context.today)
  const kept = person.assignments.filter(({ untilOn }) => untilOn === null || dayOf(untilOn) >= context.today)
  const has = new Set(kept.map(({ villageCode }) => villageCode))
  return { person, free: villages.filter(({ code }) => !has.has(code)) }
}

function assignChains(context: Handling<Assigned>) {
  const { sent, t, subject, today } = context
  const known = new Set(subject.free.map(({ code }) => code))
  const chosen = textsOf(sent, 'wilayah')
  return [
    accountValidation.at('wilayah', () => {
      if (chosen.length === 0) return t('personnel.villagesEmpty')
      return chosen.every((code) => known.has(code))
        ? undefined
        : t('personnel.villageElsewhere', { unit: subject.person.unit.name })
    }),
    accountValidation.at('wilayah', () => overlapping(context, chosen)),
    accountValidation.dayChain(context, 'mulai', {
      label: t('personnel.since'),
      from: servingSince(subject.person),
      until: addDays(today, daysAhead),
    }),
  ]
}

/** A village that the person already served on that day or serves later. */
function overlapping(context: Handling<Assigned>, chosen: string[]): string | undefined {
  const since = accountValidation.dayOfField(context, 'mulai')
  const twice = context.subject.person.assignments.find(
    ({ villageCode, untilOn }) => chosen.includes(villageCode) && untilOn !== null && dayOf(untilOn) >= since,
  )
  return twice && context.t('personnel.villageAssigned', { village: villageTitle(twice.village) })
}

interface Ending {
  person: FoundPerson
  assignment: Assignment
}

/** An assignment of the person that has no end yet. */
async function openAssignment(context: Context): Promise<Ending> {
  const person = await personInScope(context)
  const { penugasan } = context.params
  const assignment = person.assignments.find(({ id, untilOn }) => id === penugasan && untilOn === null)
  return { person, assignment: orNotFound(assignment) }
}

const endForm = (context: Context & { subject: Ending }, filled: Filled, status = 200) =>
  form('personnel/form', endPage(context, context.subject.person, context.subject.assignment, filled), status)

/** Where somebody serves, as what, and for which villages. */
export const placementRoutes = [
  get('/personel/:id/mutasi', {
    allow: 'account.manage',
    on: personInScope,
    handle: (context) => moveForm(context, untouched(placeOf(context.subject))),
  }),
  post('/personel/:id/mutasi', {
    allow: 'account.manage',
    on: personInScope,
    accept: moveChains,
    invalid: (context, violations) => moveForm(context, { sent: context.sent, violations }, 422),
    handle: async (context) => {
      const { id } = context.subject
      const unit = orNotFound(await chosenUnit(context))
      const role = accountValidation.asRole(textOf(context.sent, 'peran'))!
      const position = lineOf(context.sent, 'jabatan')
      if (needsSecondPerson({ kind: 'move', before: context.subject.role, after: role })) {
        const act = { kind: 'move' as const, move: { role, position }, unitId: unit.id }
        return requestSecondPerson(context, { act, subjectId: id, unitPath: unit.path })
      }
      await movePerson(context, { id, unit, role, position })
      return role === 'bhabinkamtibmas'
        ? redirect(paths.assignments(id), 'personnel.movedAssign')
        : redirect(paths.person(id), 'personnel.moved')
    },
  }),
  get('/personel/:id/penugasan', {
    allow: 'account.manage',
    on: assignable,
    handle: (context) =>
      form('personnel/form', assignPage(context, context.subject.person, context.subject.free, untouched())),
  }),
  post('/personel/:id/penugasan', {
    allow: 'account.manage',
    on: assignable,
    accept: assignChains,
    invalid: (context, violations) => {
      const { subject, sent } = context
      return form('personnel/form', assignPage(context, subject.person, subject.free, { sent, violations }), 422)
    },
    handle: async (context) => {
      const { person, free } = context.subject
      const chosen = new Set(textsOf(context.sent, 'wilayah'))
      const since = accountValidation.dayOfField(context, 'mulai')
      await assignVillages(context, { id: person.id, villages: free.filter(({ code }) => chosen.has(code)), since })
      return redirect(paths.person(person.id), 'personnel.assigned')
    },
  }),
  get('/personel/:id/penugasan/:penugasan/akhir', {
    allow: 'account.manage',
    on: openAssignment,
    handle: (context) => {
      const since = dayOf(context.subject.assignment.sinceOn)
      return endForm(context, untouched({ sampai: since > context.today ? since : context.today }))
    },
  }),
  post('/personel/:id/penugasan/:penugasan/akhir', {
    allow: 'account.manage',
    on: openAssignment,
    accept: (context) => [
      accountValidation.dayChain(context, 'sampai', {
        label: context.t('personnel.lastDay'),
        from: firstEnd(context.subject.assignment, context.today),
        until: addDays(context.today, daysAhead),
      }),
    ],
    invalid: (context, violations) => endForm(context, { sent: context.sent, violations }, 422),
    handle: async (context) => {
      const { person, assignment } = context.subject
      await endAssignment(context, {
        id: person.id,
        assignment,
        until: accountValidation.dayOfField(context, 'sampai'),
      })
      return redirect(paths.person(person.id), 'personnel.unassigned')
    },
  }),
]
