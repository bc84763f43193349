import { mayEver } from '../../access/policy/policy.ts'
import { showInstant, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { ActKind, NoticeStage } from '../accounts/index.ts'
import type { AccountNotice } from './requests.queries.ts'

/** Requests that wait for the reader, and what was done to accounts they answer for. */
export function noticesModel(context: Context, count: number, notices: AccountNotice[]) {
  const { t, locale } = context
  const waiting = count === 1 ? t('second.homeOne') : t('second.home', { count: showNumber(count, locale) })
  return {
    waiting: count === 0 ? '' : waiting,
    waitingHref: paths.accountRequests,
    notices: notices.map((notice) => noticeLine(notice, context)),
  }
}

function noticeLine(
  { id, at, stage, kind, subject, requester, confirmer, requestId }: AccountNotice,
  context: Context,
) {
  const { t, actor, locale } = context
  const act = t(`second.act.${kind as ActKind}`)
  const text = t(`second.notice.${stage as NoticeStage}`, { act, subject, requester, confirmer })
  return {
    text,
    at: showInstant(at, actor.timeZone, locale),
    href: requestId !== null && mayEver(actor, 'account.confirm') ? paths.accountRequest(requestId) : '',
    action: paths.readAccountNotice(id),
    label: t('second.readOf', { text }),
  }
}
