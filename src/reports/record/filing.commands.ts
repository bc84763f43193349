import { romanMonth } from '../../kernel/format.ts'
import { batched } from '../../platform/db/batched.ts'
import type { Writer } from '../../platform/db/connect.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import { type Filing } from './filing-model.ts'
import { stamped, stampOfConflict } from './filing-stamp.ts'

/**
 * Files reports in one statement: report, photos, audit entry and event stand or fall together, and the tally is kept
 * by the table's trigger in the same breath. A report whose id is already there is left as it is. Returns the ids and
 * numbers of those that are new.
 */
export function fileReports(tx: Writer, filings: readonly Filing[]): Promise<{ id: string; number: string }[]> {
  return tx.$queryRaw<{ id: string; number: string }[]>(Prisma.sql`
    WITH incoming AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(filings.map(rowOf))}::jsonb) AS r (
        id uuid, "typeKey" text, "typeCode" text, "typeVersion" smallint, state text, authorship text, "authorId" uuid, "unitPath" text, "unitCode" text,
        month text, "villageCode" text, "entryId" uuid, "occurredOn" date, "occurredAt" timestamptz,
        "writtenAt" timestamptz, "arrivedAt" timestamptz, "dueAt" timestamptz, answers jsonb, sealed text, sums jsonb, narrative text,
        "clockOffsetMs" bigint, "lateReason" text, priority smallint, digest text, "checkCode" text, photos jsonb, "requestId" text, warnings jsonb, "followsId" uuid,
        "matterId" uuid, envelope jsonb, content jsonb, stamp text)
    ), filed AS (
      INSERT INTO report (id, number, check_code, type_key, type_version, state, authorship, author_id, unit_path, village_code, entry_id,
        occurred_on, occurred_at, written_at, arrived_at, due_at, clock_offset_ms, late_reason, answers, sums, narrative, priority, digest,
        warnings, follows_id, matter_id, photos_awaited)
      SELECT id, concat_ws('/', "typeCode", to_char(nextval('report_number'), 'FM999999990000'), "unitCode", month), "checkCode",
        "typeKey", "typeVersion", state, coalesce(authorship, 'own'), "authorId", "unitPath", "villageCode", "entryId", "occurredOn", "occurredAt",
        least("writtenAt", (SELECT min(e.written_at) FROM envelope e
          WHERE e.report_id = incoming.id AND e.author_id = incoming."authorId" AND e.state = 'faulty')),
        "arrivedAt", "dueAt", "clockOffsetMs", "lateReason", answers, sums, narrative, priority, digest,
        coalesce(warnings, '[]'), "followsId", "matterId",
        coalesce(jsonb_array_length(envelope -> 'photos'), 0)
      FROM incoming ORDER BY id
      ON CONFLICT (id) DO NOTHING
      RETURNING id, number, author_id, authorship, arrived_at, written_at, type_key, unit_path
    ), sealed_in AS (
      INSERT INTO envelope (digest, report_id, kid, device_id, author_id, unit_path, sequence, release, jws, state, written_at,
        received_at, carried_by)
      SELECT e.digest, filed.id, e.kid, e."deviceId", filed.author_id, filed.unit_path, e.sequence, e.release, e.jws, 'filed',
        filed.written_at, filed.arrived_at, e."carriedBy"
      FROM filed JOIN incoming USING (id) CROSS JOIN LATERAL jsonb_to_record(incoming.envelope) AS e (
        digest text, kid text, "deviceId" uuid, sequence int, release text, jws text, "carriedBy" uuid)
      WHERE incoming.envelope IS NOT NULL
      -- The same content came before with a signature that was none.
      ON CONFLICT (digest) DO UPDATE SET state = 'filed', reasons = '[]', jws = excluded.jws, device_id = excluded.device_id,
        author_id = excluded.author_id, unit_path = excluded.unit_path, written_at = excluded.written_at,
        received_at = excluded.received_at, carried_by = excluded.carried_by
      WHERE envelope.state = 'held' AND envelope.decision IS NULL
    ), awaited AS (
      INSERT INTO envelope_photo (digest, ordinal, hash, size)
      SELECT incoming.envelope ->> 'digest', ordinal - 1, photo ->> 'hash', (photo ->> 'size')::int
      FROM filed JOIN incoming USING (id)
      CROSS JOIN LATERAL jsonb_array_elements(incoming.envelope -> 'photos') WITH ORDINALITY AS named (photo, ordinal)
      -- What came of it before stays, sealed, until it has its place.
      ON CONFLICT (digest, ordinal) DO UPDATE SET state = 'awaited'
    ), mended AS (
      -- By an array: PostgreSQL takes the rows of a CTE for a hundred, and would read all of a table for so many.
      UPDATE envelope SET state = 'filed' FROM filed
      WHERE envelope.report_id = ANY (ARRAY (SELECT id FROM filed)) AND envelope.report_id = filed.id AND envelope.author_id = filed.author_id AND envelope.state = 'faulty'
    ), kept AS (
      INSERT INTO photo (report_id, ordinal, hash, body, width, height, look, is_cut)
      SELECT filed.id, chosen.ordinal, parked.hash, parked.body, parked.width, parked.height, parked.look, parked.is_cut
      FROM filed JOIN incoming USING (id)
      CROSS JOIN LATERAL jsonb_array_elements_text(incoming.photos) WITH ORDINALITY AS chosen (hash, ordinal)
      JOIN parked_photo parked
        ON parked.report_id = filed.id AND parked.author_id = filed.author_id AND parked.hash = chosen.hash
      WHERE parked.report_id = ANY (ARRAY (SELECT id FROM filed))
    ), closed AS (
      INSERT INTO sealed_answers (report_id, version, body)
      SELECT filed.id, 1, decode(sealed, 'base64') FROM filed JOIN incoming USING (id) WHERE sealed IS NOT NULL
    ), remembered AS (
      -- The number and the time are the database's: they stand in the details, which the stamp does not cover and the chain does.
      INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id, content, stamp)
      SELECT arrived_at, CASE WHEN filed.authorship = 'own' THEN author_id END, 'report.filed', id::text,
        jsonb_build_object('type', type_key, 'number', number, 'writtenAt', (extract(epoch FROM written_at) * 1000)::bigint),
        incoming."requestId", incoming.content, decode(incoming.stamp, 'base64')
      FROM filed JOIN incoming USING (id)
    ), announced AS (
      INSERT INTO outbox_event (name, payload, created_at, next_at)
      SELECT 'report.filed', jsonb_build_object('subject', id, 'type', type_key, 'unitPath', unit_path), arrived_at, arrived_at FROM filed
    ), undrafted AS (
      DELETE FROM draft USING filed WHERE draft.id = ANY (ARRAY (SELECT id FROM filed)) AND draft.id = filed.id AND draft.author_id = filed.author_id
    ), unparked AS (
      DELETE FROM parked_photo parked USING filed WHERE parked.report_id = ANY (ARRAY (SELECT id FROM filed)) AND parked.report_id = filed.id AND parked.author_id = filed.author_id
    )
    SELECT id, number FROM filed`)
}

