import type { Request, Response } from 'express'
import passport from 'passport'
import { Strategy } from 'passport-local'
import type { Db } from '../platform/db/connect.ts'
import { networkOf } from '../platform/http/address.ts'
import type { SignInAnswer } from '../platform/http/endpoint.ts'
import type { Actor, Role } from '../policy/actor.ts'
import { settingsOf } from '../settings/index.ts'
import type { Budgets, Try } from './budgets.ts'
import type { DeviceCookies } from './device.ts'
import { passwordFits, sameHash, slipHash } from './passwords.ts'
import { noteRefusal, noteSignIn, useSlip } from './sessions.commands.ts'
import { accountOf, openSlip, personOfSession } from './sessions.queries.ts'

export interface SignInDeps {
  db: Db
  clock: () => Date
  budgets: Budgets
  devices: DeviceCookies
}

/** Passport with the one strategy we have, and the way back from a session to an actor. */
export function signInPassport({ db, clock, budgets, devices }: SignInDeps) {
  const guard = new passport.Passport()

  guard.use(
    new Strategy(
      { usernameField: 'nrp', passwordField: 'sandi', passReqToCallback: true },
      (req, nrp, password, done) => {
        const attempt = {
          nrp: nrp.slice(0, 8),
          device: devices.of(req),
          known: devices.knows(req, nrp),
          address: networkOf(req.ip ?? ''),
        }
        judge(db, budgets, attempt, password, clock()).then(
          (answer) =>
            'person' in answer
              ? done(null, answer.person as never)
              : done(null, false, { message: JSON.stringify(answer.refused) }),
          done,
        )
      },
    ),
  )
  guard.serializeUser((user, done) => done(null, user))
  guard.deserializeUser((kept: { id: string; accessVersion: number }, done) => {
    actorOf(db, kept).then((actor) => done(null, (actor ?? false) as never), done)
  })

  /** Asks Passport; resolves with its answer instead of answering the request. */
  const verify = (req: Request, res: Response): Promise<SignInAnswer> =>
    new Promise((settle, fail) => {
      guard.authenticate(
        'local',
        (
          error: unknown,
          person: { id: string; accessVersion: number; nrp: string } | false,
          info?: { message?: string },
        ) => {
          if (error) return fail(error)
          if (!person) return settle({ refused: refusalOf(info) })
          devices.remember(req, res, person.nrp)
          settle({ person })
        },
      )(req, res, fail)
    })

  return { guard, verify, actorOf }
}

const refusalOf = (info?: { message?: string }) =>
  info?.message?.startsWith('{') ? JSON.parse(info.message) : { key: 'session.wrong' as const, seconds: 0 }

type Judged =
  | { person: { id: string; accessVersion: number; nrp: string } }
  | { refused: { key: 'session.wrong' | 'session.wait'; seconds: number } }

/** The id of no account: an unknown NRP costs the same reads and writes as a known one. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Right or wrong, known or unknown: the same work is done and the same sentence said. */
async function judge(db: Db, budgets: Budgets, attempt: Try, password: string, now: Date): Promise<Judged> {
  const seconds = await budgets.begin(attempt)
  if (seconds > 0) return { refused: { key: 'session.wait', seconds } }
  const account = await accountOf(db, attempt.nrp)
  const fits = await fitting(db, account, password, now)
  if (!account || !fits) {
    await noteRefusal(db, account?.id ?? nobody, now)
    return { refused: { key: 'session.wrong', seconds: 0 } }
  }
  await budgets.succeeded(attempt)
  await noteSignIn(db, account, now, fits === 'slip')
  return { person: { id: account.id, accessVersion: account.accessVersion, nrp: account.nrp } }
}

/** What the person showed: his password, or a slip that nobody has used before. */
async function fitting(
  db: Db,
  account: { id: string; passwordHash: string | null } | null,
  shown: string,
  now: Date,
): Promise<'password' | 'slip' | undefined> {
  const slip = await openSlip(db, account?.id ?? nobody, now)
  const isPassword = await passwordFits(account?.passwordHash ?? null, shown)
  const isSlip = sameHash(slip?.codeHash ?? slipHash(''), slipHash(shown)) && slip !== null
  if (isPassword) return 'password'
  return isSlip && (await useSlip(db, slip.id, now)) ? 'slip' : undefined
}

/** For everybody else it changes nothing which stage a report is in, and costs no question. */
const reviewers: ReadonlySet<string> = new Set<Role>(['kanit', 'kbo', 'kasat'])

async function actorOf(db: Db, kept: { id: string; accessVersion: number }): Promise<Actor | undefined> {
  const person = await personOfSession(db, kept)
  if (!person) return undefined
  const twoStage = reviewers.has(person.role) && (await settingsOf(db, person.unitPath)).duaTahap
  return { ...person, twoStage }
}
