import { answeredOf, photosLacking } from '../../reports/engine/judge.ts'
import { filesIn, wireIn } from '../form-wire.ts'
import { type PhoneRules, rulesOf, todayOf } from '../report-rules.ts'

/** How many of the questions that need an answer have one; photos count as one question. Null where the form does not say. */
export function progressOf(form: HTMLFormElement): { done: number; all: number } | null {
  if (!form.dataset.rules) return null
  const rules: PhoneRules = rulesOf(form)
  const wire = wireIn(form)
  const { needed, answered, answers } = answeredOf(Object.entries(rules.fields), wire, todayOf(form, rules))
  const photos = filesIn(form).length + [wire.fotoHash ?? []].flat().length
  const arePhotosNeeded = photosLacking(rules.photos, answers, 0) !== undefined
  const arePhotosThere = arePhotosNeeded && photosLacking(rules.photos, answers, photos) === undefined
  return { done: answered + Number(arePhotosThere), all: needed + Number(arePhotosNeeded) }
}
