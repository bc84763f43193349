import { growLists } from './blocks.ts'
import { bringPhone } from './bring-phone.ts'
import { cachePages } from './cache-pages.ts'
import { markCached } from './cached-links.ts'
import { offerCopying } from './copying.ts'
import { countCharacters } from './counters.ts'
import { askDependents } from './dependents.ts'
import { markEdited } from './form-input.ts'
import { freshenForms } from './freshen.ts'
import { revealPasswords } from './passwords.ts'
import { shrinkPhotos } from './photos.ts'
import { takePositions } from './position.ts'
import { offerPrinting } from './printing.ts'
import { checkReports } from './report-form.ts'
import { submitOnce } from './submit-once.ts'
import { focusSummary } from './summary.ts'
import { startWorker } from './worker.ts'

// Every page works without this file; each of these finds its own elements and leaves a page without them alone.
document.documentElement.classList.add('has-script')
for (const enhance of [
  markEdited,
  freshenForms,
  askDependents,
  checkReports,
  () => countCharacters(),
  growLists,
  shrinkPhotos,
  takePositions,
  revealPasswords,
  offerPrinting,
  offerCopying,
  submitOnce,
  bringPhone,
  focusSummary,
  startWorker,
  cachePages,
  markCached,
]) {
  enhance()
}
