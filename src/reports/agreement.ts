import { paths } from '../kernel/paths.ts'
import type { Answers } from './engine/definition.ts'
import { holds } from './engine/rules.ts'
import { reportType } from './registry.ts'
import type { FoundReport } from './reports.queries.ts'

/** Where the letter that the parties sign is printed; '' when the answers call for none. */
export function agreementHref({ id, typeKey, answers }: FoundReport): string {
  const { agreement } = reportType(typeKey)
  return agreement && holds(agreement.when, answers as Answers) ? paths.agreement(id) : ''
}
