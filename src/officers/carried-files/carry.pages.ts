import { mayEver } from '../../access/policy/policy.ts'
import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { MessageKey } from '../../sentences/say.ts'
import type { Reason } from '../envelopes/index.ts'
import type { CarriedFate } from './carrying.queries.ts'
import type { Brought } from './carrying.ts'

/** What came of an upload: a row for each envelope, and what was wrong with the files. */
export interface Outcome {
  brought: Brought[]
  fates: CarriedFate[]
  faults: string[]
}

const nothing: Outcome = { brought: [], fates: [], faults: [] }

export function carryPage(context: Context, { brought, fates, faults }: Outcome = nothing) {
  const { t } = context
  return {
    title: t('carry.title'),
    heading: t('carry.title'),
    back: paths.home,
    action: paths.carry,
    hasErrors: faults.length > 0,
    problems: faults.map((message) => ({ href: '#f-berkas', message })),
    faults,
    rows: brought.map((one) =>
      rowOf(
        context,
        one,
        fates.find(({ digest }) => digest === one.envelope.digest),
      ),
    ),
    next: [
      ...(brought.some(({ receipt }) => receipt?.number) ? [t('carry.nextNumbers')] : []),
      ...(brought.length > 0 ? [t('carry.nextQueue')] : []),
    ],
    quarantineHref: brought.some(isHeld) && mayEver(context.actor, 'envelope.review') ? paths.quarantine : '',
  }
}

const isHeld = ({ receipt }: Brought) => receipt?.state === 'held' || receipt?.state === 'conflict'

function rowOf(context: Context, one: Brought, fate: CarriedFate | undefined) {
  const { t, locale, actor } = context
  const written = fate?.writtenAt && showInstant(fate.writtenAt, actor.timeZone, locale)
  const { kind, state, text } = toldOf(context, one, fate?.reasons ?? [])
  return {
    // Of a colleague out of scope nothing is told but what stands on the receipt.
    title: fate?.author ?? t('carry.elsewhere'),
    about: written ? t('carry.written', { at: written }) : '',
    chip: { kind, label: t(state) },
    text,
    photos: photosOf(context, one),
    href: fate?.reportId ? paths.report(fate.reportId) : '',
  }
}

interface Told {
  kind: string
  state: MessageKey
  text: string
}

function toldOf({ t }: Context, { receipt, wasHere }: Brought, [reason]: Reason[]): Told {
  if (!receipt) return { kind: 'returned', state: 'carry.state.later', text: t('carry.later') }
  const { state, number, code } = receipt
  if (state === 'faulty') return { kind: 'returned', state: 'carry.state.faulty', text: t('carry.faulty') }
  if (state === 'conflict') return { kind: 'warning', state: 'carry.state.held', text: t('carry.conflict') }
  if (state === 'held')
    return {
      kind: 'warning',
      state: 'carry.state.held',
      text: t('carry.held', { why: t(`intake.held.${reason?.code ?? 'unfit'}`) }),
    }
  const text = t('carry.number', { number: number ?? '', code: code ?? '' })
  return wasHere
    ? { kind: 'neutral', state: 'carry.state.known', text }
    : { kind: 'submitted', state: 'carry.state.new', text }
}

/** How many of its photos are here, still on the phone, or cannot be read; nothing where it has none. */
function photosOf({ t }: Context, { receipt }: Brought): string {
  const states = Object.values(receipt?.photos ?? {})
  const count = (state: string) => states.filter((one) => one === state).length
  const [here, awaited, unreadable] = [count('here'), count('awaited'), count('unreadable')]
  return [
    here > 0 ? t('carry.photosHere', { count: here }) : '',
    awaited > 0 ? t('carry.photosAwaited', { count: awaited }) : '',
    unreadable > 0 ? t('carry.photosUnreadable', { count: unreadable }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}
