import { paths } from '../../kernel/paths.ts'
import { type Answers, holds } from '../engine/index.ts'
import type { FoundReport } from '../record/index.ts'
import { reportType } from '../registry/index.ts'

/** Where the letter that the parties sign is printed; '' when the answers call for none, or nobody vouches for them. */
export function agreementHref({ id, typeKey, answers, state }: FoundReport): string {
  const { agreement } = reportType(typeKey)
  const isDoubted = state === 'unacknowledged' || state === 'disowned'
  return !isDoubted && agreement && holds(agreement.when, answers as Answers) ? paths.agreement(id) : ''
}
