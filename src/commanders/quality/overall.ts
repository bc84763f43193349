import type { Scope } from '../../access/policy/scope.ts'
import type { Period } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { askedFields, isOptional } from '../../reports/engine/index.ts'
import { reportTypes } from '../../reports/types/index.ts'
import { type Measures, measuresOf, total } from './measures.ts'
import { countedBy, type OptionalQuestion } from './quality.queries.ts'

/** They sort a report and complete nothing. */
const tags = new Set(['sifat', 'program'])

/** Questions that need no answer and hang on no other. */
export const optional: OptionalQuestion[] = reportTypes.flatMap((type) =>
  askedFields(type)
    .filter(([key, field]) => isOptional(field) && !field.insteadOf && !field.confidential && key !== 'posisi')
    .filter(([key]) => !tags.has(key))
    .map(([field]) => ({ type: type.key, field })),
)

/** The four sides of all that is in scope. */
export const qualityBetween = async (tx: Reader, scope: Scope, period: Period): Promise<Measures> =>
  measuresOf(total(await countedBy(tx, scope, { unitPath: '', period }, 'polsek', optional)))
