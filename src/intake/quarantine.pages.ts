import { showInstant } from '../kernel/format.ts'
import { paths } from '../kernel/paths.ts'
import { deviceName } from '../phones/index.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { may } from '../policy/policy.ts'
import type { Gap, HeldEnvelope } from './quarantine.queries.ts'
import type { Unfit } from './releasing.ts'

/** What was decided and did not come about. */
export interface Again {
  digest: string
  problem: string
  note: string
}

/** What came from phones and waits for somebody to look, and what the phones have numbered and never came. */
export function quarantinePage(context: Context, held: HeldEnvelope[], gaps: Gap[], again?: Again) {
  const { t, locale, actor } = context
  const at = (when: Date) => showInstant(when, actor.timeZone, locale)
  const device = (agent: string | null) => deviceName(agent ?? '', t('session.unknownDevice'))
  return {
    title: t('quarantine.title'),
    heading: t('quarantine.title'),
    back: paths.home,
    hasErrors: again !== undefined,
    problems: again ? [{ href: `#k-${again.digest}`, message: again.problem }] : [],
    held: held.map((one) => ({
      title: one.author,
      about: `${one.unit} · ${device(one.agent)} · ${at(one.receivedAt)}`,
      reason: reasonOf(context, one),
      photos: one.photos > 0 ? t('quarantine.photos', { count: one.photos }) : '',
      href: one.reportId ? paths.report(one.reportId) : '',
      number: one.number ?? '',
      id: `k-${one.digest}`,
      decisions: may(actor, 'envelope.decide', one) ? [decisionOn(one, again)] : [],
    })),
    carryHref: paths.carry,
    gaps: gaps.map(({ author, agent, from, until, since }) => ({
      title: author,
      about: `${device(agent)} · ${at(since)}`,
      text: from === until ? t('quarantine.gapOne', { from }) : t('quarantine.gap', { from, until }),
    })),
  }
}

const decisionOn = ({ digest, state }: HeldEnvelope, again?: Again) => ({
  releaseAction: state === 'held' ? paths.releaseEnvelope(digest) : '',
  discardAction: paths.discardEnvelope(digest),
  field: `alasan-${digest.slice(0, 12)}`,
  isOpen: again?.digest === digest,
  note: again?.digest === digest ? again.note : '',
})

/** The sentence for what cannot be filed even though somebody wants it. */
export function whyUnfit({ t }: Context, unfit: Unfit): string {
  if ('faults' in unfit) return t('quarantine.unfit', { why: unfit.faults.join(' ') })
  const { code } = unfit
  return t('quarantine.unfit', { why: code === 'conflict' ? t('quarantine.conflict') : t(`intake.held.${code}`) })
}

const reasonOf = ({ t }: Context, { state, reasons }: HeldEnvelope): string => {
  const code = reasons[0]?.code
  return state === 'conflict' || !code ? t('quarantine.conflict') : t(`intake.held.${code}`)
}
