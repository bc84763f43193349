import type { Request, Response } from 'express'
import passport from 'passport'
import { Strategy } from 'passport-local'
import type { Pool } from 'pg'
import { settingsOf } from '../../administration/settings/index.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Refusal, SignInAnswer } from '../../platform/http/endpoint.ts'
import type { Entering } from '../../platform/http/reply.ts'
import { networkOf } from '../../platform/load/address.ts'
import type { Actor, Role } from '../policy/actor.ts'
import { type Budgets, signInBudgets, type Try } from './budgets.ts'
import { deviceCookies } from './device.ts'
import { readNrp } from './nrp-input.ts'
import { isSlipShaped, passwordFits, sameHash, slipHash } from './passwords.ts'
import { noteRefusal, noteSignIn, type Origin, useSlip } from './sessions.commands.ts'
import { accountOf, isAboveAllPolres, openSlip, personOfSession } from './sessions.queries.ts'
import { signInWaits } from './sign-in-waits.ts'

export interface SignInDeps {
  db: Db
  clock: () => Date
  /** Where budgets are kept. */
  pool: Pool
  secret: string
  /** Whether the public address is one of https. */
  secure: boolean
  cipher: Cipher
}

/** Passport with the one strategy we have, and the way back from a session to an actor. */
export function signInPassport({ db, clock, pool, secret, secure, cipher }: SignInDeps) {
  const [budgets, devices, waits] = [signInBudgets(pool), deviceCookies(secret, secure), signInWaits(secret, secure)]
  const guard = new passport.Passport()

  const attemptOf = (req: Request, typed: unknown): Try => {
    const [nrp, device] = [readNrp(typed), devices.of(req)]
    return {
      nrp,
      device,
      known: devices.knows(req, nrp),
      address: networkOf(req.ip ?? ''),
      hasWaited: waits.hasCome(req, device, nrp, clock()),
    }
  }

  guard.use(
    new Strategy(
      { usernameField: 'nrp', passwordField: 'sandi', passReqToCallback: true },
      (req, nrp, password, done) => {
        judge(
          { db, cipher, budgets, agent: req.headers['user-agent'] ?? '' },
          attemptOf(req, nrp),
          password,
          clock(),
        ).then(
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
  guard.deserializeUser((kept: Entering, done) => {
    actorOf(db, kept, clock()).then((actor) => done(null, (actor ?? false) as never), done)
  })

  /** A new browser keeps until when it was told to wait, so that it is judged then whatever others do. */
  const toldToWait = (req: Request, res: Response, refused: Refusal): Refusal => {
    const { nrp, device, known } = attemptOf(req, (req.body as Record<string, unknown>).nrp)
    if (refused.key === 'session.waitNew')
      return { ...refused, seconds: waits.give(req, res, device, nrp, refused.seconds, clock()) }
    if (!known) waits.take(req, res, device, nrp)
    return refused
  }

  /** Asks Passport; resolves with its answer instead of answering the request. */
  const verify = (req: Request, res: Response): Promise<SignInAnswer> =>
    new Promise((settle, fail) => {
      guard.authenticate('local', (error: unknown, person: Known | false, info?: { message?: string }) => {
        if (error) return fail(error)
        if (!person) return settle({ refused: toldToWait(req, res, refusalOf(info)) })
        devices.remember(req, res, person.nrp)
        settle({ person })
      })(req, res, fail)
    })

  return { guard, verify, devices, actorOf: (from: Db, kept: Entering) => actorOf(from, kept, clock()) }
}

const refusalOf = (info?: { message?: string }): Refusal =>
  info?.message?.startsWith('{') ? JSON.parse(info.message) : { key: 'session.wrong', seconds: 0 }

type Known = Entering & { nrp: string }
type Judged = { person: Known } | { refused: Refusal }

/** The id of no account: an unknown NRP costs the same reads and writes as a known one. */
const nobody = '00000000-0000-0000-0000-000000000000'

interface Judging {
  db: Db
  cipher: Cipher
  budgets: Budgets
  /** What the browser calls itself. */
  agent: string
}

/** Right or wrong, known or unknown: the same work is done and the same sentence said. */
async function judge(judging: Judging, attempt: Try, shown: string, now: Date): Promise<Judged> {
  const { db, cipher, budgets } = judging
  const origin = { address: attempt.address, agent: judging.agent }
  const { nrp, known } = attempt
  // Before the budgets of passwords: wrong ones, whoever typed them, must not keep a right code waiting.
  const bySlip = await enteringBySlip(judging, nrp, shown, now)
  if (bySlip) return admitted(judging, bySlip, origin, now)
  const { seconds, succeeded } = await budgets.begin(attempt)
  if (seconds > 0) return { refused: { key: known ? 'session.waitKnown' : 'session.waitNew', seconds } }
  const account = await accountOf(db, nrp)
  if (!(await passwordFits(account?.passwordHash ?? null, shown)) || !account) {
    await noteRefusal(db, cipher, account?.id ?? nobody, origin, now)
    return { refused: { key: 'session.wrong', seconds: 0 } }
  }
  await succeeded()
  return admitted(judging, { id: account.id, accessVersion: account.accessVersion, nrp: account.nrp }, origin, now)
}

async function admitted({ db, cipher }: Judging, person: Known, origin: Origin, now: Date): Promise<Judged> {
  await db.$transaction((tx) => noteSignIn(tx, cipher, person, origin, now))
  return { person }
}

/** How long somebody who came in with a one-time code has to choose a password; after that the session is worth nothing. */
const slipSessionMinutes = 30

/** The session that a one-time code opens, if it is one that nobody has used before. */
async function enteringBySlip(
  { db, cipher, budgets }: Judging,
  nrp: string,
  shown: string,
  now: Date,
): Promise<Known | undefined> {
  if (!isSlipShaped(shown) || !(await budgets.maySlip(nrp))) return undefined
  const account = await accountOf(db, nrp)
  const slip = await openSlip(db, account?.id ?? nobody, now)
  const isSlip = sameHash(slip?.codeHash ?? slipHash(''), slipHash(shown)) && slip !== null
  if (!account || !isSlip) return undefined
  const accessVersion = await useSlip(db, cipher, slip, now)
  if (accessVersion === undefined) return undefined
  const slipUntil = new Date(now.getTime() + slipSessionMinutes * 60_000).toISOString()
  return { id: account.id, accessVersion, slipUntil, nrp: account.nrp }
}

/** For everybody else it changes nothing which stage a report is in, and costs no question. */
const reviewers: ReadonlySet<string> = new Set<Role>(['kanit', 'kbo', 'kasat'])

async function actorOf(db: Db, kept: Entering, now: Date): Promise<Actor | undefined> {
  const person = await personOfSession(db, kept)
  if (!person) return undefined
  const { slipUntil } = kept
  if (slipUntil && person.mustChangePassword && now.getTime() > Date.parse(slipUntil)) return undefined
  const twoStage = reviewers.has(person.role) && (await settingsOf(db, person.unitPath)).duaTahap
  const coversServer = person.role === 'admin' && (await isAboveAllPolres(db, person.unitPath))
  return { ...person, twoStage, coversServer, showedSlip: slipUntil !== undefined }
}
