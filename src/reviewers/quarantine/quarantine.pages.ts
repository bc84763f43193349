import { deviceName } from '../../access/devices/index.ts'
import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import {
  type Gap,
  listFrame,
  pageSize,
  type QuarantinedEnvelope,
  type QuarantineFilter,
} from '../../officers/envelopes/index.ts'
import type { Context } from '../../platform/http/endpoint.ts'

export interface QuarantineList {
  /** One more than a page shows, where there is a next one. */
  held: QuarantinedEnvelope[]
  gaps: Gap[]
  filter: QuarantineFilter
}

/** What came from phones and waits for somebody to look, and what the phones have numbered and never came. */
export function quarantinePage(context: Context, { held, gaps, filter }: QuarantineList) {
  const { t, locale, actor } = context
  const at = (when: Date) => showInstant(when, actor.timeZone, locale)
  return {
    title: t('quarantine.title'),
    heading: t('quarantine.title'),
    back: paths.home,
    frame: listFrame(context, filter, held.length, paths.quarantineList),
    held: held.slice(0, pageSize).map((one) => ({
      ...intakeDetailsOf(context, one),
      photos: one.photos > 0 ? t('quarantine.photos', { count: one.photos }) : '',
      href: one.reportId ? paths.report(one.reportId) : '',
      number: one.number ?? '',
      readAction: paths.readEnvelope(one.digest),
    })),
    carryHref: paths.carry,
    gaps: gaps.map(({ author, agent, from, until, since }) => ({
      title: author,
      about: `${phoneOf(context, agent)} · ${at(since)}`,
      text: from === until ? t('quarantine.gapOne', { from }) : t('quarantine.gap', { from, until }),
    })),
  }
}

const phoneOf = ({ t }: Context, agent: string | null) => deviceName(agent ?? '', t('session.unknownDevice'))

/** Its author, the device and time it came from, and why it is quarantined. */
export function intakeDetailsOf(context: Context, one: QuarantinedEnvelope) {
  const { t, locale, actor } = context
  const came = t('quarantine.came', { at: showInstant(one.receivedAt, actor.timeZone, locale) })
  const about = [one.unit ?? '', phoneOf(context, one.agent), came].filter(Boolean)
  return {
    title: one.author ?? t('quarantine.nobody'),
    about: about.join(' · '),
    carrier: one.carrier ? t('quarantine.carrier', { name: one.carrier }) : '',
    reason: reasonOf(context, one),
  }
}

const reasonOf = ({ t }: Context, { state, reasons }: QuarantinedEnvelope): string => {
  const code = reasons[0]?.code
  return state === 'conflict' || !code ? t('quarantine.conflict') : t(`intake.held.${code}`)
}
