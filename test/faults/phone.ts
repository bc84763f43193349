import { randomUUID } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import sharp from 'sharp'
import { password } from '../support/cast.ts'
import { formIn } from '../support/html-form.ts'
import type { Chance } from './chance.ts'
import { type Answer, ask, formBody, urlencoded } from './http.ts'
import type { Journal } from './journal.ts'
import type { Officer } from './world.ts'

export interface Report {
  id: string
  type: 'penyuluhan' | 'kilat'
  fields: Record<string, string>
  photos: Uint8Array[]
}

export interface PhoneSettings {
  /** Where the server is believed to be; asked anew for every connection. */
  port: () => number
  journal: Journal
  chance: Chance
  doubleTaps: number
  /** Nothing is sent any more after this: what is still open stays open. */
  until: () => number
}

/** A phone without script in the hands of a patient officer: it sends the form until it is shown a receipt. */
export class Phone {
  private cookie = ''
  private failures = 0
  /** Bytes that its reports have, each counted once. */
  needed = 0
  private readonly officer: Officer
  private readonly at: PhoneSettings

  constructor(officer: Officer, settings: PhoneSettings) {
    this.officer = officer
    this.at = settings
  }

  /** Writes a report, small ones too: a small row is what a lazy disk loses. */
  async write(share: { talks: number; photos: number }): Promise<Report> {
    const { chance } = this.at
    const [id, isTalk] = [randomUUID(), chance.is(share.talks)]
    const now = new Date(Date.now() + 7 * 3_600_000).toISOString()
    const head = {
      laporanId: id,
      tanggal: now.slice(0, 10),
      pukul: '00:01',
      wilayah: chance.pick(this.officer.villages),
      aksi: 'kirim',
    }
    const words = `tanda${id.slice(0, 8)} ${chance.words(9)}`
    if (!isTalk)
      return {
        id,
        type: 'kilat',
        photos: await photos(chance, chance.whole(0, 1)),
        fields: { ...head, jenis: 'penyuluhan', kilat: words },
      }
    const talk = {
      rw: '7',
      tempat: chance.words(3),
      tema: 'siskamling',
      sasaran: 'warga',
      jumlahPeserta: String(chance.whole(5, 60)),
      materi: words,
    }
    const position = {
      posisi: `-6.73${chance.whole(1000, 9999)},108.55${chance.whole(1000, 9999)},12`,
      tindakLanjut: 'tidak',
    }
    return {
      id,
      type: 'penyuluhan',
      photos: await photos(chance, chance.whole(1, 2)),
      fields: { ...head, ...talk, ...position },
    }
  }

  /** Presses Send, perhaps twice, and goes on until there is a receipt. */
  async send(report: Report): Promise<void> {
    const { id, type, fields } = report
    const { chance, journal, doubleTaps } = this.at
    const { laporanId: _, aksi: __, pukul: ___, ...texts } = fields
    const colours = await Promise.all(report.photos.map(colourOf))
    journal.write({
      what: 'sent',
      id,
      author: this.officer.id,
      mark: `tanda${id.slice(0, 8)}`,
      type,
      texts,
      photos: colours,
    })
    this.needed += (await formBody(fields, report.photos)).body.length
    const taps = [this.untilTaken(report)]
    if (chance.is(doubleTaps)) taps.push(this.untilTaken(report))
    await Promise.all(taps)
    await this.untilShown(id)
  }

  private async untilTaken(report: Report): Promise<void> {
    let fields: Record<string, string | string[]> = report.fields
    let { photos: files } = report
    for (;;) {
      const answer = await this.try(async () => {
        await this.signIn()
        return ask(this.at.port(), {
          method: 'POST',
          path: `/laporan/${report.type}`,
          ...withCookie(await formBody(fields, files), this.cookie),
        })
      })
      if (answer === undefined) return
      this.failures = 0
      if (isTaken(answer)) return this.at.journal.write({ what: 'taken', id: report.id })
      if (answer.status === 401 || isSignIn(answer)) this.cookie = ''
      else if (answer.status === 422 && answer.text.includes('class="question"'))
        [fields, files] = [answered(answer.text), []]
      else if (answer.status < 500)
        throw new Error(`${report.type} was refused with ${answer.status}: ${problemsIn(answer.text)}`)
      await this.pause()
    }
  }

  /** Somebody who was told that it was taken is not asked to send it again: he looks for the receipt. */
  private async untilShown(id: string): Promise<void> {
    let missing = 0
    for (;;) {
      const answer = await this.try(async () => {
        await this.signIn()
        return ask(this.at.port(), { path: `/laporan/${id}/tanda-terima`, headers: { Cookie: this.cookie } })
      })
      // A page that is not there is an answer, and a sad one: who has looked five times believes it.
      missing += answer?.status === 404 ? 1 : 0
      if (answer === undefined || missing === 5) return
      if (isSignIn(answer)) this.cookie = ''
      const [number, code] = [
        /receipt__number">(.*?)<\/p>/.exec(answer.text)?.[1]?.replaceAll('<wbr>', ''),
        /receipt__code">(.*?)</.exec(answer.text)?.[1],
      ]
      if (answer.status === 200 && number && code) return this.at.journal.write({ what: 'receipt', id, number, code })
      await this.pause()
    }
  }

  /** Tries until something answers; nothing when the time is over. */
  private async try(once: () => Promise<Answer>): Promise<Answer | undefined> {
    while (Date.now() < this.at.until()) {
      try {
        const answer = await once()
        if (answer.status < 500) return answer
      } catch {
        // Nothing came, or half of something: not yet.
      }
      await this.pause()
    }
    return undefined
  }

  /** Longer each time, never the same for two, until something goes well. */
  private async pause(): Promise<void> {
    this.failures += 1
    await rest(this.at.chance.next() * Math.min(100 * 2 ** this.failures, 900))
  }

  private async signIn(): Promise<void> {
    if (this.cookie !== '') return
    const sent = urlencoded({ nrp: this.officer.nrp, sandi: password })
    const { status, headers } = await ask(this.at.port(), { method: 'POST', path: '/masuk', ...sent })
    const cookies = [headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]!)
    const session = cookies.find((one) => one.startsWith('bos='))
    if (status !== 303 || !session) throw new Error(`not let in: ${status}`)
    this.cookie = session
  }
}

const withCookie = ({ body, headers }: { body: Uint8Array; headers: Record<string, string> }, cookie: string) => ({
  body,
  headers: { ...headers, Cookie: cookie },
})

/** Whatever the id in it: that it is the right one is for the oracle to say. */
const isTaken = ({ status, headers }: Answer) =>
  status === 303 && /^\/laporan\/[\w-]+\/tanda-terima$/.test(String(headers.location))
const isSignIn = ({ status, headers }: Answer) => status === 303 && String(headers.location).startsWith('/masuk')

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

/** Photos of one colour each, that is told again from what the server has made of them. */
const photos = (chance: Chance, count: number): Promise<Uint8Array[]> =>
  Promise.all(
    Array.from({ length: count }, () => {
      const background = { r: chance.whole(0, 15) * 17, g: chance.whole(0, 15) * 17, b: chance.whole(0, 15) * 17 }
      return sharp({ create: { width: 64, height: 48, channels: 3, background } })
        .jpeg()
        .toBuffer()
    }),
  )

/** In steps of 17, so that drawing it anew changes nothing. */
export async function colourOf(photo: Uint8Array): Promise<string> {
  const { channels } = await sharp(photo).stats()
  return channels
    .slice(0, 3)
    .map(({ mean }) => Math.round(mean / 17).toString(16))
    .join('')
}
