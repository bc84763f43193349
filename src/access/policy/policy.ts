import { type Actor, type Role, roles } from './actor.ts'

/** Every state of a report, in the order of its life. */
export const reportStates = [
  'unacknowledged',
  'brief',
  'submitted',
  'checked',
  'recalled',
  'returned',
  'verified',
  'accepted',
  'duplicate',
  'cancelled',
  'disowned',
] as const

export type ReportState = (typeof reportStates)[number]

/** Reports in these states are in no figure, target or sheet. */
export const uncountedStates: readonly ReportState[] = ['unacknowledged', 'disowned', 'duplicate', 'cancelled']

/** What a rule needs to know of a report. */
export interface ReportFacts {
  authorId: string
  state: ReportState
}

/** What a rule about decisions needs to know besides. */
export interface ReviewFacts extends ReportFacts {
  /** Whether it has waited so long for the polsek that the polres may decide without. */
  isOverdue: boolean
}

/** What a rule about unanswered requests to acknowledge a report needs to know besides. */
export interface AcknowledgementFacts extends ReportFacts {
  /** Whether its author had their time to answer, or has left. */
  isUnanswered: boolean
}

interface Rule<S = unknown> {
  roles: readonly Role[]
  /** What else must be true of the actor, whatever it is about. */
  holds?: (actor: Actor) => boolean
  when?: (actor: Actor, subject: S) => boolean
}

const only = (...allowed: Role[]): Rule => ({ roles: allowed })
const onlyWhen = <S>(allowed: Role[], when: (actor: Actor, subject: S) => boolean): Rule<S> => ({
  roles: allowed,
  when,
})
const isAuthor = (actor: Actor, report: ReportFacts) => report.authorId === actor.id

/** A Kanit reviews only where the polres has switched that on. */
const readsAtAll = ({ role, twoStage }: Actor) => role !== 'kanit' || twoStage

const ofAuthor = (...states: ReportState[]) =>
  onlyWhen(
    ['bhabinkamtibmas'],
    (actor, report: ReportFacts) => isAuthor(actor, report) && states.includes(report.state),
  )

/** Where the polres wants it so, the Kanit reads what was sent, and the polres what the Kanit has read or left lying. */
function mayDecideNow({ role, twoStage }: Actor, { state, isOverdue }: ReviewFacts): boolean {
  if (role === 'kanit') return state === 'submitted'
  return state === 'checked' || state === 'accepted' || (state === 'submitted' && (!twoStage || isOverdue))
}

/** Nobody decides on their own report, whatever else their role is. */
const byReviewer = (...allowed: Role[]) => ({
  ...onlyWhen(allowed, (actor, report: ReviewFacts) => !isAuthor(actor, report) && mayDecideNow(actor, report)),
  holds: readsAtAll,
})

/** The Kasat decides only once the author cannot be waited for, and never on their own report. */
const insteadOfAuthor = onlyWhen(
  ['kasat'],
  (actor, report: AcknowledgementFacts) =>
    !isAuthor(actor, report) && report.state === 'unacknowledged' && report.isUnanswered,
)

/** What belongs to every polres of the server is no business of the admin of one of several. */
const ofWholeServer: Rule = { ...only('admin'), holds: ({ coversServer }) => coversServer }

const readers: Role[] = ['kanit', 'kapolsek', 'kbo', 'kasat', 'kapolres']

