import type { Transaction } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'

// What comes after a report was sent or decided: the same rows as the application leaves behind, for many in one statement.

export interface Recall {
  id: string
  authorId: string
  at: Date
}

export const recall = (tx: Transaction, recalls: readonly Recall[]) => tx.$executeRaw`
  WITH incoming AS (
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(recalls)}::jsonb) AS r (id uuid, "authorId" uuid, at timestamptz)
  ), moved AS (
    UPDATE report SET state = 'recalled' FROM incoming WHERE report.id = incoming.id AND state = 'submitted'
    RETURNING report.id, number, type_key, "authorId", at
  )
  INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id)
  SELECT at, "authorId", 'report.recalled', id::text, jsonb_build_object('type', type_key, 'number', number), 'contoh'
  FROM moved ORDER BY at, id`

export interface Addition {
  id: string
  reportId: string
  authorId: string
  at: Date
  body: string
}

export const supplement = (tx: Transaction, additions: readonly Addition[]) => tx.$executeRaw`
  WITH added AS (
    INSERT INTO addendum (id, report_id, author_id, body, added_at)
    SELECT a.id, report.id, "authorId", body, at
    FROM jsonb_to_recordset(${JSON.stringify(additions)}::jsonb)
      AS a (id uuid, "reportId" uuid, "authorId" uuid, at timestamptz, body text)
    JOIN report ON report.id = "reportId" AND state = 'verified'
    RETURNING report_id, author_id, added_at
  )
  INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id)
  SELECT added_at, added.author_id, 'report.supplemented', report_id::text,
    jsonb_build_object('type', type_key, 'number', number), 'contoh'
  FROM added JOIN report ON report.id = report_id ORDER BY added_at, report_id`

export interface Closing {
  reportId: string
  personId: string
  at: Date
  outcome: string
  result: string
}

export const closeFollowUps = (tx: Transaction, closings: readonly Closing[]) => tx.$executeRaw`
  WITH closed AS (
    INSERT INTO follow_up_result (report_id, outcome, result, closed_by, closed_at)
    SELECT report.id, outcome, result, "personId", at
    FROM jsonb_to_recordset(${JSON.stringify(closings)}::jsonb)
      AS c ("reportId" uuid, "personId" uuid, at timestamptz, outcome text, result text)
    JOIN report ON report.id = "reportId" AND follow_up_due IS NOT NULL AND state NOT IN (${uncounted})
    RETURNING report_id, outcome, closed_by, closed_at
  )
  INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id)
  SELECT closed_at, closed_by, 'followUp.closed', report_id::text,
    jsonb_build_object('type', type_key, 'number', number, 'outcome', outcome), 'contoh'
  FROM closed JOIN report ON report.id = report_id ORDER BY closed_at, report_id`

export interface Description {
  village: string
  personId: string
  at: Date
  details: Record<string, string | number>
}

export const describe = (tx: Transaction, descriptions: readonly Description[]) => tx.$executeRaw`
  WITH described AS (
    INSERT INTO village_profile (village_code, details, updated_by, updated_at)
    SELECT village, details, "personId", at
    FROM jsonb_to_recordset(${JSON.stringify(descriptions)}::jsonb)
      AS d (village text, details jsonb, "personId" uuid, at timestamptz)
    RETURNING village_code, details, updated_by, updated_at
  )
  INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id)
  SELECT updated_at, updated_by, 'village.described', village_code,
    jsonb_build_object('village', village_code, 'fields', (SELECT jsonb_agg(key) FROM jsonb_object_keys(details) key)), 'contoh'
  FROM described ORDER BY updated_at, village_code`
