import { type Actor, type Role, roles } from '../../access/policy/actor.ts'
import { Forbidden } from '../../kernel/errors.ts'
import type { Edited, Move, NewPerson } from './person-fields.ts'

/** Roles that decide on reports, read confidential sources or keep accounts. Nobody gives one of them to anybody alone. */
export const commandRoles: readonly Role[] = roles.filter((role) => role !== 'bhabinkamtibmas')

export const isCommandRole = (role: string): boolean => (commandRoles as readonly string[]).includes(role)

/** What an admin may ask for on an account, with all that is needed to carry it out later. */
export type AccountAct =
  | { kind: 'create'; person: Omit<NewPerson, 'unit' | 'villages'>; unitId: string }
  | { kind: 'move'; move: Omit<Move, 'id' | 'unit'>; unitId: string }
  | { kind: 'edit'; edited: Omit<Edited, 'id'> }
  | { kind: 'slip' }
  | { kind: 'reinstate' }

export type ActKind = AccountAct['kind']

/** Acts that only take something away; in an emergency one person is enough. */
export type Revocation = 'suspend' | 'endSessions' | 'revokeDevice'

/** Which roles are at stake: the holder's now, and the one that the act gives. */
export interface Stake {
  kind: ActKind | Revocation
  /** The role of the account before the act; none for a new account. */
  before?: string | undefined
  /** The role that the act gives. */
  after?: string | undefined
}

const takingAway: readonly string[] = ['suspend', 'endSessions', 'revokeDevice'] satisfies Revocation[]

/** The one place that decides whether an act on an account takes a second person. */
export function needsSecondPerson({ kind, before, after }: Stake): boolean {
  if (takingAway.includes(kind)) return false
  return [before, after].some((role) => role !== undefined && isCommandRole(role))
}

/** For commands that one person runs: an act that takes two is refused, however the request came here. */
export function refuseAlone(stake: Stake): void {
  if (needsSecondPerson(stake)) throw new Forbidden('second.needed')
}

/** A role that reads or decides is given to somebody who had none: all that opened the account before must be void. */
export const isBecoming = (before: string | undefined, after: string): boolean =>
  isCommandRole(after) && (before === undefined || !isCommandRole(before))

/** Who may be the second person, as far as the role says. */
export const confirmingRoles: readonly Role[] = ['admin', 'kasat', 'kapolres']

/** How long a request waits for its second person. */
export const requestHours = 24

export interface RequestFacts {
  unitPath: string
  requestedBy: string
  subjectId: string | null
  state: string
  expiresAt: Date
}

export type WhyNot = 'requester' | 'holder' | 'notIndependent' | 'closed'

/** Why this person of the unit is not the second one; undefined when they are. `isIndependent` is asked of the database. */
export function whyNotConfirm(
  { id }: Pick<Actor, 'id'>,
  request: RequestFacts,
  isIndependent: boolean,
  now: Date,
): WhyNot | undefined {
  if (!isOpen(request, now)) return 'closed'
  if (request.requestedBy === id) return 'requester'
  if (request.subjectId === id) return 'holder'
  return isIndependent ? undefined : 'notIndependent'
}

export const isOpen = ({ state, expiresAt }: Pick<RequestFacts, 'state' | 'expiresAt'>, now: Date): boolean =>
  state === 'pending' && expiresAt > now

/** A commander made at somebody's request is no second person for them in the first days; an admin never is. */
export const newCommanderDays = 7