/** Who may do what. Whom it may be done to is the business of scope.ts. */
export const policy = {
  'home.read': only(...roles),
  'password.change': only(...roles),
  'session.manage': only(...roles),
  'envelope.carry': only('kanit', 'kbo', 'kasat'),
  'envelope.review': only('kbo', 'kasat'),
  'envelope.decide': onlyWhen(
    ['kasat'],
    (actor, envelope: { authorId: string | null }) => envelope.authorId !== actor.id,
  ),
  'envelope.place': ofWholeServer,
  'device.enrol': only('bhabinkamtibmas'),
  'report.file': only('bhabinkamtibmas'),
  'report.list': only('bhabinkamtibmas', ...readers),
  'report.read': only('bhabinkamtibmas', ...readers),
  'report.complete': ofAuthor('brief'),
  'report.recall': ofAuthor('submitted'),
  'report.resend': ofAuthor('recalled'),
  'report.correct': ofAuthor('returned'),
  'report.cancel': ofAuthor('brief', 'submitted', 'recalled', 'returned'),
  'report.explain': ofAuthor('brief', 'submitted', 'checked', 'recalled', 'returned'),
  'report.check': byReviewer('kanit'),
  'report.return': byReviewer('kanit', 'kbo', 'kasat'),
  'report.markDuplicate': byReviewer('kbo', 'kasat'),
  'report.verify': byReviewer('kasat'),
  'report.supplement': onlyWhen(
    ['bhabinkamtibmas', 'kbo', 'kasat'],
    (actor, report: ReportFacts) =>
      (report.state === 'verified' || report.state === 'accepted') &&
      (actor.role !== 'bhabinkamtibmas' || isAuthor(actor, report)),
  ),
  'report.acknowledge': ofAuthor('unacknowledged'),
  'report.disown': ofAuthor('unacknowledged'),
  'report.endorse': insteadOfAuthor,
  'report.reject': insteadOfAuthor,
  'source.reveal': onlyWhen(
    ['bhabinkamtibmas', 'kasat'],
    (actor, report: ReportFacts) => actor.role === 'kasat' || isAuthor(actor, report),
  ),
  'nihil.file': only('bhabinkamtibmas'),
  'absence.keep': only('kanit', 'kapolsek', 'kasat'),
  'queue.read': { ...only('kanit', 'kbo', 'kasat'), holds: readsAtAll },
  'queue.decide': only('kasat'),
  'setting.change': only('kasat'),
  'window.keep': only('kasat'),
  'register.keep': only('bhabinkamtibmas'),
  'register.read': only('bhabinkamtibmas', ...readers),
  'followUp.read': only('bhabinkamtibmas', ...readers),
  'followUp.close': only('bhabinkamtibmas', 'kanit', 'kbo', 'kasat'),
  'entry.split': only('bhabinkamtibmas', 'kasat'),
  'nik.reveal': only('bhabinkamtibmas', 'kasat'),
  'dashboard.read': only(...readers),
  'earlyWarning.read': only(...readers),
  'earlyWarning.answer': only('kapolsek', 'kasat', 'kapolres'),
  'directive.read': only('bhabinkamtibmas', ...readers),
  'directive.give': only('kapolsek', 'kasat', 'kapolres'),
  'directive.end': onlyWhen(['kapolsek', 'kasat', 'kapolres'], ({ unitPath }, directive: { unitPath: string }) =>
    directive.unitPath.startsWith(unitPath),
  ),
  'directive.understand': only('bhabinkamtibmas'),
  'recap.read': only(...readers),
  'rules.read': only('kbo', 'kasat'),
  'quality.read': only('bhabinkamtibmas', ...readers),
  'account.manage': only('admin'),
  'account.confirm': only('admin', 'kasat', 'kapolres'),
  'integrity.check': only('kapolres', 'admin'),
  'vocabulary.manage': only('admin'),
  'backup.manage': ofWholeServer,
  'outage.keep': ofWholeServer,
}

export type Policy = typeof policy
export type Action = keyof Policy
type SubjectOfRule<R> = R extends { when?: (actor: Actor, subject: infer S) => boolean } ? S : unknown
/** What the rule of an action judges; `unknown` when it looks at nobody but the actor. */
export type SubjectOf<A extends Action> = SubjectOfRule<Policy[A]>

/** May this actor do this at all? Asked before anything is loaded. */
export function mayEver(actor: Actor, action: Action): boolean {
  const { roles: allowed, holds }: Rule<never> = policy[action]
  return allowed.includes(actor.role) && (holds === undefined || holds(actor))
}

/** May this actor do this to that subject? */
export function may<A extends Action>(actor: Actor, action: A, subject: SubjectOf<A>): boolean {
  const { when } = policy[action] as Rule<SubjectOf<A>>
  return mayEver(actor, action) && (when === undefined || when(actor, subject))
}
