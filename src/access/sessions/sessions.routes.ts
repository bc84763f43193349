import { absencesOf, daysBack } from '../../administration/absences/index.ts'
import { addDays } from '../../kernel/days.ts'
import { gapsWithin } from '../../officers/envelopes/index.ts'
import {
  type Context,
  get,
  openGet,
  openPost,
  post,
  type VisitorContext,
  type VisitorHandling,
} from '../../platform/http/endpoint.ts'
import { mayResubmit, resubmissionField } from '../../platform/http/form-resubmission.ts'
import { localPath } from '../../platform/http/locale.ts'
import { bare, page, type Reply, redirect, type Sendable } from '../../platform/http/reply.ts'
import { type ResubmittedForm } from '../../platform/http/resubmitted-form.ts'
import { devicesOf } from '../devices/index.ts'
import { carriedIn, textOf } from './carried.ts'
import { confirmDevicesRoutes, devicesPageFor } from './confirm-devices.routes.ts'
import { readNrp } from './nrp-input.ts'
import { passwordPageFor, passwordRoutes } from './password.routes.ts'
import { hashedSid } from './session-store.ts'
import { endSession, noteSignOut } from './sessions.commands.ts'
import { accountPage, signInPage } from './sessions.pages.ts'
import { sessionsOf } from './sessions.queries.ts'

/** Numbers that are missing, over all devices. */
const mostShown = 100

/** A form has come for which somebody must sign in first, choose a password, or confirm their devices. */
export function resubmissionPage(
  context: VisitorContext | Context,
  kept: ResubmittedForm,
  sealed: string,
): Sendable | Promise<Sendable> {
  const carried = { form: kept, sealed }
  if (!('actor' in context)) return bare('sessions/sign-in', signInPage(context, { carried }), 401)
  return context.actor.mustChangePassword ? passwordPageFor(context, [], carried) : devicesPageFor(context, [], carried)
}

async function signIn(context: VisitorHandling): Promise<Reply> {
  const { sent, t, verify, markOf } = context
  const [returnTo, nrp, carried] = [localPath(sent.kembali), readNrp(sent.nrp), carriedIn(context, sent)]
  const again = (problem: string, status: number, isOthers = false) =>
    bare(
      'sessions/sign-in',
      signInPage(context, { returnTo, nrp, problem, carried, isOthers, mustWait: status === 429 }),
      status,
    )
  if (nrp === '' || textOf(sent, 'sandi') === '') return again(t('session.empty'), 422)
  const answer = await verify()
  if ('refused' in answer) {
    const { key, seconds } = answer.refused
    if (key === 'session.wrong') return again(t(key), 422)
    return again(t(key, { minutes: Math.ceil(seconds / 60) }), 429)
  }
  const { id, accessVersion, slipUntil } = answer.person
  const person = { id, accessVersion, ...(slipUntil ? { slipUntil } : {}) }
  if (carried && !mayResubmit(carried.form, markOf(nrp))) return again(t('session.othersForm'), 409, true)
  if (carried) return { kind: 'resume', ...carried, enter: person }
  return sent[resubmissionField]
    ? { kind: 'enter', person, to: '/', notice: tooOld }
    : { kind: 'enter', person, to: returnTo }
}

const tooOld = { key: 'session.formTooOld' } as const

export const sessionRoutes = [
  ...passwordRoutes,
  ...confirmDevicesRoutes,
  openGet('/masuk', (context) =>
    context.signedIn
      ? redirect('/')
      : bare('sessions/sign-in', signInPage(context, { returnTo: localPath(context.query.kembali) })),
  ),
  openPost('/masuk', signIn, { kind: 'signIn' }),
  openPost('/bahasa', ({ sent }) => ({
    kind: 'language',
    locale: sent.bahasa === 'en' ? 'en' : 'id',
    to: localPath(sent.kembali),
  })),
  post('/keluar', {
    allow: 'session.manage',
    beforeDuties: true,
    resubmits: false,
    handle: async ({ tx, actor, now, cipher }) => {
      await noteSignOut(tx, cipher, actor, now)
      return { kind: 'leave', to: '/masuk' }
    },
  }),
  get('/akun', {
    allow: 'session.manage',
    beforeDuties: true,
    resubmits: false,
    menu: { in: 'account', label: 'app.account', order: 10 },
    handle: async (context) => {
      const { tx, actor, now, today, sessionId } = context
      const sessions = await sessionsOf(tx, actor.id, now)
      const devices = await devicesOf(tx, actor.id)
      const missing = await gapsWithin(tx, { kind: 'own', personId: actor.id }, mostShown)
      const absences = await absencesOf(tx, actor.id, addDays(today, -daysBack))
      const account = { sessions, devices, missing, absences, currentSid: hashedSid(sessionId) }
      return page('sessions/account', accountPage(context, account))
    },
  }),
  post('/akun/sesi/:sesi/akhir', {
    allow: 'session.manage',
    beforeDuties: true,
    resubmits: false,
    handle: async (context) => {
      await endSession(context, context.params.sesi!)
      return redirect('/akun', 'session.ended')
    },
  }),
]
