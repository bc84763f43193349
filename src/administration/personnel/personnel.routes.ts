import { devicesOf } from '../../access/devices/index.ts'
import { orNotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, type Handling, post, type WriteHandling } from '../../platform/http/endpoint.ts'
import { form, page, redirect } from '../../platform/http/reply.ts'
import { type Sent } from '../../platform/http/sent.ts'
import {
  accountValidation,
  type Choices,
  createPerson,
  editedIn,
  editPage,
  editPerson,
  type Filled,
  type FoundPerson,
  findPerson,
  isReadable,
  issueSlip,
  knownNrpFault,
  lineOf,
  needsSecondPerson,
  newPersonPage,
  openSlipUntil,
  type PeopleFilter,
  peopleKinds,
  peoplePage,
  slipPage,
  textOf,
  textsOf,
  untouched,
} from '../accounts/index.ts'
import { auditLines } from '../audit/index.ts'
import { asking, pendingOf, requestSecondPerson } from '../second-person/index.ts'
import { unitsBelow, villagesOfUnit } from '../units/index.ts'
import { filterQuery, listPage } from './list.pages.ts'
import { personPage } from './person.pages.ts'

const perPage = 20
const auditShown = 20

/** The person that the address names, if it lies in the scope of the admin. */
export const personInScope = async ({ tx, scope, params }: Context): Promise<FoundPerson> =>
  orNotFound(await findPerson(tx, scope, params.id!))

function filterOf({ query }: Context): PeopleFilter {
  const text = (name: string) => {
    const value = lineOf(query, name)
    return isReadable(value) ? value.slice(0, 100) : ''
  }
  const after = text('setelah')
  return {
    search: text('cari'),
    unit: text('satuan'),
    state: peopleKinds.find((state) => state === text('keadaan')) ?? '',
    after: isUuid(after) ? after : '',
  }
}

async function choicesFor({ tx, scope, today }: Context, unitPath: string): Promise<Choices> {
  const units = await unitsBelow(tx, scope)
  const unit = units.find(({ path }) => path === unitPath)
  return { units, unit, villages: unit ? await villagesOfUnit(tx, unit.id, today) : [] }
}

const newForm = async (context: Context, filled: Filled, status = 200) =>
  form(
    'personnel/form',
    newPersonPage(context, await choicesFor(context, textOf(filled.sent, 'satuan')), filled),
    status,
  )

const asksForVillages = (sent: Sent) => sent.aksi === 'wilayah'

async function creationChains(context: Handling<unknown>) {
  if (asksForVillages(context.sent)) return []
  const { unit, villages } = await choicesFor(context, textOf(context.sent, 'satuan'))
  return [
    accountValidation.nrpChain(context),
    accountValidation.nameChain(context),
    accountValidation.pangkatChain(context),
    accountValidation.positionChain(context),
    accountValidation.phoneChain(context),
    accountValidation.roleChain(context),
    accountValidation.unitChain(context, unit),
    accountValidation.villagesChain(context, unit, villages),
    accountValidation.dayChain(context, 'mulai', { label: context.t('personnel.serviceSince'), until: context.today }),
  ]
}

