import type { Role } from '../../access/policy/actor.ts'
import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Say } from '../../sentences/say.ts'
import {
  type AccountAct,
  type ActKind,
  callPerson,
  isBecoming,
  isOpen,
  slipMinutes,
  type WhyNot,
} from '../accounts/index.ts'
import type { FoundRequest } from './requests.queries.ts'

const row = (label: string, value: string) => ({ label, value, lines: [] as string[] })

const actOf = ({ payload }: FoundRequest) => payload as unknown as AccountAct

/** Whom it is about: for a new account the name that was asked for. */
const whom = (request: FoundRequest): string => {
  const act = actOf(request)
  return callPerson(act.kind === 'create' ? act.person : request.subject!)
}

export const titleInWords = (request: FoundRequest, t: Say) =>
  t('second.actOn', { act: t(`second.act.${request.kind as ActKind}`), person: whom(request) })

type State = 'pending' | 'confirmed' | 'rejected' | 'withdrawn' | 'lapsed'

const stateOf = (request: FoundRequest, now: Date): State =>
  request.state === 'pending' && !isOpen(request, now) ? 'lapsed' : (request.state as State)

const chips: Record<State, string> = {
  pending: 'late',
  confirmed: 'verified',
  rejected: 'returned',
  withdrawn: 'cancelled',
  lapsed: 'neutral',
}

const chipOf = (request: FoundRequest, { t, now }: Context) => {
  const state = stateOf(request, now)
  return { kind: chips[state], label: t(`second.state.${state}`) }
}

const at = (when: Date, { actor, locale }: Context) => showInstant(when, actor.timeZone, locale)

function listRow(request: FoundRequest, context: Context) {
  const { t, now } = context
  const words = { person: callPerson(request.requester), at: at(request.requestedAt, context) }
  return {
    href: paths.accountRequest(request.id),
    title: titleInWords(request, context.t),
    text: isOpen(request, now)
      ? t('second.rowText', { ...words, until: at(request.expiresAt, context) })
      : t('second.rowClosed', words),
    chip: chipOf(request, context),
  }
}

export function requestsPage(
  context: Context,
  pending: { request: FoundRequest; isForActor: boolean }[],
  closed: FoundRequest[],
) {
  const { t } = context
  const rows = (isMine: boolean) =>
    pending.filter(({ isForActor }) => isForActor === isMine).map(({ request }) => listRow(request, context))
  return {
    title: t('second.title'),
    heading: t('second.title'),
    forActor: rows(true),
    forOthers: rows(false),
    closed: closed.map((request) => listRow(request, context)),
  }
}

export interface Judged {
  reason: WhyNot | undefined
  confirmers: { pangkat: string; name: string }[]
  unitName: string
}

/** What is asked, by whom, and what the reader may do about it. */
export function requestPage(context: Context, request: FoundRequest, { reason, confirmers, unitName }: Judged) {
  const { t, actor, now } = context
  const open = isOpen(request, now)
  const isRequester = request.requestedBy === actor.id
  return {
    title: titleInWords(request, context.t),
    heading: t('second.title'),
    subheading: whom(request),
    back: paths.accountRequests,
    chip: chipOf(request, context),
    sections: [
      { title: t('second.request'), rows: requestRows(request, context) },
      { title: t(titleOfChanges(request, open)), rows: changeRows(request, unitName, context) },
    ],
    lines: reason === undefined ? [...codeLines(request, context), t('second.sure')] : [],
    whyNot: open && reason ? t(`second.not.${reason}`) : '',
    who: open && reason ? whoCan(request, confirmers, context) : '',
    confirm: reason === undefined ? paths.confirmRequest(request.id) : '',
    reject: reason === undefined || (open && !isRequester) ? paths.rejectRequest(request.id) : '',
    withdraw: open && isRequester ? paths.withdrawRequest(request.id) : '',
  }
}

/** A code and a reinstatement change none of the facts. */
function titleOfChanges({ kind }: FoundRequest, open: boolean) {
  if (kind === 'slip' || kind === 'reinstate') return 'personnel.account'
  return open ? 'second.changes' : 'second.changed'
}

const whoCan = ({ id }: FoundRequest, confirmers: Judged['confirmers'], { t }: Context) =>
  confirmers.length === 0
    ? t('second.nobody', { id })
    : t('second.who', { people: confirmers.map(callPerson).join(', ') })

function codeLines(request: FoundRequest, { t }: Context): string[] {
  const act = actOf(request)
  const becomes = act.kind === 'move' && isBecoming(request.subject!.role, act.move.role)
  const code = { minutes: slipMinutes, requester: callPerson(request.requester) }
  if (act.kind !== 'create' && act.kind !== 'slip' && !becomes) return []
  return [...(becomes ? [t('second.becoming')] : []), t('second.getsCode', code)]
}

function requestRows(request: FoundRequest, context: Context) {
  const { t, now } = context
  const { requester, requestedAt, expiresAt, decider, decidedAt } = request
  const state = t(`second.state.${stateOf(request, now)}`)
  const decision = decidedAt && {
    state,
    at: at(decidedAt, context),
    person: decider ? callPerson(decider) : t('second.byOperator'),
  }
  return [
    row(t('second.requestedBy'), callPerson(requester)),
    row(t('second.requestedAt'), at(requestedAt, context)),
    decision ? row(t('second.decision'), t('second.byAt', decision)) : row(t('second.expires'), at(expiresAt, context)),
  ]
}

interface Facts {
  nrp: string
  name: string
  pangkat: string
  position: string
  phone: string | null
  role: Role
}

/** The account as it is, and beside each part what the request makes of it. */
function changeRows(request: FoundRequest, unitName: string, { t }: Context) {
  const act = actOf(request)
  const before = request.subjectFacts as unknown as Partial<Facts>
  const after: Partial<Facts> = {
    ...(act.kind === 'create' ? act.person : {}),
    ...(act.kind === 'move' ? act.move : {}),
    ...(act.kind === 'edit' ? act.edited : {}),
  }
  const words = (key: keyof Facts, value: string) => (key === 'role' ? t(`role.${value as Role}`) : value)
  const told = (key: keyof Facts) => {
    const [was, becomes] = [before[key], after[key]].map((value) => (value ? words(key, value) : undefined))
    if (was === undefined || becomes === undefined || was === becomes) return becomes ?? was ?? ''
    return t('second.fromTo', { before: was, after: becomes })
  }
  const unitBefore = act.kind === 'move' && stands(request) ? request.subject!.unit.name : unitName
  const unit = unitBefore === unitName ? unitName : t('second.fromTo', { before: unitBefore, after: unitName })
  return [
    ...(['nrp', 'name', 'pangkat', 'position', 'role'] as const).map((key) => row(t(`personnel.${key}`), told(key))),
    ...(told('phone') === '' ? [] : [row(t('personnel.phone'), told('phone'))]),
    row(t('personnel.unit'), unit),
  ]
}

/** Whether the account is still where it was when the request was made. */
const stands = ({ subject, subjectFacts }: FoundRequest) =>
  (subjectFacts as { unitId?: string }).unitId === subject?.unitId
