import { type Day, dayIn, type Period } from '../../kernel/days.ts'
import type { Share } from '../quality/index.ts'

export interface Directive {
  id: string
  unitPath: string
  unit: string
  author: string
  title: string
  text: string
  /** The names of the polsek that it is for. */
  audience: string[]
  from: Day
  until: Day
  typeKey: string | null
  villageCode: string | null
  category: string | null
  createdAt: Date
  endedAt: Date | null
}

export const phases = ['running', 'coming', 'over', 'ended'] as const
export type Phase = (typeof phases)[number]

export function phaseOf({ from, until, endedAt }: Pick<Directive, 'from' | 'until' | 'endedAt'>, today: Day): Phase {
  if (endedAt) return 'ended'
  if (today > until) return 'over'
  return today < from ? 'coming' : 'running'
}

export const isOpen = (directive: Directive, today: Day): boolean =>
  ['running', 'coming'].includes(phaseOf(directive, today))

/** The days on which it holds, the one on which it was ended among them; none where that was before its first. */
export function windowOf(
  { from, until, endedAt }: Pick<Directive, 'from' | 'until' | 'endedAt'>,
  zone: string,
): Period {
  const ended = endedAt ? dayIn(zone, endedAt) : until
  return { from, until: ended < until ? ended : until }
}

/** An officer of the audience who is on duty on one of its days. */
export interface OfficerLine {
  directiveId: string
  personId: string
  name: string
  unit: string
  understoodAt: Date | null
  /** Of the expected type and of its days. */
  reports: number
}

export const hasActed = ({ reports }: Pick<OfficerLine, 'reports'>): boolean => reports > 0

export interface Progress {
  understood: Share
  acted: Share
}

export const progressOf = (lines: readonly OfficerLine[]): Progress => ({
  understood: { good: lines.filter(({ understoodAt }) => understoodAt !== null).length, of: lines.length },
  acted: { good: lines.filter(hasActed).length, of: lines.length },
})

/** How far one officer has come with it. */
export interface OwnStep {
  directiveId: string
  understoodAt: Date | null
  reports: number
}

export type Standing = 'unread' | 'understood' | 'acted'

export function standingOf(own: Pick<OwnStep, 'understoodAt' | 'reports'> | undefined): Standing {
  if (!own?.understoodAt) return 'unread'
  return own.reports > 0 ? 'acted' : 'understood'
}
