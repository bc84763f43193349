import { may } from '../../access/policy/policy.ts'
import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import { isNobodys, isUnsigned, type UndecidedEnvelope } from '../../officers/envelopes/index.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { differencesOf, type Side } from '../../reports/reading/index.ts'
import { intakeDetailsOf } from './quarantine.pages.ts'
import type { contentOfQuarantined, QuarantinedContent } from './quarantined-content.ts'
import type { Unfit } from './releasing.ts'

export interface Reading {
  held: UndecidedEnvelope
  content: Awaited<ReturnType<typeof contentOfQuarantined>>
  /** The report that stands under its id, where its reader may read that too. */
  standing: Side | undefined
}

/** What was decided and did not come about. */
export interface Again {
  problem: string
  /** The reason as it was typed, where that is what lacks. */
  note?: string
}

/** What is inside of an envelope that is quarantined, beside what stands in its place, and what may be decided. */
export function quarantinedPage(context: Context, { held, content, standing }: Reading, again?: Again) {
  const { t } = context
  const inside = typeof content === 'string' ? undefined : quarantinedSide(context, content)
  return {
    ...intakeDetailsOf(context, held),
    heading: t('quarantine.title'),
    back: paths.quarantine,
    hasErrors: again !== undefined,
    problems: again ? [{ href: again.note === undefined ? '#putusan' : '#f-alasan', message: again.problem }] : [],
    closed: typeof content === 'string' ? t(`quarantine.closed.${content}`) : '',
    sides: [standing, inside].filter((side) => side !== undefined),
    differing: standing && inside ? differencesOf(context, standing, inside) : '',
    notes: typeof content === 'string' ? [] : notesOn(context, content),
    decisions: may(context.actor, 'envelope.decide', held) ? [decisionOn(held, again)] : [],
  }
}

function quarantinedSide(
  { t, locale, actor }: Context,
  { type, writtenAt, sections, photos }: QuarantinedContent,
): Side {
  return {
    href: '',
    number: t('quarantine.inside'),
    title: type.title[locale],
    chips: [],
    sections,
    about: t('carry.written', { at: showInstant(writtenAt, actor.timeZone, locale) }),
    photosTitle: type.photos.label[locale],
    photos: photos.map((photo, at) => ({
      src: `data:image/jpeg;base64,${photo.toString('base64')}`,
      alt: t('report.photoNumber', { number: at + 1 }),
    })),
  }
}

const notesOn = ({ t }: Context, { hasConfidential, awaited, unreadable }: QuarantinedContent): string[] =>
  [
    hasConfidential ? t('quarantine.hasSealed') : '',
    awaited > 0 ? t('report.photosAwaited', { count: awaited }) : '',
    unreadable > 0 ? t('report.photosUnreadable', { count: unreadable }) : '',
  ].filter(Boolean)

const decisionOn = ({ digest, state, reasons }: UndecidedEnvelope, again?: Again) => ({
  releaseAction: state === 'held' && !isNobodys(reasons[0]?.code) ? paths.releaseEnvelope(digest) : '',
  asksAuthor: isUnsigned(reasons[0]?.code),
  discardAction: paths.discardEnvelope(digest),
  error: again?.note === undefined ? '' : again.problem,
  note: again?.note ?? '',
})

/** The sentence for what cannot be filed even though somebody wants it. */
export function whyUnfit({ t }: Context, unfit: Unfit): string {
  if ('faults' in unfit) return t('quarantine.unfit', { why: unfit.faults.join(' ') })
  const { code } = unfit
  return t('quarantine.unfit', { why: code === 'conflict' ? t('quarantine.conflict') : t(`intake.held.${code}`) })
}
