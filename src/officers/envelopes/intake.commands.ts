import type { Cipher } from '../../platform/cipher.ts'
import { appendAudit, stampOf } from '../../platform/db/audit-entry.ts'
import { type Db, inTransaction, type Transaction, type Writer } from '../../platform/db/connect.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { EnvelopeRow } from '../../reports/record/index.ts'
import type { Reason } from './verdict.ts'

/** An envelope that files no new report: kept whole, with why. */
export interface EnvelopeRecord extends EnvelopeRow {
  reportId: string
  authorId: string | null
  unitPath: string | null
  state: 'filed' | 'faulty' | 'held' | 'conflict'
  /** The name of what the audit remembers. */
  event: string
  reasons: Reason[]
  writtenAt: Date | null
  receivedAt: Date
  requestId: string
  /** The form for its author to mend; encrypted answers as base64. */
  draft: { typeKey: string; answers: object; sealed: string | null } | null
}

/** Keeps envelopes in one statement, with the drafts that faulty ones leave behind. What is there already is left as it is. */
export async function storeEnvelopes(tx: Writer, cipher: Cipher, records: readonly EnvelopeRecord[]): Promise<void> {
  if (records.length === 0) return
  const rows = records.map((one) => ({ ...one, stamp: Buffer.from(stampOfRecord(cipher, one)).toString('base64') }))
  await tx.$executeRaw(Prisma.sql`
    WITH incoming AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e (
        digest text, "reportId" uuid, kid text, "deviceId" uuid, "authorId" uuid, "unitPath" text, sequence int, release text,
        jws text, state text, event text, reasons jsonb, "writtenAt" timestamptz, "receivedAt" timestamptz, "carriedBy" uuid,
        photos jsonb, draft jsonb, "requestId" text, stamp text)
    ), kept AS (
      INSERT INTO envelope (digest, report_id, kid, device_id, author_id, unit_path, sequence, release, jws, state, reasons,
        written_at, received_at, carried_by)
      SELECT digest, "reportId", kid, "deviceId", "authorId", "unitPath", sequence, release, jws, state, reasons,
        "writtenAt", "receivedAt", "carriedBy"
      FROM incoming ORDER BY digest
      ON CONFLICT (digest) DO UPDATE SET state = excluded.state, reasons = excluded.reasons, jws = excluded.jws,
        author_id = excluded.author_id, unit_path = excluded.unit_path, written_at = excluded.written_at
      WHERE envelope.state = 'held' AND envelope.decision IS NULL AND envelope.reasons -> 0 ->> 'code' = 'badSignature'
        AND excluded.reasons -> 0 ->> 'code' IS DISTINCT FROM 'badSignature'
      RETURNING digest
    ), named AS (
      INSERT INTO envelope_photo (digest, ordinal, hash, size)
      SELECT digest, ordinal - 1, photo ->> 'hash', (photo ->> 'size')::int
      FROM kept JOIN incoming USING (digest) CROSS JOIN LATERAL jsonb_array_elements(photos) WITH ORDINALITY AS one (photo, ordinal)
      ON CONFLICT (digest, ordinal) DO NOTHING
    ), drafted AS (
      INSERT INTO draft (id, author_id, type_key, answers, sealed, updated_at)
      SELECT "reportId", "authorId", draft ->> 'typeKey', draft -> 'answers', decode(draft ->> 'sealed', 'base64'), "receivedAt"
      FROM kept JOIN incoming USING (digest) WHERE jsonb_typeof(draft) = 'object'
      -- What was saved on the server before it was sealed is older.
      ON CONFLICT (id) DO UPDATE SET type_key = excluded.type_key, answers = excluded.answers, sealed = excluded.sealed, updated_at = excluded.updated_at
      WHERE draft.author_id = excluded.author_id
        AND draft.updated_at < (SELECT max("writtenAt") FROM incoming WHERE "reportId" = draft.id)
    )
    INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id, stamp)
    SELECT "receivedAt", CASE WHEN state <> 'held' THEN "authorId" END, event, "reportId"::text,
      jsonb_strip_nulls(jsonb_build_object('digest', digest, 'number', CASE WHEN state = 'conflict' THEN (SELECT number FROM report WHERE id = "reportId") END)), "requestId",
      decode(stamp, 'base64')
    FROM kept JOIN incoming USING (digest)`)
}

const stampOfRecord = (cipher: Cipher, { receivedAt, state, authorId, event, reportId, requestId }: EnvelopeRecord) =>
  stampOf(cipher, {
    at: receivedAt,
    actorId: state === 'held' ? null : authorId,
    action: event,
    subject: reportId,
    requestId,
  })

export interface ArrivedPhoto {
  digest: string
  reportId: string
  ordinal: number
  hash: string
  body: Uint8Array<ArrayBuffer>
  width: number
  height: number
  look: bigint | null
  isCut: boolean
}

/**
 * Puts a photo that came later at its place in the report, once; where a correction has put another one there, beside it.
 * It belongs to the send that the audit remembers. When the last one is here, that is announced.
 */
