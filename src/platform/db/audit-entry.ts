import { randomBytes } from 'node:crypto'
import { canonical } from '../../kernel/canonical.ts'
import { isUuid } from '../../kernel/ids.ts'
import { type Cipher, macKeyVersion } from '../cipher.ts'
import type { Transaction, Writer } from './connect.ts'
import { lockFacts } from './content.queries.ts'
import { type Content, contentOf } from './content.ts'
import type { EventName } from './events.ts'

/** An entry of the audit, as it is written. */
export interface AuditRow {
  at: Date
  actorId?: string | null
  action: EventName
  subject: string
  details?: object
  requestId?: string | null
}

interface Stamping extends Omit<AuditRow, 'details' | 'action'> {
  action: string
  content?: Content | null
  /** Left out where the database makes them in the statement that writes the entry. */
  details?: unknown
}

const nonceBytes = 8

/**
 * The entry's own keyed digest, so that one that is put in through the database is told from ours. Form: version of the
 * key, whether the details are covered, a nonce that makes it the only one of its kind, and the HMAC.
 */
export function stampOf(
  cipher: Cipher,
  entry: Stamping,
  nonce: Uint8Array = randomBytes(nonceBytes),
  keyVersion = macKeyVersion,
): Uint8Array<ArrayBuffer> {
  const { at, actorId = null, action, subject, requestId = null, content = null, details } = entry
  const hasDetails = details !== undefined
  const covered = [at.getTime(), actorId, action, subject, requestId, content, hasDetails ? [details] : null]
  const mac = cipher.mac('stamp', `${Buffer.from(nonce).toString('hex')}${canonical(covered)}`, keyVersion)
  return new Uint8Array(Buffer.concat([Buffer.from([keyVersion, hasDetails ? 1 : 0]), nonce, mac]))
}

/** Whether this stamp was made by somebody who has the key, for this very entry. */
export function isStampOf(cipher: Cipher, stamp: Uint8Array, { details, ...entry }: Stamping): boolean {
  const [keyVersion = 0, hasDetails = 0] = stamp
  const nonce = stamp.subarray(2, 2 + nonceBytes)
  return Buffer.from(stampOf(cipher, hasDetails === 1 ? { ...entry, details } : entry, nonce, keyVersion)).equals(stamp)
}

/** As the database gives it back: without what JSON cannot say. */
const asKept = (details: object): object => JSON.parse(JSON.stringify(details)) as object

/**
 * Writes entries of the audit, each with its stamp; what is about a report also tells the report's content, as it stands
 * in this transaction. Everything that the application remembers goes through here, or is stamped by its own statement.
 */
export async function appendAudit(tx: Transaction, cipher: Cipher, rows: readonly AuditRow[]): Promise<void> {
  const ids = [...new Set(rows.map(({ subject }) => subject).filter(isUuid))]
  const facts = ids.length > 0 ? await lockFacts(tx, ids) : []
  await write(tx, cipher, rows, new Map(facts.map((one) => [one.id, contentOf(cipher, one, one.previous)])))
}

/** The same for what changed nothing: that something was read or refused. It holds no row and tells no content. */
export const auditReading = (tx: Writer, cipher: Cipher, rows: readonly AuditRow[]): Promise<void> =>
  write(tx, cipher, rows, new Map())

async function write(
  tx: Writer,
  cipher: Cipher,
  rows: readonly AuditRow[],
  contents: Map<string, Content>,
): Promise<void> {
  const entries = rows.map((row) => {
    const [content, details] = [contents.get(row.subject) ?? null, asKept(row.details ?? {})]
    const stamp = stampOf(cipher, { ...row, content, details })
    return { ...row, content, details, stamp: Buffer.from(stamp).toString('base64') }
  })
  // One parameter, not nine for each row: those would hold the event loop for as long as they are put into words.
  await tx.$executeRaw`
    INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id, content, stamp)
    SELECT at, "actorId", action, subject, details, "requestId", nullif(content, 'null'), decode(stamp, 'base64')
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS (at timestamptz, "actorId" uuid, action text,
      subject text, details jsonb, "requestId" text, content jsonb, stamp text)) WITH ORDINALITY AS e
    ORDER BY ordinality`
}
