import { deviceKey, type Phone as Keys, publicJwk, type Sealed, seal } from '../../test/support/phone.ts'
import { Phone } from './phone.ts'
import { type Report, remembered } from './writing.ts'

interface Told {
  id: string
  digest: string
  state: string
  number: string
  code: string
  photos: Record<string, string>
  reasons: unknown
}

/** A phone with script: it seals the report once, and carries the same bytes until the receipt awaits no photo. */
export class SealedPhone extends Phone {
  private keys: Keys | undefined

  async send(report: Report): Promise<void> {
    const keys = await this.enrolled()
    if (!keys) return
    this.at.journal.write(await remembered(report, this.officer.id))
    const now = new Date().toISOString()
    const sealed = await seal(keys, {
      id: report.id,
      wire: report.fields,
      photos: report.photos.map((photo) => Buffer.from(photo)),
      ...(report.type === 'kilat' ? { kind: 'brief', type: 'penyuluhan' } : { kind: 'report', type: report.type }),
      clock: { written: now, offset: 0, measured: now },
    })
    this.needed += sealed.jws.length + sealed.photos.reduce((sum, { size }) => sum + size, 0)
    await this.pressed(() => this.carry(sealed))
  }

  private async carry({ id, jws, digest, photos }: Sealed): Promise<void> {
    const { journal } = this.at
    let told = await this.untilTold('/kiriman', 'application/jose', jws, digest)
    if (!told) return
    journal.write({ what: 'taken', id })
    for (const { hash, bytes } of photos) {
      if (told.photos[hash] === 'here') continue
      told = await this.untilTold(`/kiriman/${id}/foto/${hash}`, 'application/octet-stream', bytes, digest)
      if (!told) return
    }
    const { number, code } = told
    if (photos.every(({ hash }) => told.photos[hash] === 'here')) journal.write({ what: 'receipt', id, number, code })
  }

  /** Nothing when the time is over, or when the server no longer knows what it has said that it had. */
  private async untilTold(
    path: string,
    type: string,
    body: string | Buffer,
    digest: string,
  ): Promise<Told | undefined> {
    for (let unknown = 0; unknown < 5; ) {
      const answer = await this.patience.ask({ method: 'POST', path, headers: { 'Content-Type': type }, body })
      if (answer === undefined) return undefined
      const told = answer.status === 200 ? (JSON.parse(answer.text) as Told) : undefined
      if (told?.digest === digest) {
        if (told.state !== 'filed') throw new Error(`${told.id} is ${told.state}: ${JSON.stringify(told.reasons)}`)
        this.patience.wentWell()
        return told
      }
      unknown += answer.status === 404 ? 1 : 0
      await this.patience.pause()
    }
    return undefined
  }

  /** Its keys, which the server knows. */
  async enrolled(): Promise<Keys | undefined> {
    const key = this.keys?.key ?? (await deviceKey())
    while (!this.keys) {
      const answer = await this.patience.askSignedIn({
        method: 'POST',
        path: '/perangkat',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ publicKey: await publicJwk(key), clock: new Date().toISOString() }),
      })
      if (answer === undefined) return undefined
      if (answer.status === 200) this.keys = { ...(JSON.parse(answer.text) as Keys), key, sequence: 0 }
      else await this.patience.pause()
    }
    return this.keys
  }
}
