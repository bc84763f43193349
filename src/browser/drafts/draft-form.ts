import { formLock } from '../cached-pages.ts'
import { all } from '../dom.ts'
import { renameForm } from '../form-id.ts'
import { inputIn } from '../form-input.ts'
import { filesIn, fillForm, wireIn } from '../form-wire.ts'
import { photosBrought, photosPicked, saveNow } from '../signs.ts'
import { isLetGo } from '../submit-plainly.ts'
import { showEntry, shownEntry } from './entry-card.ts'
import { progressOf } from './progress.ts'
import { showSavedPhotos } from './saved-photos.ts'
import { saySaved, showUnkept } from './saved-state.ts'
import { photosOfDraft, type StoredDraft, saveAsDraft } from './store.ts'

/** From a change until it is on the disk. */
const pause = 800

/** A form that is being filled in, and its draft on this phone. */
export class DraftForm {
  readonly form: HTMLFormElement
  readonly person: string
  private seen: number | undefined
  /** As they were kept; undefined when that is not known. */
  private photos: File[] | undefined = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private work: Promise<void> = Promise.resolve()
  private isDirty = false
  private isHeld = false
  private isChanged = false
  /** Whether the last try to keep what stands here failed. */
  isUnkept = false
  /** Whether the browser refuses to store anything, or has no room left; then nothing can be queued either. */
  isStorageRefused = false
  private isClosed = false

  constructor(form: HTMLFormElement, person: string) {
    this.form = form
    this.person = person
    for (const name of ['input', 'change']) form.addEventListener(name, () => this.touch())
    form.addEventListener(photosPicked, () => {
      this.touch()
      void this.save()
    })
    document.addEventListener('visibilitychange', () => void (document.hidden && this.save()))
    for (const name of ['beforeunload', 'pagehide', 'pageshow']) addEventListener(name, () => void this.save())
    document.addEventListener(saveNow, (event) => (event as CustomEvent<Promise<void>[]>).detail.push(this.save()))
  }

  /** An empty form, or one that somebody has begun before there was anything to keep it. */
  begin(): void {
    if (inputIn(this.form).size > 0) this.touch()
  }

  /** What is done to a report that stands has a draft of its own beside the report's id. */
  get own(): string {
    return this.form.dataset.draftId ?? ''
  }

  get id(): string {
    return this.own || this.reportId
  }

  private get reportId(): string {
    return this.form.querySelector<HTMLInputElement>('input[name=laporanId]')?.value ?? ''
  }

  /** Puts a draft of this phone into the form, around what has been typed there meanwhile. */
  async restore(draft: StoredDraft): Promise<void> {
    const kept = await photosOfDraft(this.person, draft.id)
    const photos = [...kept, ...filesIn(this.form)]
    const [typed, wire] = [inputIn(this.form), wireIn(this.form)]
    if (!this.own) renameForm(this.form, draft.id)
    fillForm(this.form, { ...draft.wire, ...Object.fromEntries([...typed].map((name) => [name, wire[name] ?? ''])) })
    showEntry(this.form, draft.wire, draft.entry)
    if (!this.own) showSavedPhotos(this.form, draft.wire)
    for (const input of all('input[type=file]', this.form))
      input.dispatchEvent(new CustomEvent(photosBrought, { detail: photos }))
    this.photos = photos.length > kept.length ? undefined : filesIn(this.form)
    this.seen = draft.updatedAt
    this.rest()
    this.point()
    saySaved('restored', draft.updatedAt)
    this.begin()
  }

  /** What stands in the form is what holds, whatever was kept under its id. */
  adopt(draft: StoredDraft | undefined): void {
    this.seen = draft?.updatedAt
    this.photos = undefined
    this.isDirty = true
    this.isChanged = true
    void this.save()
  }

  private touch(): void {
    if (this.isClosed) return
    this.isChanged = true
    this.hold()
    this.isDirty = true
    this.timer ??= setTimeout(() => void this.save(), pause)
  }

  /** For as long as this page lives, no new release takes over by itself. */
  private hold(): void {
    if (this.isHeld) return
    this.isHeld = true
    void navigator.locks?.request(formLock, { mode: 'shared' }, () => new Promise(() => {}))
  }

  private rest(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.isDirty = false
  }

  /** One after the other: each keeps what stands there when its turn comes. */
  save(isHandedOver = false): Promise<void> {
    this.work = this.work.then(() => this.keep(isHandedOver)).catch(() => this.refuse())
    return this.work
  }

  private async keep(isHandedOver: boolean): Promise<void> {
    if (this.isClosed || !(this.isDirty || (isHandedOver && this.seen !== undefined))) return
    this.rest()
    const photos = filesIn(this.form)
    const before = this.photos
    const arePhotosNew = photos.length !== before?.length || photos.some((one, at) => one !== before[at])
    const { typeKey = '', title = '', at = '' } = this.form.dataset
    const kept = await saveAsDraft({
      person: this.person,
      id: this.id,
      typeKey,
      seen: this.seen,
      photos: arePhotosNew ? photos : undefined,
      body: {
        wire: wireIn(this.form),
        title,
        path: at,
        isHandedOver,
        progress: progressOf(this.form),
        entry: shownEntry(this.form),
      },
    })
    if (kept === 'unkeyed') return this.warn()
    if (kept === 'sent') return this.close()
    if (kept === 'elsewhere') return this.giveWay()
    this.seen = kept.updatedAt
    this.photos = photos
    this.isStorageRefused = false
    this.isUnkept = false
    showUnkept(false)
    removeEventListener('beforeunload', this.ask)
    this.point()
    saySaved('saved', kept.updatedAt)
  }

  /** The address names the draft, so that a reload, the way back, or a restarted browser find it. */
  private point(): void {
    const { at } = this.form.dataset
    if (this.own || this.isClosed) return
    const address = `${at}?draf=${this.id}`
    // A draft of the server has an address of its own.
    if (location.pathname.startsWith('/draf/')) return
    if (location.pathname + location.search !== address) history.replaceState(history.state, '', address)
  }

  /** The browser refuses storage: says so at once, also before anything is typed. */
  refuse(): void {
    this.isStorageRefused = true
    this.isChanged ||= document.body.dataset.posted !== undefined
    this.warn()
  }

  /** Nothing here keeps what was typed: the page says so, and asks before it is left. */
  private warn(): void {
    if (this.isClosed) return
    this.isDirty = true
    addEventListener('beforeunload', this.ask)
    this.isUnkept = true
    showUnkept(true)
    saySaved('unsaved')
  }

  private readonly ask = (event: BeforeUnloadEvent): void => {
    if (this.isChanged && !isLetGo(this.form)) event.preventDefault()
  }

  /** Another tab has it: what is typed here is not to take the place of what is typed there. */
  private giveWay(): void {
    this.close()
    for (const banner of all('[data-elsewhere]')) banner.hidden = false
    for (const pill of all('[data-pill]')) pill.hidden = true
  }

  /** Nothing more is kept: it was sent, removed, or is at work elsewhere. */
  close(): void {
    this.rest()
    removeEventListener('beforeunload', this.ask)
    this.isClosed = true
  }
}
