import { type Actor, type Role, roles } from './actor.ts'

export const reportStates = [
  ...(['brief', 'submitted', 'checked', 'recalled', 'returned'] as const),
  ...(['verified', 'accepted', 'duplicate', 'cancelled'] as const),
] as const

export type ReportState = (typeof reportStates)[number]

/** What a rule needs to know of a report. */
export interface ReportFacts {
  authorId: string
  state: ReportState
}

interface Rule<S = unknown> {
  roles: readonly Role[]
  when?: (actor: Actor, subject: S) => boolean
}

const only = (...allowed: Role[]): Rule => ({ roles: allowed })
const onlyWhen = <S>(allowed: Role[], when: (actor: Actor, subject: S) => boolean): Rule<S> => ({
  roles: allowed,
  when,
})
const isAuthor = (actor: Actor, report: ReportFacts) => report.authorId === actor.id

const readers: Role[] = ['kanit', 'kapolsek', 'kbo', 'kasat', 'kapolres']

/** Who may do what. Whom it may be done to is the business of reach.ts. */
export const policy = {
  'home.read': only(...roles),
  'password.change': only(...roles),
  'session.manage': only(...roles),
  'report.file': only('bhabinkamtibmas'),
  'report.list': only('bhabinkamtibmas', ...readers),
  'report.read': only('bhabinkamtibmas', ...readers),
  'report.correct': onlyWhen(
    ['bhabinkamtibmas'],
    (actor, report: ReportFacts) => isAuthor(actor, report) && report.state === 'returned',
  ),
  'report.cancel': onlyWhen(
    ['bhabinkamtibmas'],
    (actor, report: ReportFacts) =>
      isAuthor(actor, report) && (report.state === 'submitted' || report.state === 'returned'),
  ),
  'report.return': onlyWhen(
    ['kbo', 'kasat'],
    (actor, report: ReportFacts) => !isAuthor(actor, report) && report.state === 'submitted',
  ),
  'report.verify': onlyWhen(
    ['kasat'],
    (actor, report: ReportFacts) => !isAuthor(actor, report) && report.state === 'submitted',
  ),
  'nihil.file': only('bhabinkamtibmas'),
  'queue.read': only('kbo', 'kasat'),
  'register.keep': only('bhabinkamtibmas'),
  'recap.read': only(...readers),
  'quality.read': only('bhabinkamtibmas', ...readers),
  'account.manage': only('admin'),
}

export type Policy = typeof policy
export type Action = keyof Policy
type SubjectOfRule<R> = R extends { when?: (actor: Actor, subject: infer S) => boolean } ? S : unknown
/** What the rule of an action judges; `unknown` when it looks at nobody but the actor. */
export type SubjectOf<A extends Action> = SubjectOfRule<Policy[A]>

/** May this actor do this at all? Asked before anything is loaded. */
export const mayEver = (actor: Actor, action: Action): boolean => policy[action].roles.includes(actor.role)

/** May this actor do this to that subject? */
export function may<A extends Action>(actor: Actor, action: A, subject: SubjectOf<A>): boolean {
  const { when } = policy[action] as Rule<SubjectOf<A>>
  return mayEver(actor, action) && (when === undefined || when(actor, subject))
}
