import { guardFinalForms, guardLeaving } from '../check/leave-form.ts'
import { refreshEntries } from '../drafts/entries.ts'
import { saveDrafts } from '../drafts/save-drafts.ts'
import { subscribe } from './broadcast.ts'
import { saveContact } from './contact.ts'
import { countQueue } from './counts.ts'
import { drain, resumeDraining, stopDraining, untilDue } from './drain.ts'
import { draftKeyOf, dropDraftKeys } from './keys.ts'
import { probe, sayContact, watchNetwork } from './network.ts'
import { type Place, placeOf } from './place.ts'
import { showQueue } from './queue-page.ts'

export { leave } from './leave.ts'
export { queueReport, send } from './send.ts'

const shortest = 1000
const leaving = 10_000
let timer: ReturnType<typeof setTimeout> | undefined

/** What the phone does on every page, once it is quiet. */
export async function start(element: HTMLElement): Promise<void> {
  const place = placeOf(element)
  subscribe((news) => {
    if (news.kind === 'changed') void Promise.all([countQueue(place), planNext()])
    if (news.kind === 'unreached') void probe()
    if (news.kind === 'leaving') void pauseForLeaving()
  })
  watchNetwork()
  for (const name of ['online', 'visibilitychange'])
    (name === 'online' ? globalThis : document).addEventListener(name, () => {
      if (document.visibilityState === 'visible') void goOn(place)
    })
  await Promise.all([showQueue(place), goOn(place), workOnForms(place)])
}

/** What only the phone has, and the form that is being filled in. */
async function workOnForms(place: Place): Promise<void> {
  if (!place.isOfficer || !place.person) return
  // Right after sign-in there is no key yet for drafts from before.
  if (!(await draftKeyOf(place.person).catch(() => undefined))) await saveContact(place).catch(() => undefined)
  const draftForm = await saveDrafts(place.person)
  if (draftForm) guardLeaving(draftForm)
  else guardFinalForms()
  if (document.querySelector('[data-keep]')) await refreshEntries(place.person)
}

async function goOn(place: Place): Promise<void> {
  await countQueue(place)
  await beSeen(place)
  await drain(true)
  await planNext()
}

/** Signing in drops the draft key of the person before. */
async function beSeen(place: Place): Promise<void> {
  const { person, isOfficer } = place
  if (isOfficer) sayContact(await saveContact(place))
  else if (person) await dropDraftKeys((keys) => keys.person !== person)
}

/** Another tab signs out. What is encrypted goes on afterwards: it may be carried by anybody. */
async function pauseForLeaving(): Promise<void> {
  await stopDraining()
  setTimeout(resumeDraining, leaving)
}

async function planNext(): Promise<void> {
  const wait = await untilDue()
  clearTimeout(timer)
  if (wait !== undefined) timer = setTimeout(() => void drain(false).then(planNext), Math.max(wait, shortest))
}
