import { Prisma } from '../generated/prisma/client.ts'
import type { Reader, Transaction } from './connect.ts'
import type { ReportFacts } from './content.ts'

const ms = (column: Prisma.Sql) => Prisma.sql`(extract(epoch FROM ${column}) * 1000)::bigint`
const listed = (value: Prisma.Sql, order: Prisma.Sql, from: Prisma.Sql) =>
  Prisma.sql`(SELECT coalesce(jsonb_agg(${value} ORDER BY ${order}), '[]') FROM ${from})`

/** The columns of `r` beside state, version and answers. What is worked out of them anew (signals, matters) is left out. */
const head = Prisma.sql`jsonb_build_object(
  'typeKey', r.type_key, 'typeVersion', r.type_version, 'authorId', r.author_id, 'unitPath', r.unit_path,
  'villageCode', r.village_code, 'entryId', r.entry_id, 'occurredOn', to_char(r.occurred_on, 'YYYY-MM-DD'),
  'occurredAt', ${ms(Prisma.sql`r.occurred_at`)}, 'arrivedAt', ${ms(Prisma.sql`r.arrived_at`)}, 'dueAt', ${ms(Prisma.sql`r.due_at`)},
  'clockOffsetMs', r.clock_offset_ms, 'lateReason', r.late_reason, 'sums', r.sums, 'narrative', r.narrative,
  'priority', r.priority, 'digest', r.digest, 'checkCode', r.check_code, 'completedAt', ${ms(Prisma.sql`r.completed_at`)},
  'duplicateOf', r.duplicate_of, 'authorship', r.authorship,
  'acknowledgement', (SELECT jsonb_build_object('askedBy', asked_by, 'askedAt', ${ms(Prisma.sql`asked_at`)}, 'to', to_state, 'reason', reason,
    'by', decided_by, 'at', ${ms(Prisma.sql`decided_at`)}) FROM acknowledgement WHERE report_id = r.id),
  'undone', (SELECT jsonb_agg(id ORDER BY id) FROM review WHERE report_id = r.id AND undone_at IS NOT NULL))`

const photos = listed(
  Prisma.sql`hash`,
  Prisma.sql`ordinal`,
  Prisma.sql`photo WHERE report_id = r.id AND ordinal IS NOT NULL`,
)
const sealed = listed(
  Prisma.sql`jsonb_build_object('version', version, 'hash', encode(sha256(body), 'hex'))`,
  Prisma.sql`version`,
  Prisma.sql`sealed_answers WHERE report_id = r.id`,
)
const versions = listed(
  Prisma.sql`jsonb_build_object('version', version, 'answers', answers, 'photos', to_jsonb(photos),
    'replaced', jsonb_build_object('note', change_note, 'at', ${ms(Prisma.sql`replaced_at`)}))`,
  Prisma.sql`version`,
  Prisma.sql`report_version WHERE report_id = r.id`,
)
const reviews = listed(
  Prisma.sql`jsonb_build_object('id', id, 'version', version, 'by', reviewer_id, 'decision', decision, 'reason', reason,
    'note', note, 'pins', pins, 'at', ${ms(Prisma.sql`decided_at`)}, 'stage', stage, 'batch', batch_id)`,
  Prisma.sql`id`,
  Prisma.sql`review WHERE report_id = r.id`,
)
const addenda = listed(
  Prisma.sql`jsonb_build_object('id', id, 'by', author_id, 'body', body, 'at', ${ms(Prisma.sql`added_at`)})`,
  Prisma.sql`id`,
  Prisma.sql`addendum WHERE report_id = r.id`,
)
const outcome = Prisma.sql`(SELECT jsonb_build_object('outcome', outcome, 'result', result, 'by', closed_by,
  'at', ${ms(Prisma.sql`closed_at`)}) FROM follow_up_result WHERE report_id = r.id)`

/** All that `ReportFacts` holds, of the report `r`. */
const factColumns = Prisma.sql`r.id, r.state, r.version, r.answers, ${head} AS head, ${photos} AS photos, ${sealed} AS sealed,
  ${versions} AS versions, ${reviews} AS reviews, ${addenda} AS addenda, ${outcome} AS outcome`

export interface StampedFacts extends ReportFacts {
  /** The stamp of the newest entry about it. */
  previous: Uint8Array | null
}

/**
 * The reports among these ids, held until the commit: two changes of one report are told one after the other. They are
 * locked before they are read, since a statement that has waited for a lock sees other tables as they were before. The
 * newest stamp is taken out of all: for one row in the order of ids PostgreSQL would read the whole audit backwards.
 */
export async function lockFacts(tx: Transaction, ids: readonly string[]): Promise<StampedFacts[]> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM report WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  if (held.length === 0) return []
  return tx.$queryRaw<StampedFacts[]>`
    SELECT ${factColumns}, (SELECT (array_agg(e.stamp ORDER BY e.id DESC))[1] FROM audit_entry e
      WHERE e.subject = r.id::text AND e.content IS NOT NULL) AS previous
    FROM report r WHERE r.id = ANY (${held.map(({ id }) => id)}::uuid[])`
}

export interface FactsToCheck extends ReportFacts {
  number: string
  writtenAt: bigint
  unitPath: string
}

/** The reports after this id, in the order of ids. */
export const factsAfter = (tx: Reader, id: string, take: number) => tx.$queryRaw<FactsToCheck[]>`
  SELECT ${factColumns}, r.number, ${ms(Prisma.sql`r.written_at`)} AS "writtenAt", r.unit_path AS "unitPath"
  FROM report r WHERE r.id > ${id}::uuid ORDER BY r.id LIMIT ${take}`
