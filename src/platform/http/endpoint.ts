import type { ValidationChain } from 'express-validator'
import type { Actor } from '../../access/policy/actor.ts'
import type { Action, SubjectOf } from '../../access/policy/policy.ts'
import type { Scope } from '../../access/policy/scope.ts'
import type { Day } from '../../kernel/days.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { TtlCache } from '../../kernel/ttl-cache.ts'
import type { MessageKey, Say } from '../../sentences/say.ts'
import type { Cipher } from '../cipher.ts'
import type { Db, Reader, Transaction } from '../db/connect.ts'
import type { RequestKind } from '../load/concurrency-limits.ts'
import type { Log } from './log.ts'
import type { MenuEntry } from './menu-entry.ts'
import type { Entering, Reply } from './reply.ts'
import { type Sent } from './sent.ts'

export type Method = 'get' | 'post'

export interface UploadedFile {
  field: string
  /** As its sender calls it; none where it was in no form of theirs. */
  name?: string
  /** What is in it, unless that is in the file at `path`. */
  body: Buffer
  /** Of a large one: the temporary file that has it, until the request is answered. */
  path?: string
  /** Of a file that was carried here: its name, and how big it is; one that is too big has no body. */
  carried?: { name: string; size: number }
}

export interface VisitorContext {
  tx: Reader
  now: Date
  locale: Locale
  t: Say
  params: Record<string, string>
  query: Record<string, unknown>
  requestId: string
  /** A long-lived random name of the browser, for the budgets of sign-in. */
  device: string
  /** The mark of the account that signed in last on this browser, and the one an NRP would have: see `ResubmittedForm`. */
  lastHere: string
  /** Whether anybody has signed in on this browser before; its cookie proves it. */
  hasSignedInHere: boolean
  markOf: (nrp: string) => string
  /** What the browser calls itself. */
  agent: string
  address: string
  cipher: Cipher
  cached: TtlCache
  log: Log
}

export interface Context extends VisitorContext {
  actor: Actor
  scope: Scope
  /** The day it is in the actor's zone. */
  today: Day
  sessionId: string
}

export interface Violation {
  field: string
  message: string
}

/** What a handler gets. Here it only reads; `StatementHandling` and `WriteHandling` may write. */
export type Handling<S> = Context & { subject: S; input: Sent; sent: Sent; files: UploadedFile[] }
/** Outside of a transaction: single statements, each atomic by itself, and commands in a transaction that it opens. */
export type StatementHandling<S> = Handling<S> & { tx: Db }
/** Runs in the transaction of a POST, which its commands need. */
export type WriteHandling<S> = Handling<S> & { tx: Transaction }
export type WriteContext = Context & { tx: Transaction }

type TracedPage = MessageKey extends infer K ? (K extends `audit.page.${infer Name}` ? Name : never) : never

/** How the audit remembers that a page was read or a file taken; `command`: the handler does it by a command. */
export type Trace =
  | 'command'
  | {
      as: 'page.read' | 'page.printed' | 'file.exported' | 'person.searched'
      /** Its name: the end of the key of a sentence. */
      page: TracedPage
      /** Parameters of the address that name people: the audit keeps a keyed digest of them. */
      digests?: readonly string[]
      /** Where only some of what the address shows is sensitive. */
      when?: (context: Context & { subject: unknown }) => boolean
    }

