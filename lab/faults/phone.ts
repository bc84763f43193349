import { formIn } from '../../test/support/html-form.ts'
import { type Answer, formBody } from './http.ts'
import { Patience, type PhoneSettings } from './patience.ts'
import type { Officer } from './world.ts'
import { type Report, remembered } from './writing.ts'

/** In the hands of a patient officer: it sends a report until it has its receipt. */
export abstract class Phone {
  /** Bytes that its reports have, each counted once. */
  needed = 0
  protected readonly officer: Officer
  protected readonly at: PhoneSettings
  protected readonly patience: Patience

  constructor(officer: Officer, settings: PhoneSettings) {
    this.officer = officer
    this.at = settings
    this.patience = new Patience(officer, settings)
  }

  abstract send(report: Report): Promise<void>

  /** Send is pressed, perhaps twice. */
  protected async pressed(send: () => Promise<void>): Promise<void> {
    const taps = [send()]
    if (this.at.chance.is(this.at.doubleTaps)) taps.push(send())
    await Promise.all(taps)
  }
}

/** A phone without script: it posts the form. */
export class FormPhone extends Phone {
  async send(report: Report): Promise<void> {
    this.at.journal.write(await remembered(report, this.officer.id))
    this.needed += (await formBody(report.fields, report.photos)).body.length
    await this.pressed(() => this.untilTaken(report))
    await this.untilShown(report.id)
  }

  private async untilTaken(report: Report): Promise<void> {
    let fields: Record<string, string | string[]> = report.fields
    let { photos } = report
    for (;;) {
      const form = await formBody(fields, photos)
      const answer = await this.patience.askSignedIn({ method: 'POST', path: `/laporan/${report.type}`, ...form })
      if (answer === undefined) return
      this.patience.wentWell()
      if (isTaken(answer)) return this.at.journal.write({ what: 'taken', id: report.id })
      if (answer.status === 422 && answer.text.includes('class="question"'))
        [fields, photos] = [answered(answer.text), []]
      else if (answer.status !== 303 && answer.status !== 401)
        throw new Error(`${report.type} was refused with ${answer.status}: ${problemsIn(answer.text)}`)
      await this.patience.pause()
    }
  }

  /** Somebody who was told that it was taken is not asked to send it again: he looks for the receipt. */
  private async untilShown(id: string): Promise<void> {
    for (let missing = 0; missing < 5; ) {
      const answer = await this.patience.askSignedIn({ path: `/laporan/${id}/tanda-terima` })
      if (answer === undefined) return
      // A page that is not there is an answer, and a sad one: who has looked five times believes it.
      missing += answer.status === 404 ? 1 : 0
      const [number, code] = [
        /receipt__number">(.*?)<\/p>/.exec(answer.text)?.[1]?.replaceAll('<wbr>', ''),
        /receipt__code">(.*?)</.exec(answer.text)?.[1],
      ]
      if (answer.status === 200 && number && code) return this.at.journal.write({ what: 'receipt', id, number, code })
      await this.patience.pause()
    }
  }
}

/** Whatever the id in it: that it is the right one is for the oracle to say. */
const isTaken = ({ status, headers }: Answer) =>
  status === 303 && /^\/laporan\/[\w-]+\/tanda-terima$/.test(String(headers.location))

const problemsIn = (page: string) =>
  [...page.matchAll(/href="#f-[^"]*">([^<]*)/g)].map(([, text]) => text).join('; ') ||
  page
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300)

/** To what is asked the officer answers the first reason, and that it is another event. */
function answered(page: string): Record<string, string | string[]> {
  const reasons = [...page.matchAll(/name="(tanda\.[\w-]+)" value="([\w-]+)"/g)].reverse()
  return {
    ...formIn(page),
    ...Object.fromEntries(reasons.map(([, name, value]) => [name!, value!])),
    serupa: 'berbeda',
    aksi: 'kirim',
  }
}
