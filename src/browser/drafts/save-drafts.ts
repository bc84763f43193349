import { all, say, showInstant, showSlashed } from '../dom.ts'
import { DraftForm } from './draft-form.ts'
import { listDrafts } from './list.ts'
import { draftsOf, findDraft, removeDraft, type StoredDraft } from './store.ts'

/** Everything that a page does with the drafts that lie on the phone; answers with the form that is being filled in. */
export async function saveDrafts(person: string): Promise<DraftForm | undefined> {
  const drafts = await draftsHere(person).catch(() => undefined)
  const form = document.querySelector<HTMLFormElement>('form[data-at]')
  if (!form) return undefined
  const draftForm = new DraftForm(form, person)
  // Also where the browser stores nothing: the desk then warns, and the form is not left for a page that cannot load.
  try {
    if (!drafts) throw new Error('The drafts of this phone cannot be read.')
    await open(draftForm, drafts)
  } catch {
    draftForm.refuse()
    draftForm.begin()
  }
  return draftForm
}

async function draftsHere(person: string): Promise<StoredDraft[]> {
  await removeSettled(person)
  const drafts = await draftsOf(person)
  listDrafts(person, drafts)
  return drafts
}

/** What the server shows that it has: a report by its receipt, a draft among its own. */
async function removeSettled(person: string): Promise<void> {
  const [, sent] = /^\/laporan\/([\da-f-]{36})\/tanda-terima$/.exec(location.pathname) ?? []
  if (sent) await removeDraft(person, sent)
  await removeOfReport(person)
  const here = new Set(
    all<HTMLAnchorElement>('a[href^="/draf/"]').map(({ pathname }) => pathname.slice('/draf/'.length)),
  )
  if (location.pathname.startsWith('/draf/')) here.add(location.pathname.slice('/draf/'.length))
  if (here.size === 0) return
  for (const { id, isHandedOver } of await draftsOf(person))
    if (isHandedOver && here.has(id.slice(0, 36))) await removeDraft(person, id)
}

/**
 * What was begun on a report that stands: its page leads there for as long as it can be done, and the form itself says of
 * which version it is.
 */
async function removeOfReport(person: string): Promise<void> {
  const isReport = document.querySelector('[data-report-page]') !== null
  const { at, draftId } = document.querySelector<HTMLFormElement>('form[data-draft-id]')?.dataset ?? {}
  for (const { id, path } of await draftsOf(person)) {
    const isOver = isReport && path.startsWith(`${location.pathname}/`) && !document.querySelector(`a[href="${path}"]`)
    if (isOver || (draftId && at === path && draftId !== id)) await removeDraft(person, id)
  }
}

async function open(draftForm: DraftForm, drafts: StoredDraft[]): Promise<void> {
  // The answer to what was just sent holds all of it, and what the server made of it.
  if (document.body.dataset.posted !== undefined)
    return draftForm.adopt(await findDraft(draftForm.person, draftForm.id))
  const asked = draftForm.own || (new URLSearchParams(location.search).get('draf') ?? draftForm.id)
  const draft = drafts.find(({ id }) => id === asked)
  if (draft) return draftForm.restore(draft)
  draftForm.begin()
  pointAt(drafts.find(({ path }) => path === draftForm.form.dataset.at))
}

/** A new form says when there is one of its kind that was not finished. */
function pointAt(draft: StoredDraft | undefined): void {
  for (const notice of all('[data-draft-here]')) {
    if (!draft) continue
    notice.hidden = false
    for (const text of all('[data-words]', notice))
      showSlashed(text, say(text, 'words', { title: draft.title, at: showInstant(new Date(draft.updatedAt)) }))
    for (const link of all<HTMLAnchorElement>('a', notice)) link.href = `${draft.path}?draf=${draft.id}`
  }
}
