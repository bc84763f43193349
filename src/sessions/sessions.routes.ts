import { body } from 'express-validator'
import { absencesOf, daysBack } from '../absences/index.ts'
import { gapsWithin } from '../intake/index.ts'
import { addDays } from '../kernel/days.ts'
import { devicesOf } from '../phones/index.ts'
import {
  type Context,
  get,
  openGet,
  openPost,
  post,
  type Sent,
  type Violation,
  type VisitorContext,
  type VisitorHandling,
} from '../platform/http/endpoint.ts'
import { type KeptForm, keptName, mayGoOn, openForm } from '../platform/http/kept-form.ts'
import { localPath } from '../platform/http/locale.ts'
import { bare, form, page, type Reply, redirect, type Sendable } from '../platform/http/reply.ts'
import { wrongTries } from '../platform/http/wrong-tries.ts'
import { faultOf, longestPassword, passwordFits, shortestPassword } from './passwords.ts'
import { hashedSid } from './session-store.ts'
import { changePassword, endSession, noteSignOut } from './sessions.commands.ts'
import { accountPage, type Carried, passwordPage, signInPage } from './sessions.pages.ts'
import { ownPassword, sessionsOf } from './sessions.queries.ts'

/** Numbers that are missing, over all devices. */
const mostShown = 100

const textOf = (sent: Sent, name: string) => (typeof sent[name] === 'string' ? sent[name] : '')

/** The form that the page carried, if it can still be opened. */
function carriedIn({ sealer, now }: VisitorContext, sent: Sent): Carried | undefined {
  const kept = openForm(sealer, sent[keptName], now)
  return kept && { form: kept, sealed: textOf(sent, keptName) }
}

/** A form has come for which somebody must sign in first, or choose a password of his own. */
export function askFirst(context: VisitorContext | Context, kept: KeptForm, sealed: string): Sendable {
  const carried = { form: kept, sealed }
  if ('actor' in context) return askPassword(context, [], carried)
  return bare('sessions/sign-in', signInPage(context, { carried }), 401)
}

const askPassword = (context: Context, violations: Violation[], carried?: Carried) =>
  form('sessions/password', passwordPage(context, violations, carried), violations.length > 0 ? 422 : 200)

async function signIn(context: VisitorHandling): Promise<Reply> {
  const { sent, t, verify, markOf } = context
  const [returnTo, nrp, carried] = [localPath(sent.kembali), textOf(sent, 'nrp').trim(), carriedIn(context, sent)]
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
  const person = { id: answer.person.id, accessVersion: answer.person.accessVersion }
  if (carried && !mayGoOn(carried.form, markOf(nrp))) return again(t('session.othersForm'), 409, true)
  if (carried) return { kind: 'resume', ...carried, enter: person }
  return sent[keptName] ? { kind: 'enter', person, to: '/', notice: tooOld } : { kind: 'enter', person, to: returnTo }
}

const tooOld = { key: 'session.formTooOld' } as const

export const sessionRoutes = [
  openGet('/masuk', (context) =>
    context.signedIn
      ? redirect('/')
      : bare('sessions/sign-in', signInPage(context, { returnTo: localPath(context.query.kembali) })),
  ),
  openPost('/masuk', signIn),
  openPost('/bahasa', ({ sent }) => ({
    kind: 'language',
    locale: sent.bahasa === 'en' ? 'en' : 'id',
    to: localPath(sent.kembali),
  })),
  post('/keluar', {
    allow: 'session.manage',
    handle: async ({ tx, actor, now }) => {
      await noteSignOut(tx, actor, now)
      return { kind: 'leave', to: '/masuk' }
    },
  }),
  get('/akun', {
    allow: 'session.manage',
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
    handle: async (context) => {
      await endSession(context, context.params.sesi!)
      return redirect('/akun', 'session.ended')
    },
  }),
  get('/sandi', { allow: 'password.change', handle: (context) => askPassword(context, []) }),
  post('/sandi', {
    allow: 'password.change',
    accept: (context) => passwordChains(context),
    invalid: (context, violations) => askPassword(context, violations, carriedIn(context, context.sent)),
    handle: async (context) => {
      const { actor, sent, sessionId, markOf } = context
      await changePassword(context, { password: textOf(sent, 'sandiBaru'), sid: hashedSid(sessionId) })
      const carried = carriedIn(context, sent)
      if (carried && mayGoOn(carried.form, markOf(actor.nrp))) return { kind: 'resume', ...carried }
      return redirect('/', 'session.passwordChanged')
    },
  }),
]

/**
 * Who sits at somebody's open session must not find out the password there. Counted by session, so that a stolen one does
 * not keep its owner, in a session of their own, from choosing another password.
 */
const oldTries = wrongTries(10)

function passwordChains({ tx, actor, t, sent, sessionId }: Context & { sent: Sent }) {
  const chosen = textOf(sent, 'sandiBaru')
  const refuse = {
    short: t('session.passwordShort', { least: shortestPassword, length: [...chosen].length }),
    long: t('session.passwordLong', { most: longestPassword }),
    common: t('session.passwordCommon'),
  }
  const old = body('sandiLama').custom(async () => {
    const seconds = await oldTries.begin(hashedSid(sessionId))
    if (seconds > 0) throw new Error(t('session.oldWait', { minutes: Math.ceil(seconds / 60) }))
    if (!(await passwordFits(await ownPassword(tx, actor.id), textOf(sent, 'sandiLama'))))
      throw new Error(t('session.oldWrong'))
    await oldTries.right(hashedSid(sessionId))
  })
  return [
    // Somebody with a slip has just shown it; there is no old password to ask for.
    ...(actor.mustChangePassword ? [] : [old]),
    body('sandiBaru').custom(() => {
      const fault = faultOf(chosen, actor)
      if (fault) throw new Error(refuse[fault])
      return true
    }),
    body('sandiUlang').custom(() => {
      if (textOf(sent, 'sandiUlang') !== chosen) throw new Error(t('session.passwordDiffers'))
      return true
    }),
  ]
}
