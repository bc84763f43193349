import { orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import type { StatementHandling, WriteHandling } from '../../platform/http/endpoint.ts'
import { type Reply, redirect } from '../../platform/http/reply.ts'
import type { Sent } from '../../platform/http/sent.ts'
import { draftWire, saveDraft, unparkPhoto, withItemAdded, withItemRemoved } from '../drafts/index.ts'
import type { ReportType, Wire } from '../engine/index.ts'

/** A form may be saved in the transaction of a POST or as a statement of its own. */
type WritingForm = StatementHandling<unknown> | WriteHandling<unknown>

/** A form of a type on which somebody works: of a new report, or of one that stands already. */
export interface EditedForm {
  type: ReportType
  id: string
  show: (wire: Wire, errors?: Map<string, string>) => Promise<Reply>
  check: () => Promise<Reply>
  send: () => Promise<Reply>
}

/** The button that was pressed: a verb, and what it is about. */
export const doing = (sent: Sent): string => (typeof sent.aksi === 'string' ? sent.aksi : '')

/** Only checking and sending are judged; saving, adding a block or taking a photo away are not. */
export const isJudged = (sent: Sent): boolean => doing(sent) === 'periksa' || doing(sent) === 'kirim'

/** `errors`: what was wrong though nothing is judged, such as a photo that was not kept; then the form comes back. */
export async function act(context: WritingForm, editedForm: EditedForm, errors?: Map<string, string>): Promise<Reply> {
  const { sent, tx, actor } = context
  const { type, id } = editedForm
  const [verb, name = '', index] = doing(sent).split(':')
  switch (verb) {
    case 'periksa':
      return editedForm.check()
    case 'kirim':
      return editedForm.send()
    case 'simpan':
      await saveAsDraft(context, editedForm)
      return errors ? editedForm.show(sent, errors) : redirect(paths.home, 'report.draftSaved')
    case 'surat':
      await saveAsDraft(context, editedForm)
      return redirect(paths.draftAgreement(id))
    case 'pilih':
      await saveAsDraft(context, editedForm)
      if (errors) return editedForm.show(sent, errors)
      return redirect(paths.register(registerOf(type), { draf: id }))
    case 'tambah':
      return editedForm.show(withItemAdded(type, sent, name), errors)
    case 'hapus':
      return editedForm.show(withItemRemoved(type, sent, name, Number(index)), errors)
    case 'hapus-foto':
      await unparkPhoto(tx, actor.id, id, name)
      return editedForm.show(sent, errors)
    default:
      return editedForm.show(sent, errors)
  }
}

const registerOf = (type: ReportType) => orNotFound(type.fields[type.entryField]?.register)

/** Keeps a form as it was typed, without what only steers it and without answers to what may not be asked again. */
export async function saveAsDraft(
  { tx, actor, now, sent, cipher }: WritingForm,
  { type, id }: Pick<EditedForm, 'type' | 'id'>,
): Promise<void> {
  await saveDraft(tx, { id, authorId: actor.id, type, wire: draftWire(sent), now, cipher })
}
