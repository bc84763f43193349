import { all, newElement, say, showWeight } from './dom.ts'
import { canOpen, shrunk } from './shrink.ts'
import { photosBrought, photosPicked } from './signs.ts'

interface Chosen {
  file: File
  before: number
  /** This phone cannot open it: it is listed, so that nobody believes it was sent, and does not go with the form. */
  isBad?: boolean
}

/**
 * Makes chosen photos smaller before they are sent, and lists them with a way to take each back. The files of the
 * input itself are replaced, so that the form is sent as the browser always would.
 */
export function shrinkPhotos(): void {
  for (const box of all('[data-photos]')) {
    const [input] = all<HTMLInputElement>('input[type=file]', box)
    const [list] = all('[data-photos-list]', box)
    if (input && list) new PhotoPicker(box, input, list)
  }
}

class PhotoPicker {
  private chosen: Chosen[] = []
  private work: Promise<void> | undefined
  /** What a form that is held was sent with: the last button that was pressed. */
  private submitter: HTMLElement | null | undefined
  private readonly box: HTMLElement
  private readonly input: HTMLInputElement
  private readonly list: HTMLElement

  constructor(box: HTMLElement, input: HTMLInputElement, list: HTMLElement) {
    this.box = box
    this.input = input
    this.list = list
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])]
      const work = (this.work ?? Promise.resolve()).then(() => this.take(files))
      this.work = work
      void work.finally(() => {
        if (this.work === work) this.work = undefined
      })
    })
    // Photos that were made smaller before, from a draft on this phone.
    input.addEventListener(photosBrought, (event) => {
      this.chosen = (event as CustomEvent<File[]>).detail.map((file) => ({ file, before: file.size }))
      this.show()
      void this.check()
    })
    input.form?.addEventListener('submit', (event) => this.hold(event), { capture: true })
  }

  private async take(files: File[]): Promise<void> {
    for (const file of files) {
      this.show(say(this.box, 'shrinking'))
      const small = await shrunk(file)
      this.chosen.push({ file: small ?? file, before: file.size, isBad: !small })
    }
    this.show()
  }

  /** A draft may have been kept by a release that did not look. */
  private async check(): Promise<void> {
    const brought = this.chosen
    for (const one of brought) one.isBad = !(await canOpen(one.file))
    if (brought.some(({ isBad }) => isBad)) this.show()
  }

  /** A form sent while a photo is being made smaller waits for it, before anybody judges it: without the photo it is not whole. */
  private hold(event: SubmitEvent): void {
    if (!this.work) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const isHeld = this.submitter !== undefined
    this.submitter = event.submitter
    if (!isHeld) void this.letGo()
  }

  private async letGo(): Promise<void> {
    while (this.work) await this.work
    const submitter = this.submitter
    this.submitter = undefined
    // The button is pressed again: Safari before 16 cannot ask a form to submit itself.
    submitter?.click()
  }

  private show(busy = ''): void {
    const transfer = new DataTransfer()
    for (const { file, isBad } of this.chosen) if (!isBad) transfer.items.add(file)
    this.input.files = transfer.files
    if (!busy) this.input.dispatchEvent(new Event(photosPicked, { bubbles: true }))
    const kept = Number(this.box.dataset.kept ?? 0)
    const max = Number(this.box.dataset.max ?? 0)
    const over = kept + transfer.files.length - max
    let number = kept
    const rows = this.chosen.map((one, index) => this.row(one, one.isBad ? 0 : ++number, index))
    const last = busy
      ? [status(busy, '')]
      : over > 0
        ? [status(say(this.box, 'over', { max, over }), 'counter--wrong')]
        : []
    for (const image of all<HTMLImageElement>('img', this.list)) URL.revokeObjectURL(image.src)
    this.list.replaceChildren(...rows, ...last)
  }

  private row({ file, before, isBad }: Chosen, number: number, index: number): HTMLElement {
    const row = newElement('div', 'card card--row photo')
    const name = isBad ? file.name : say(this.box, 'photo', { number })
    const remove = newElement('button', 'button-link', say(this.box, 'remove'))
    remove.type = 'button'
    remove.append(newElement('span', 'govuk-visually-hidden', ` ${name}`))
    remove.addEventListener('click', () => {
      if (this.work) return
      this.chosen.splice(index, 1)
      this.show()
      this.input.focus()
    })
    const words = newElement('div', 'picked__text')
    words.append(newElement('strong', '', name))
    if (isBad) {
      row.dataset.badPhoto = ''
      words.append(status(say(this.box, 'bad'), 'counter--wrong'))
      row.append(words, remove)
      return row
    }
    const image = document.createElement('img')
    image.src = URL.createObjectURL(file)
    image.alt = ''
    const size = say(this.box, file.size < before ? 'shrunk' : 'ready', {
      before: showWeight(before),
      after: showWeight(file.size),
    })
    words.append(newElement('span', 'secondary', size))
    row.append(image, words, remove)
    return row
  }
}

function status(text: string, className: string): HTMLElement {
  const line = newElement('p', `govuk-hint ${className}`, text)
  line.setAttribute('role', 'status')
  return line
}