async function create(context: WriteHandling<unknown>) {
  const { sent } = context
  if (asksForVillages(sent)) return newForm(context, untouched(sent))
  const { unit, villages } = await choicesFor(context, textOf(sent, 'satuan'))
  const chosen = new Set(textsOf(sent, 'wilayah'))
  const wanted = {
    nrp: accountValidation.nrpOf(context),
    name: accountValidation.nameOf(context),
    pangkat: textOf(sent, 'pangkat'),
    position: lineOf(sent, 'jabatan'),
    phone: accountValidation.phoneOf(context),
    role: accountValidation.asRole(textOf(sent, 'peran'))!,
    unit: unit!,
    since: accountValidation.dayOfField(context, 'mulai'),
    villages: villages.filter(({ code }) => chosen.has(code)),
  }
  const fault = await knownNrpFault(context, wanted.nrp)
  if (fault) return newForm(context, { sent, violations: [{ field: 'nrp', message: fault }] }, 422)
  if (needsSecondPerson({ kind: 'create', after: wanted.role })) {
    const { unit: place, villages: _, ...newcomer } = wanted
    const act = { kind: 'create' as const, person: newcomer, unitId: place.id }
    return requestSecondPerson(context, { act, subjectId: undefined, unitPath: place.path })
  }
  const person = await createPerson(context, wanted)
  const slip = await issueSlip(context, person.id)
  return page(
    'personnel/slip',
    slipPage(context, { ...person, unit: unit! }, slip, { isNew: true, doneHref: paths.person(person.id) }),
    201,
  )
}

const valuesOf = ({ name, pangkat, position, phone }: FoundPerson): Sent => ({
  nama: name,
  pangkat,
  jabatan: position,
  hp: phone?.replace(/^\+62/, '0') ?? '',
})

export const personRoutes = [
  get('/personel', {
    allow: 'account.manage',
    menu: { in: 'bar', label: 'nav.personnel', order: 90, icon: 'users' },
    handle: async (context) => {
      const { tx, scope, today } = context
      const filter = filterOf(context)
      const [units, found] = await Promise.all([
        unitsBelow(tx, scope),
        peoplePage(tx, scope, filter, today, perPage + 1),
      ])
      const people = found.people.slice(0, perPage)
      const isMore = found.people.length > perPage
      const next = isMore ? paths.personnel({ ...filterQuery(filter), setelah: people.at(-1)!.id }) : ''
      return page('personnel/index', listPage(context, { people, count: found.count, units, filter, next }))
    },
  }),
  get('/personel/baru', {
    allow: 'account.manage',
    handle: (context) => newForm(context, untouched({ satuan: textOf(context.query, 'satuan') })),
  }),
  post('/personel', {
    allow: 'account.manage',
    accept: creationChains,
    invalid: (context, violations) => newForm(context, { sent: context.sent, violations }, 422),
    handle: create,
  }),
  get('/personel/:id', {
    allow: 'account.manage',
    on: personInScope,
    handle: async (context) => {
      const { subject: person, tx, scope, now } = context
      const slipUntil = await openSlipUntil(tx, person.id, now)
      const audit = await auditLines(tx, scope, { personId: person.id }, auditShown)
      const devices = await devicesOf(tx, person.id)
      const pending = await pendingOf(tx, person.id, now)
      return page('personnel/show', personPage(context, { person, slipUntil, audit, devices, pending }))
    },
  }),
  get('/personel/:id/ubah', {
    allow: 'account.manage',
    on: personInScope,
    handle: (context) =>
      form('personnel/form', editPage(context, context.subject, untouched(valuesOf(context.subject)))),
  }),
  post('/personel/:id', {
    allow: 'account.manage',
    on: personInScope,
    accept: (context) => [
      accountValidation.nameChain(context),
      accountValidation.pangkatChain(context),
      accountValidation.positionChain(context),
      accountValidation.phoneChain(context),
    ],
    invalid: (context, violations) =>
      form('personnel/form', editPage(context, context.subject, { sent: context.sent, violations }), 422),
    handle: async (context) => {
      const { sent, subject } = context
      const position = lineOf(sent, 'jabatan')
      const written = { name: accountValidation.nameOf(context), pangkat: textOf(sent, 'pangkat'), position }
      const edited = { ...written, phone: accountValidation.phoneOf(context) }
      if (needsSecondPerson({ kind: 'edit', before: subject.role }) && editedIn(subject, edited).length > 0)
        return requestSecondPerson(context, asking({ kind: 'edit', edited }, subject))
      await editPerson(context, { id: subject.id, ...edited })
      return redirect(paths.person(subject.id), 'personnel.saved')
    },
  }),
]
