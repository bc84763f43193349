import { NotFound, orNotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Reader, Writer } from '../../platform/db/connect.ts'
import { changeDraft, findDraft } from '../../reports/drafts/index.ts'
import { reportType } from '../../reports/registry/index.ts'

/** The id of the person's own draft, or undefined when it is none. */
export async function requireDraft(tx: Reader, authorId: string, value: unknown): Promise<string | undefined> {
  const id = isUuid(value) ? value : undefined
  return id && (await findDraft(tx, authorId, id))?.id
}

/** Puts the chosen entry of the register into the draft's answer that asks for one. */
export async function putIntoDraft(
  tx: Writer,
  authorId: string,
  draftId: string,
  entryId: string,
  now: Date,
): Promise<void> {
  const draft = orNotFound(await findDraft(tx, authorId, draftId))
  const { entryField } = reportType(draft.typeKey)
  if (entryField === '') throw new NotFound()
  await changeDraft(tx, draft, { [entryField]: entryId }, now)
}
