import type { Transaction } from '../../platform/db/connect.ts'
import type { Answers } from '../../reports/engine/index.ts'
import type { Picture } from './pictures.ts'

// The same rows as the commands of the reports leave behind, for many reports in one statement.

/** A picture laid under an id, as an upload lies there until its report is filed. */
export interface Parked {
  reportId: string
  authorId: string
  hash: string
  at: Date
}

const asJson = (pictures: readonly Picture[]): string =>
  JSON.stringify(pictures.map(({ body, ...rest }) => ({ ...rest, body: body.toString('base64') })))

export const park = (tx: Transaction, parked: readonly Parked[], pictures: readonly Picture[]) => tx.$executeRaw`
  INSERT INTO parked_photo (report_id, author_id, hash, body, width, height, parked_at)
  SELECT "reportId", "authorId", hash, decode(body, 'base64'), width, height, at
  FROM jsonb_to_recordset(${JSON.stringify(parked)}::jsonb) AS p ("reportId" uuid, "authorId" uuid, hash text, at timestamptz)
  JOIN jsonb_to_recordset(${asJson(pictures)}::jsonb) AS drawn (hash text, body text, width integer, height integer) USING (hash)`

export interface Decision {
  id: string
  reviewerId: string
  at: Date
  decision: 'verified' | 'returned' | 'duplicate'
  reason: string | null
  note: string | null
  /** Fields that were pinned. */
  fields: readonly string[]
  /** The report that stands for a duplicate. */
  original?: string
}

export const decide = (tx: Transaction, decisions: readonly Decision[]) => tx.$executeRaw`
  WITH incoming AS (
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) AS d
      (id uuid, "reviewerId" uuid, at timestamptz, decision text, reason text, note text, fields jsonb, original uuid)
  ), moved AS (
    UPDATE report SET state = decision, duplicate_of = original FROM incoming WHERE report.id = incoming.id AND state = 'submitted'
    RETURNING report.id, version, number, type_key, "reviewerId", at, decision, reason, note, fields, original
  ), reviewed AS (
    INSERT INTO review (report_id, version, reviewer_id, decision, reason, note, pins, decided_at)
    SELECT id, version, "reviewerId", decision, reason, note,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('field', field, 'note', '')), '[]') FROM jsonb_array_elements_text(fields) field), at
    FROM moved
  )
  INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id)
  SELECT at, "reviewerId", CASE decision WHEN 'duplicate' THEN 'report.markedDuplicate' ELSE 'report.' || decision END, id::text,
    jsonb_build_object('type', type_key, 'number', number) || CASE decision
      WHEN 'returned' THEN jsonb_build_object('reason', reason, 'fields', fields)
      WHEN 'duplicate' THEN jsonb_build_object('original', (SELECT number FROM report first WHERE first.id = original))
      ELSE '{}' END, 'contoh'
  FROM moved ORDER BY at, id`

/** Sent again after it was sent back, and after its author took it back. */
export const ways = {
  correct: { from: 'returned', event: 'report.corrected' },
  resend: { from: 'recalled', event: 'report.resent' },
} as const

export interface Correction {
  id: string
  authorId: string
  at: Date
  note: string | null
  answers: Answers
  sums: Record<string, number>
  narrative: string
  priority: number
  /** The photo shown from now on, or '' when the photos stay. */
  hash: string
}

export async function correct(
  tx: Transaction,
  { from, event }: (typeof ways)[keyof typeof ways],
  corrections: readonly Correction[],
  pictures: readonly Picture[],
): Promise<void> {
  await tx.$executeRaw`
    WITH incoming AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(corrections)}::jsonb) AS c
        (id uuid, "authorId" uuid, at timestamptz, note text, answers jsonb, sums jsonb, narrative text, priority smallint)
    ), kept AS (
      INSERT INTO report_version (report_id, version, answers, photos, change_note, replaced_at)
      SELECT report.id, version, report.answers,
        ARRAY(SELECT hash FROM photo WHERE report_id = report.id AND ordinal IS NOT NULL ORDER BY ordinal), note, at
      FROM report JOIN incoming USING (id)
    ), moved AS (
      UPDATE report SET state = 'submitted', version = version + 1, answers = incoming.answers, sums = incoming.sums,
        narrative = incoming.narrative, priority = incoming.priority
      FROM incoming WHERE report.id = incoming.id AND state = ${from}
      RETURNING report.id, version, number, type_key, "authorId", at
    )
    INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id)
    SELECT at, "authorId", ${event}, id::text,
      jsonb_build_object('type', type_key, 'number', number, 'version', version), 'contoh'
    FROM moved ORDER BY at, id`
  const replaced = corrections.filter(({ hash }) => hash !== '')
  if (replaced.length > 0) await replacePhotos(tx, replaced, pictures)
}

async function replacePhotos(
  tx: Transaction,
  corrections: readonly Correction[],
  pictures: readonly Picture[],
): Promise<void> {
  const ids = corrections.map(({ id }) => id)
  await tx.photo.updateMany({ where: { reportId: { in: ids } }, data: { ordinal: null } })
  await tx.$executeRaw`
    INSERT INTO photo (report_id, ordinal, hash, body, width, height)
    SELECT id, 1, hash, decode(body, 'base64'), width, height
    FROM unnest(${ids}::uuid[], ${corrections.map(({ hash }) => hash)}::text[]) AS c (id, hash)
    JOIN jsonb_to_recordset(${asJson(pictures)}::jsonb) AS drawn (hash text, body text, width integer, height integer) USING (hash)`
}

export interface Cancellation {
  id: string
  authorId: string
  at: Date
  reason: string
}

export const cancel = (tx: Transaction, cancellations: readonly Cancellation[]) => tx.$executeRaw`
  WITH incoming AS (
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(cancellations)}::jsonb) AS c (id uuid, "authorId" uuid, at timestamptz, reason text)
  ), moved AS (
    UPDATE report SET state = 'cancelled' FROM incoming WHERE report.id = incoming.id AND state IN ('submitted', 'returned')
    RETURNING report.id, number, type_key, "authorId", at, reason
  )
  INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id)
  SELECT at, "authorId", 'report.cancelled', id::text,
    jsonb_build_object('type', type_key, 'number', number, 'reason', reason), 'contoh'
  FROM moved ORDER BY at, id`

/** Nobody waits for the news of past days any more. */
export const forgetEvents = (tx: Transaction) => tx.outboxEvent.deleteMany({})
