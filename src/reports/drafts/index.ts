/** What other features may use. */

export {
  changeDraft,
  draftWire,
  encryptedDraft,
  parkPhotos,
  photoQuotaFault,
  removeDraft,
  saveDraft,
  sweepParkedPhotos,
  unparkPhoto,
} from './drafts.commands.ts'
export {
  draftsOf,
  fieldsRefused,
  findDraft,
  findParkedPhoto,
  ownFormId,
  parkedPhotos,
  wireOfDraft,
} from './drafts.queries.ts'
export { type CleanPhoto, cleanBytes, cleanPhoto, type PhotoFault } from './photos.ts'
export { changedFields, correctedWire, openedFields, type Pin, pinsOf } from './pins.ts'
export { withItemAdded, withItemRemoved } from './wire-edits.ts'
