import { NotFound, orNotFound } from '../kernel/errors.ts'
import type { Tx } from '../platform/db/connect.ts'
import { saveDraft } from './drafts.commands.ts'
import { findDraft } from './drafts.queries.ts'
import { isUuid } from './filing.checks.ts'
import { reportType } from './registry.ts'

/** The id of the person's own draft, or undefined when it is none. */
export async function requireDraft(tx: Tx, authorId: string, value: unknown): Promise<string | undefined> {
  const id = typeof value === 'string' && isUuid(value) ? value : undefined
  return id && (await findDraft(tx, authorId, id))?.id
}

/** Puts the chosen household into the draft's answer that asks for one. */
export async function putIntoDraft(
  tx: Tx,
  authorId: string,
  draftId: string,
  householdId: string,
  now: Date,
): Promise<void> {
  const draft = orNotFound(await findDraft(tx, authorId, draftId))
  const { householdField } = reportType(draft.typeKey)
  if (householdField === '') throw new NotFound()
  const wire = { ...(draft.answers as Record<string, unknown>), [householdField]: householdId }
  await saveDraft(tx, { id: draft.id, authorId, typeKey: draft.typeKey, wire, now })
}
