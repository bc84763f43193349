import { showInstant } from '../kernel/format.ts'
import { paths } from '../kernel/paths.ts'
import { deviceName } from '../phones/index.ts'
import type { Context } from '../platform/http/endpoint.ts'
import type { Gap, HeldEnvelope } from './quarantine.queries.ts'

/** What came from phones and waits for somebody to look, and what the phones have numbered and never came. */
export function quarantinePage(context: Context, held: HeldEnvelope[], gaps: Gap[]) {
  const { t, locale, actor } = context
  const at = (when: Date) => showInstant(when, actor.timeZone, locale)
  const device = (agent: string | null) => deviceName(agent ?? '', t('session.unknownDevice'))
  return {
    title: t('quarantine.title'),
    heading: t('quarantine.title'),
    back: paths.home,
    held: held.map((one) => ({
      title: one.author,
      about: `${one.unit} · ${device(one.agent)} · ${at(one.receivedAt)}`,
      reason: reasonOf(context, one),
      photos: one.photos > 0 ? t('quarantine.photos', { count: one.photos }) : '',
      href: one.reportId ? paths.report(one.reportId) : '',
      number: one.number ?? '',
    })),
    gaps: gaps.map(({ author, agent, from, until, since }) => ({
      title: author,
      about: `${device(agent)} · ${at(since)}`,
      text: from === until ? t('quarantine.gapOne', { from }) : t('quarantine.gap', { from, until }),
    })),
  }
}

const reasonOf = ({ t }: Context, { state, reasons }: HeldEnvelope): string => {
  const code = reasons[0]?.code
  return state === 'conflict' || !code ? t('quarantine.conflict') : t(`intake.held.${code}`)
}