export async function attachPhoto(
  tx: Db | Transaction,
  cipher: Cipher,
  arrived: ArrivedPhoto,
  now: Date,
): Promise<void> {
  // A correction that ends meanwhile has taken the place, which this statement could not see: the next one does.
  while ((await attachAndAnswer(tx, cipher, arrived, now)) === 'taken');
}

/** The photos belong to what the chain covers of a report: their entry commits with them. */
const attachAndAnswer = (db: Db | Transaction, cipher: Cipher, arrived: ArrivedPhoto, now: Date) =>
  inTransaction(db, async (tx) => {
    const outcome = await attachOnce(tx, arrived, now)
    const { reportId: subject, hash } = arrived
    if (outcome === 'placed')
      await appendAudit(tx, cipher, [{ at: now, action: 'photo.placed', subject, details: { hash } }])
    return outcome
  })

async function attachOnce(
  tx: Transaction,
  { digest, reportId, ordinal, hash, body, width, height, look, isCut }: ArrivedPhoto,
  now: Date,
): Promise<'placed' | 'taken' | 'before'> {
  const [row] = await tx.$queryRaw<[{ outcome: 'placed' | 'taken' | 'before' }]>`
    WITH locked AS (
      SELECT id FROM report WHERE id = ${reportId}::uuid FOR UPDATE
    ), named AS (
      SELECT digest FROM envelope_photo, locked
      WHERE digest = ${digest} AND ordinal = ${ordinal} AND (state = 'awaited' OR body IS NOT NULL) FOR UPDATE OF envelope_photo
    ), kept AS (
      INSERT INTO photo (report_id, ordinal, hash, body, width, height, look, is_cut)
      SELECT ${reportId}::uuid,
        CASE WHEN NOT EXISTS (SELECT FROM photo WHERE report_id = ${reportId}::uuid AND ordinal = ${ordinal + 1}) THEN ${ordinal + 1}::int END,
        ${hash}, ${body}, ${width}, ${height}, ${look}, ${isCut} FROM named
      ON CONFLICT DO NOTHING RETURNING hash
    ), came AS (
      UPDATE envelope_photo SET state = 'here', came_at = ${now}, body = NULL FROM named
      WHERE envelope_photo.digest = named.digest AND ordinal = ${ordinal}
        AND (EXISTS (SELECT FROM kept) OR EXISTS (SELECT FROM photo WHERE report_id = ${reportId}::uuid AND photo.hash = ${hash}))
      RETURNING envelope_photo.digest
    ), counted AS (
      UPDATE report SET photos_awaited = greatest(photos_awaited - 1, 0) FROM came
      WHERE id = ${reportId}::uuid RETURNING id, photos_awaited, type_key, unit_path
    ), announced AS (
      INSERT INTO outbox_event (name, payload, created_at, next_at)
      SELECT 'report.photosArrived', jsonb_build_object('subject', id, 'type', type_key, 'unitPath', unit_path), ${now}, ${now}
      FROM counted WHERE photos_awaited = 0
    )
    SELECT CASE WHEN EXISTS (SELECT FROM came) THEN 'placed' WHEN EXISTS (SELECT FROM named) THEN 'taken' ELSE 'before' END AS outcome`
  return row.outcome
}

/** A photo that cannot be read is kept as it came and told to the reviewer; it holds nothing up. */
export const markUnreadable = (
  tx: Writer,
  {
    digest,
    ordinal,
    body,
    reportId,
  }: { digest: string; ordinal: number; body: Uint8Array<ArrayBuffer>; reportId: string | null },
  now: Date,
) =>
  tx.$executeRaw`
    WITH came AS (
      UPDATE envelope_photo SET state = 'unreadable', came_at = ${now}, body = ${body}
      WHERE digest = ${digest} AND ordinal = ${ordinal} AND state <> 'unreadable' RETURNING digest
    )
    UPDATE report SET photos_awaited = greatest(photos_awaited - 1, 0), photos_unreadable = photos_unreadable + 1 FROM came
    WHERE id = ${reportId}::uuid`

/**
 * A photo of an envelope that nobody has opened yet: its bytes, as they came. False where somebody has decided on the
 * envelope meanwhile, or the photo is here.
 */
export const storeEncryptedPhoto = async (
  tx: Writer,
  { digest, ordinal }: { digest: string; ordinal: number },
  body: Buffer,
  now: Date,
): Promise<boolean> => {
  const kept = await tx.$executeRaw`
    WITH closed AS (
      SELECT digest FROM envelope WHERE digest = ${digest} AND state IN ('held', 'conflict') FOR UPDATE
    )
    UPDATE envelope_photo SET state = 'here', body = ${new Uint8Array(body)}, came_at = ${now} FROM closed
    WHERE envelope_photo.digest = closed.digest AND ordinal = ${ordinal} AND state = 'awaited'`
  return kept > 0
}

/** A photo of a faulty envelope: it is parked for the author's draft, and stays with the envelope. */
export const noteHere = (tx: Writer, { digest, ordinal }: { digest: string; ordinal: number }, now: Date) =>
  tx.envelopePhoto.updateMany({ where: { digest, ordinal, state: 'awaited' }, data: { state: 'here', cameAt: now } })
