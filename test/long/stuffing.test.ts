import { jest } from '@jest/globals'
import { slipHash } from '../../src/access/sessions/passwords.ts'
import { cast, type Player, password } from '../support/cast.ts'
import { type Browser, roomy, type Site, site } from '../support/site.ts'
import { store } from '../support/store.ts'

/** Two hours of it take about half a minute. */
jest.setTimeout(600_000)

const minutes = 120
const code = '7KQ2M-9XW4T'

const signIn = (browser: Browser, nrp: string, sandi: string) =>
  browser.post('/masuk').type('form').send({ nrp, sandi })

/** Time as the budgets have it and as the application has it, moved together. */
function movingTime({ clock }: Site) {
  const begun = Date.now()
  let passed = 0
  const now = jest.spyOn(Date, 'now').mockImplementation(() => begun + passed * 60_000)
  return {
    minute: () => passed,
    pass: () => {
      passed += 1
      clock.forward(1)
    },
    end: () => now.mockRestore(),
  }
}

/** Somebody who tries, is told how long to wait, and comes back then from the same browser. */
class Patient {
  due = 0
  readonly browser: Browser
  constructor(visitor: () => Browser) {
    this.browser = visitor()
  }
  async tryAt(minute: number, nrp: string, sandi: string): Promise<number> {
    if (minute < this.due) return 0
    const { status, text } = await signIn(this.browser, nrp, sandi)
    if (status === 429) this.due = minute + Number(/dalam (\d+) menit/.exec(text)![1])
    return status
  }
}

const giveSlip = (person: Player, issuedAt: Date) =>
  store.db.passwordSlip.create({
    data: {
      personId: person.id,
      codeHash: slipHash(code),
      issuedAt,
      expiresAt: new Date(issuedAt.getTime() + 15 * 60_000),
    },
  })

describe('two hours of stuffing behind one address', () => {
  it('keep out nobody on a known browser or with a valid code, and a new browser for 15 minutes at most', async () => {
    const { budi, sari, hendra, agus, dewi, rini } = await cast(store.db)
    const here = site(store, { limits: roomy })
    const known = await here.as(sari)
    const time = movingTime(here)
    const victims = [budi, sari, hendra, agus, dewi, rini].map(({ nrp }) => nrp)
    /** Wrong passwords that were compared: for each account, and behind the address, by the hour. */
    const judged = { ofAccount: new Map<string, number>(), ofAddress: [0, 0] }
    const note = (nrp: string, status: number) => {
      if (status !== 422) return
      const hour = Math.floor(time.minute() / 60)
      judged.ofAddress[hour]! += 1
      judged.ofAccount.set(`${nrp} ${hour}`, (judged.ofAccount.get(`${nrp} ${hour}`) ?? 0) + 1)
    }
    const forged = () =>
      here.visitor().set('Cookie', `perangkat=${'a'.repeat(22)}.${'b'.repeat(22)}; giliran=1.${'c'.repeat(32)}`)
    const waiting = Array.from({ length: 3 }, () => new Patient(here.visitor))
    const honest = { known: [] as number[], byCode: [] as number[], newWaits: [] as number[] }
    let newcomer: { patient: Patient; since: number } | undefined

    for (; time.minute() < minutes; time.pass()) {
      const minute = time.minute()
      // Fresh browsers go through all accounts and many that nobody has; forged ones and patient ones want one account.
      for (const nrp of [...victims, ...Array.from({ length: 6 }, (_, at) => String(70_000_000 + minute * 6 + at))])
        note(nrp, (await signIn(here.visitor(), nrp, 'tebakan dari daftar')).status)
      note(budi.nrp, (await signIn(forged(), budi.nrp, 'tebakan dari daftar')).status)
      for (const one of waiting) note(budi.nrp, await one.tryAt(minute, budi.nrp, 'tebakan dari daftar'))
      note(hendra.nrp, (await signIn(here.visitor(), hendra.nrp, 'AAAAA-BBBBB')).status)

      if (minute % 10 === 5) {
        honest.known.push((await signIn(known, sari.nrp, password)).status)
        await known.post('/keluar')
      }
      if (minute % 20 === 7) {
        await giveSlip(hendra, here.clock())
        honest.byCode.push((await signIn(here.visitor(), hendra.nrp, code)).status)
      }
      if (minute % 25 === 12 && minute < 100) newcomer ??= { patient: new Patient(here.visitor), since: minute }
      if (newcomer && (await newcomer.patient.tryAt(minute, budi.nrp, password)) === 303) {
        honest.newWaits.push(minute - newcomer.since)
        newcomer = undefined
      }
    }
    time.end()

    const most = Math.max(...judged.ofAccount.values())
    process.stdout.write(
      `stuffing: known ${honest.known.length}, by code ${honest.byCode.length}, new browsers waited ${honest.newWaits.join(', ')} min; ` +
        `wrong passwords compared: ${most} an hour for an account, ${judged.ofAddress.join(' and ')} an hour behind the address\n`,
    )
    expect(new Set(honest.known)).toEqual(new Set([303]))
    expect(new Set(honest.byCode)).toEqual(new Set([303]))
    expect(honest.newWaits).toHaveLength(4)
    expect(Math.max(...honest.newWaits)).toBeLessThanOrEqual(15)
    expect(most).toBeLessThanOrEqual(12 + 20)
    expect(Math.max(...judged.ofAddress)).toBeLessThanOrEqual(400 + 300)
  })
})
