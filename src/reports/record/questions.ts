import type { Sent } from '../../platform/http/sent.ts'
import { type Candidate, reasons, type Signals, type Warning, type WarningKey } from '../signals/index.ts'

/** What a new report may be to one that resembles it. */
export const likenessAnswers = ['sama', 'lanjutan', 'berbeda'] as const
export type LikenessAnswer = (typeof likenessAnswers)[number]

/** How the questions of the check page are called in its form. */
export const reasonName = (key: WarningKey): string => `tanda.${key}`
export const likenessName = 'serupa'
export const whichName = 'serupaDengan'
/** The reports that were shown with the question: an answer does not speak for one that came later. */
export const shownName = 'serupaDitanya'

export const isQuestion = (name: string): boolean =>
  name.startsWith('tanda.') || [likenessName, whichName, shownName].includes(name)

/** What is kept with a report of its questions. */
export interface SignalAnswers {
  warnings: Warning[]
  followsId: string | null
  matterId: string | null
}

export interface Answered {
  /** The names of the questions without an answer. */
  open: ReadonlySet<string>
  /** The report that says the same already; then there is nothing to file. */
  same: Candidate | undefined
  kept: SignalAnswers
}

export const reasonSent = (sent: Sent, key: WarningKey): string => {
  const value = sent[reasonName(key)]
  return typeof value === 'string' && Object.hasOwn(reasons[key], value) ? value : ''
}

export const likenessSent = (sent: Sent): LikenessAnswer | undefined =>
  likenessAnswers.find((one) => one === sent[likenessName])

/** Which of the candidates is meant: the only one, or the one that was chosen. */
export const whichSent = (sent: Sent, candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.length === 1 ? candidates[0] : candidates.find(({ id }) => id === sent[whichName])

/** The answer about the candidates: what they are, and which one; undefined while it is open. */
function likenessTo(candidates: readonly Candidate[], sent: Sent) {
  const shown = new Set([sent[shownName]].flat())
  const answer = likenessSent(sent)
  if (!answer || candidates.some(({ id }) => !shown.has(id))) return undefined
  if (answer === 'berbeda') return { answer, which: undefined }
  const which = whichSent(sent, candidates)
  return which && { answer, which }
}

const differing = (candidates: readonly Candidate[]): Warning[] =>
  candidates.map(({ id, number, day }) => ({ key: 'mirip', params: { id, number, day }, reason: 'berbeda' }))

/** What the officer has answered to the questions that there are now. */
export function answeredIn({ found, candidates }: Signals, sent: Sent): Answered {
  const likeness = candidates.length === 0 ? undefined : likenessTo(candidates, sent)
  const which = likeness?.which
  const unexplained = found.filter(({ key }) => reasonSent(sent, key) === '').map(({ key }) => reasonName(key))
  const undecided = candidates.length > 0 && !likeness ? [likenessName] : []
  const same = likeness?.answer === 'sama' ? which : undefined
  return {
    open: new Set(same ? [] : [...undecided, ...unexplained]),
    same,
    kept: {
      warnings: [
        ...found.map((one) => ({ ...one, reason: reasonSent(sent, one.key) })),
        ...(likeness?.answer === 'berbeda' ? differing(candidates) : []),
      ],
      followsId: which?.id ?? null,
      matterId: which ? (which.matterId ?? which.id) : null,
    },
  }
}