/** Files one report, with whatever others come in the same moment. Whether it is new. */
export const fileReport = batched(
  async (tx: Writer, filings: Filing[]) => {
    const filed = new Set((await fileReports(tx, filings)).map(({ id }) => id))
    return filings.map(({ id }) => filed.has(id))
  },
  { keyOf: ({ id }) => id },
)

/** `KESAMBI` and `XI/2026` of the number: the last step of the path, and the month it happened in. */
const rowOf = ({ cipher, ...filing }: Filing) => ({
  ...filing,
  ...stamped({ ...filing, cipher }),
  unitCode: filing.unitPath.split('/').at(-2)!.toUpperCase(),
  month: `${romanMonth(filing.occurredOn)}/${filing.occurredOn.slice(0, 4)}`,
})

/**
 * Keeps aside what came under an id that holds something else, with its photos, in one statement; the same again is kept
 * once. Its photos lie with the report from then on, without a place on its page.
 */
export const storeConflict = (tx: Writer, filing: Filing) =>
  tx.$executeRaw(Prisma.sql`
    WITH kept AS (
      INSERT INTO report_conflict (report_id, author_id, digest, answers, sealed, photos, received_at)
      VALUES (${filing.id}::uuid, ${filing.authorId}::uuid, ${filing.digest}, ${JSON.stringify(filing.answers)}::jsonb,
        decode(${filing.sealed}, 'base64'), ${[...filing.photos]}::text[], ${filing.arrivedAt})
      ON CONFLICT (report_id, digest) DO NOTHING
      RETURNING report_id, author_id, digest, photos, received_at
    ), shown AS (
      INSERT INTO photo (report_id, hash, body, width, height, look, is_cut)
      SELECT kept.report_id, parked.hash, parked.body, parked.width, parked.height, parked.look, parked.is_cut
      FROM kept JOIN parked_photo parked
        ON parked.report_id = kept.report_id AND parked.author_id = kept.author_id AND parked.hash = ANY (kept.photos)
      ON CONFLICT DO NOTHING
    ), unparked AS (
      DELETE FROM parked_photo
      WHERE report_id = ${filing.id}::uuid AND author_id = ${filing.authorId}::uuid AND hash = ANY (${[...filing.photos]}::text[])
    )
    INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id, stamp)
    SELECT received_at, author_id, 'report.conflicted', report_id::text,
      jsonb_build_object('digest', digest, 'number', (SELECT number FROM report WHERE id = report_id)), ${filing.requestId},
      ${stampOfConflict(filing)}
    FROM kept`)