interface Parts<A extends Action, S, H = Handling<S>> {
  /** What the actor must be allowed to do. */
  allow: A
  /** Loads the thing the address names, within the actor's scope; `null` inside becomes 404. */
  on?: (context: Context) => Promise<S> | S
  /** Before validation: parks the photos that came, so that they survive a form that comes back. Returns what is wrong with them. */
  parkPhotos?: (handling: StatementHandling<S>) => Promise<string>
  /** express-validator chains for the body or the query. `photoFault`: what `parkPhotos` found. */
  accept?: (handling: Handling<S>, photoFault: string) => ValidationChain[] | Promise<ValidationChain[]>
  /** The form again, with what was typed; without it a violation is a 400. It may save a draft. */
  invalid?: (handling: StatementHandling<S>, violations: Violation[]) => Promise<Reply> | Reply
  handle: (handling: H) => Promise<Reply> | Reply
  /**
   * The answer when the subject has moved on since its page was made: the policy refuses it as it is now, or the write
   * came second (`Conflict`). Undefined where the refusal has another reason.
   */
  overtaken?: (handling: Handling<S>) => Promise<Reply | undefined>
  /** How the audit remembers it; asked for wherever a page is sensitive, a file leaves or paper is printed. */
  trace?: Trace
  /** Accepts multipart bodies with photos, in the control of this name. */
  files?: string
  /** Accepts multipart bodies with files of encrypted envelopes. */
  carries?: boolean
  /** Takes JSON of a script of ours instead of a form. */
  json?: boolean
  /** Which limit of load shedding a request counts towards; by default `read` for a GET and `send` for a POST. */
  kind?: RequestKind
  /** Where it stands in the menu. */
  menu?: MenuEntry
  /** `false`: nothing is typed there that somebody would miss, so that an expired session does not keep the form. */
  resubmits?: false
  /** Allowed before a new password is chosen and the devices are confirmed. */
  beforeDuties?: true
}

type JudgedParts<A extends Action, S, H = Handling<S>> =
  unknown extends SubjectOf<A>
    ? Parts<A, S, H>
    : Parts<A, S, H> & { on: (context: Context) => Promise<S & SubjectOf<A>> | (S & SubjectOf<A>) }

/** An address of the application with all that guards it. Generic parts are checked where it is written. */
export interface Endpoint extends Parts<Action, never> {
  method: Method
  path: string
  /** Its writes are single statements: no transaction is opened around the handler. */
  isStatement?: true
  on?: (context: Context) => Promise<never> | never
}

export const get = <A extends Action, S = undefined>(path: string, parts: JudgedParts<A, S>): Endpoint =>
  ({ method: 'get', path, ...parts }) as unknown as Endpoint

/** Reading that is itself recorded, by a command of the handler. */
export const getAudited = <A extends Action, S = undefined>(
  path: string,
  parts: Omit<JudgedParts<A, S, StatementHandling<S>>, 'trace'>,
): Endpoint => ({ method: 'get', path, trace: 'command', ...parts }) as unknown as Endpoint

/** Its handler runs in a transaction. */
export const post = <A extends Action, S = undefined>(
  path: string,
  parts: JudgedParts<A, S, WriteHandling<S>>,
): Endpoint => ({ method: 'post', path, ...parts }) as unknown as Endpoint

/** Its handler writes single statements only, such as a filing, which is batched with those of others. */
export const postStatement = <A extends Action, S = undefined>(
  path: string,
  parts: JudgedParts<A, S, StatementHandling<S>>,
): Endpoint => ({ method: 'post', path, isStatement: true, ...parts }) as unknown as Endpoint

export type VisitorHandling = VisitorContext & {
  sent: Sent
  actor: Actor | undefined
  signedIn: boolean
  verify: () => Promise<SignInAnswer>
}

/** What Passport answers: a person to let in, or why not. */
export type SignInAnswer = { person: Entering } | { refused: Refusal }
export interface Refusal {
  key: 'session.wrong' | 'session.waitNew' | 'session.waitKnown'
  seconds: number
}

/** An address that anyone may open: signing in, the language, health. */
export interface OpenEndpoint {
  method: Method
  path: string
  open: true
  kind?: RequestKind
  handle: (handling: VisitorHandling) => Promise<Reply> | Reply
}

export const openGet = (path: string, handle: OpenEndpoint['handle']): OpenEndpoint => ({
  method: 'get',
  path,
  open: true,
  handle,
})
export const openPost = (
  path: string,
  handle: OpenEndpoint['handle'],
  settings: Pick<OpenEndpoint, 'kind'> = {},
): OpenEndpoint => ({ method: 'post', path, open: true, handle, ...settings })
