import { body } from 'express-validator'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, post, type Violation } from '../../platform/http/endpoint.ts'
import { mayResubmit } from '../../platform/http/form-resubmission.ts'
import { form, type Reply } from '../../platform/http/reply.ts'
import { type Sent } from '../../platform/http/sent.ts'
import { wrongTries } from '../../platform/http/wrong-tries.ts'
import { carriedIn, textOf } from './carried.ts'
import { faultOf, longestPassword, passwordFits, shortestPassword } from './passwords.ts'
import { hashedSid } from './session-store.ts'
import { changePassword } from './sessions.commands.ts'
import { type Carried, passwordPage } from './sessions.pages.ts'
import { ownPasswords } from './sessions.queries.ts'

export const passwordPageFor = (context: Context, violations: Violation[], carried?: Carried) =>
  form('sessions/password', passwordPage(context, violations, carried), violations.length > 0 ? 422 : 200)

export const passwordRoutes = [
  get(paths.password, {
    allow: 'password.change',
    beforeDuties: true,
    resubmits: false,
    handle: (context) => passwordPageFor(context, []),
  }),
  post(paths.password, {
    allow: 'password.change',
    beforeDuties: true,
    resubmits: false,
    accept: (context) => passwordChains(context),
    invalid: (context, violations) => passwordPageFor(context, violations, carriedIn(context, context.sent)),
    handle: async (context): Promise<Reply> => {
      const { actor, sent, sessionId, markOf } = context
      const password = textOf(sent, 'sandiBaru')
      const accessVersion = await changePassword(context, { password, sid: hashedSid(sessionId) })
      const person = { id: actor.id, accessVersion }
      const carried = carriedIn(context, sent)
      if (carried && mayResubmit(carried.form, markOf(actor.nrp))) return { kind: 'resume', ...carried, enter: person }
      return { kind: 'enter', person, to: paths.home, notice: { key: 'session.passwordChanged' } }
    },
  }),
]

/**
 * Somebody at another person's open session must not find out the password there. Counted by session, so that a stolen
 * one does not keep its owner, in a session of their own, from choosing another password.
 */
const oldTries = wrongTries(10)

/** Whether the session that a one-time code opened chooses a password; every other one must know the present one. */
export const choosesFirst = ({ mustChangePassword, showedSlip }: Context['actor']): boolean =>
  mustChangePassword && showedSlip

function passwordChains({ tx, actor, t, sent, sessionId }: Context & { sent: Sent }) {
  const chosen = textOf(sent, 'sandiBaru')
  const isRepeated = textOf(sent, 'sandiUlang') === chosen
  const refuse = {
    short: t('session.passwordShort', { least: shortestPassword, length: [...chosen].length }),
    long: t('session.passwordLong', { most: longestPassword }),
    common: t('session.passwordCommon'),
  }
  const old = body('sandiLama').custom(async () => {
    const seconds = await oldTries.begin(hashedSid(sessionId))
    if (seconds > 0) throw new Error(t('session.oldWait', { minutes: Math.ceil(seconds / 60) }))
    const { passwordHash } = await ownPasswords(tx, actor.id)
    if (!(await passwordFits(passwordHash, textOf(sent, 'sandiLama')))) throw new Error(t('session.oldWrong'))
    await oldTries.right(hashedSid(sessionId))
  })
  return [
    ...(choosesFirst(actor) ? [] : [old]),
    body('sandiBaru').custom(async () => {
      const fault = faultOf(chosen, actor)
      if (fault) throw new Error(refuse[fault])
      // Asked last, when any other password would be taken: else the page would tell guesses of the old password apart.
      if (isRepeated && (await isSame())) throw new Error(t('session.passwordSame'))
      return true
    }),
    body('sandiUlang').custom(() => {
      if (!isRepeated) throw new Error(t('session.passwordDiffers'))
      return true
    }),
  ]

  async function isSame(): Promise<boolean> {
    if (!choosesFirst(actor)) return chosen === textOf(sent, 'sandiLama')
    return passwordFits((await ownPasswords(tx, actor.id)).voidedHash, chosen)
  }
}
