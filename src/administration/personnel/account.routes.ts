import { Conflict } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, type Handling, post } from '../../platform/http/endpoint.ts'
import { form, page, redirect } from '../../platform/http/reply.ts'
import {
  endSessionsOf,
  type Filled,
  type FoundPerson,
  issuePage,
  issueSlip,
  needsSecondPerson,
  reasonChain,
  reinstatePerson,
  slipPage,
  suspendPerson,
  suspensionPage,
  textOf,
  untouched,
  villagesOnlyOf,
} from '../accounts/index.ts'
import { asking, requestSecondPerson } from '../second-person/index.ts'
import { personInScope } from './personnel.routes.ts'

/** A person of the scope who is not the admin himself. */
const anotherInScope = (messageKey: 'personnel.notYourself' | 'personnel.issueOwn') => async (context: Context) => {
  const person: FoundPerson = await personInScope(context)
  if (person.id === context.actor.id) throw new Conflict(messageKey)
  return person
}

async function suspensionForm(context: Handling<FoundPerson>, filled: Filled, status = 200) {
  const { tx, subject, today } = context
  const emptied = await villagesOnlyOf(tx, subject.id, today)
  return form('personnel/form', suspensionPage(context, subject, emptied, filled), status)
}

/** Letting people in and keeping them out. */
export const accountRoutes = [
  get('/personel/:id/penonaktifan', {
    allow: 'account.manage',
    on: anotherInScope('personnel.notYourself'),
    handle: (context) => suspensionForm(context, untouched()),
  }),
  post('/personel/:id/penonaktifan', {
    allow: 'account.manage',
    on: anotherInScope('personnel.notYourself'),
    accept: (context) => [reasonChain(context)],
    invalid: (context, violations) => suspensionForm(context, { sent: context.sent, violations }, 422),
    handle: async (context) => {
      const { id } = context.subject
      await suspendPerson(context, { id, reason: textOf(context.sent, 'alasan') })
      return redirect(paths.person(id), 'personnel.suspended')
    },
  }),
  post('/personel/:id/pengaktifan', {
    allow: 'account.manage',
    on: personInScope,
    handle: async (context) => {
      const { subject } = context
      if (subject.state === 'suspended' && needsSecondPerson({ kind: 'reinstate', before: subject.role }))
        return requestSecondPerson(context, asking({ kind: 'reinstate' }, subject))
      await reinstatePerson(context, subject.id)
      return redirect(paths.person(subject.id), 'personnel.reinstated')
    },
  }),
  post('/personel/:id/sesi/akhir', {
    allow: 'account.manage',
    on: anotherInScope('personnel.notYourself'),
    handle: async (context) => {
      await endSessionsOf(context, context.subject.id)
      return redirect(paths.person(context.subject.id), 'personnel.sessionsEnded')
    },
  }),
  get('/personel/:id/slip', {
    allow: 'account.manage',
    on: anotherInScope('personnel.issueOwn'),
    handle: (context) => form('personnel/form', issuePage(context, context.subject, untouched())),
  }),
  post('/personel/:id/slip', {
    allow: 'account.manage',
    on: anotherInScope('personnel.issueOwn'),
    handle: async (context) => {
      const { subject } = context
      if (needsSecondPerson({ kind: 'slip', before: subject.role }))
        return requestSecondPerson(context, asking({ kind: 'slip' }, subject))
      const slip = await issueSlip(context, subject.id)
      return page(
        'personnel/slip',
        slipPage(context, subject, slip, { isNew: false, doneHref: paths.person(subject.id) }),
        201,
      )
    },
  }),
]
