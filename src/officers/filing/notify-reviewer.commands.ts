import type { Transaction } from '../../platform/db/connect.ts'
import type { SignalAnswers } from '../../reports/record/index.ts'
import { notifiable } from './notify-reviewer.queries.ts'

/**
 * Puts beside a report what is odd about it, in the place of what was found there before; the marks of the phone's clock
 * stay. It is worked out of what the audit has already, and is nobody's act: no entry tells of it.
 */
export const storeWarnings = (tx: Transaction, id: string, { warnings, followsId, matterId }: SignalAnswers) =>
  tx.$executeRaw`
    UPDATE report SET
      warnings = (SELECT coalesce(jsonb_agg(one), '[]') FROM jsonb_array_elements(warnings) AS kept (one) WHERE one ->> 'key' = 'jam')
        || ${JSON.stringify(warnings)}::jsonb,
      follows_id = coalesce(follows_id, ${followsId}::uuid), matter_id = coalesce(matter_id, ${matterId}::uuid)
    WHERE id = ${id}::uuid AND state = ANY (${notifiable}::text[])`
