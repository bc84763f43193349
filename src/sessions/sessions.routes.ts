import { body } from 'express-validator'
import { type Context, get, openGet, openPost, post, type Sent } from '../platform/http/endpoint.ts'
import { localPath } from '../platform/http/locale.ts'
import { bare, form, page, redirect } from '../platform/http/reply.ts'
import { faultOf, longestPassword, passwordFits, shortestPassword } from './passwords.ts'
import { hashedSid } from './session-store.ts'
import { changePassword, endSession, noteSignOut } from './sessions.commands.ts'
import { accountPage, passwordPage, signInPage } from './sessions.pages.ts'
import { ownPassword, sessionsOf } from './sessions.queries.ts'

const textOf = (sent: Sent, name: string) => (typeof sent[name] === 'string' ? sent[name] : '')

export const sessionRoutes = [
  openGet('/masuk', (context) =>
    context.signedIn ? redirect('/') : bare('sessions/sign-in', signInPage(context, localPath(context.query.kembali))),
  ),
  openPost('/masuk', async (context) => {
    const { sent, t, verify } = context
    const returnTo = localPath(sent.kembali)
    const nrp = textOf(sent, 'nrp').trim()
    const again = (message: string, status: number) =>
      bare('sessions/sign-in', signInPage(context, returnTo, nrp, message), status)
    if (nrp === '' || textOf(sent, 'sandi') === '') return again(t('session.empty'), 422)
    const answer = await verify()
    if ('person' in answer)
      return { kind: 'enter', personId: answer.person.id, accessVersion: answer.person.accessVersion, to: returnTo }
    const { key, seconds } = answer.refused
    return key === 'session.wait' ? again(t(key, { minutes: Math.ceil(seconds / 60) }), 429) : again(t(key), 422)
  }),
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
      const sessions = await sessionsOf(context.tx, context.actor.id, context.now)
      return page('sessions/account', accountPage(context, sessions, hashedSid(context.sessionId)))
    },
  }),
  post('/akun/sesi/:sesi/akhir', {
    allow: 'session.manage',
    handle: async (context) => {
      await endSession(context, context.params.sesi!)
      return redirect('/akun', 'session.ended')
    },
  }),
  get('/sandi', { allow: 'password.change', handle: (context) => form('sessions/password', passwordPage(context)) }),
  post('/sandi', {
    allow: 'password.change',
    accept: (context) => passwordChains(context),
    invalid: (context, violations) => form('sessions/password', passwordPage(context, violations), 422),
    handle: async (context) => {
      await changePassword(context, { password: textOf(context.sent, 'sandiBaru'), sid: hashedSid(context.sessionId) })
      return redirect('/', 'session.passwordChanged')
    },
  }),
]

function passwordChains({ tx, actor, t, sent }: Context & { sent: Sent }) {
  const chosen = textOf(sent, 'sandiBaru')
  const refuse = {
    short: t('session.passwordShort', { least: shortestPassword, length: [...chosen].length }),
    long: t('session.passwordLong', { most: longestPassword }),
    common: t('session.passwordCommon'),
  }
  const old = body('sandiLama').custom(async () => {
    if (!(await passwordFits(await ownPassword(tx, actor.id), textOf(sent, 'sandiLama'))))
      throw new Error(t('session.oldWrong'))
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
