import type { Transaction } from '../../platform/db/connect.ts'
import type { Answers } from '../../reports/engine/index.ts'

// The same rows as completion and nihil leave behind, for many in one statement.

export interface Completion {
  id: string
  authorId: string
  at: Date
  answers: Answers
  occurredAt: Date
  villageCode: string
  entryId: string | null
  sums: Record<string, number>
  narrative: string
  priority: number
}

export const complete = (tx: Transaction, completions: readonly Completion[]) => tx.$executeRaw`
  WITH incoming AS (
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(completions)}::jsonb) AS c
      (id uuid, "authorId" uuid, at timestamptz, answers jsonb, "occurredAt" timestamptz, "villageCode" text, "entryId" uuid,
       sums jsonb, narrative text, priority smallint)
  ), kept AS (
    INSERT INTO report_version (report_id, version, answers, photos, replaced_at)
    SELECT report.id, version, report.answers,
      ARRAY(SELECT hash FROM photo WHERE report_id = report.id AND ordinal IS NOT NULL ORDER BY ordinal), at
    FROM report JOIN incoming USING (id)
  ), moved AS (
    UPDATE report SET state = 'submitted', version = version + 1, completed_at = at, answers = incoming.answers,
      occurred_at = "occurredAt", village_code = "villageCode", entry_id = "entryId", sums = incoming.sums,
      narrative = incoming.narrative, priority = incoming.priority
    FROM incoming WHERE report.id = incoming.id AND state = 'brief'
    RETURNING report.id, version, number, type_key, "authorId", at
  )
  INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id)
  SELECT at, "authorId", 'report.completed', id::text,
    jsonb_build_object('type', type_key, 'number', number, 'version', version), 'contoh'
  FROM moved ORDER BY at, id`

export interface NihilDay {
  personId: string
  unitPath: string
  day: string
  at: Date
}

export const sayNihil = (tx: Transaction, days: readonly NihilDay[]) => tx.$executeRaw`
  WITH said AS (
    INSERT INTO nihil (person_id, day, unit_path, filed_at)
    SELECT "personId", day, "unitPath", at
    FROM jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS d ("personId" uuid, day date, "unitPath" text, at timestamptz)
    RETURNING person_id, day, filed_at
  )
  INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id)
  SELECT filed_at, person_id, 'nihil.filed', person_id::text, jsonb_build_object('day', day), 'contoh'
  FROM said ORDER BY filed_at, said.person_id`
