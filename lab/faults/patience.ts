import { setTimeout as rest } from 'node:timers/promises'
import { password } from '../../test/support/cast.ts'
import type { Chance } from './chance.ts'
import { type Answer, ask, type Question, urlencoded } from './http.ts'
import type { Journal } from './journal.ts'
import type { Officer } from './world.ts'

export interface PhoneSettings {
  /** Where the server is believed to be; asked anew for every connection. */
  port: () => number
  journal: Journal
  chance: Chance
  doubleTaps: number
  /** Nothing is sent any more after this: what is still open stays open. */
  until: () => number
}

/** What goes on trying until something answers: longer between two tries each time, never the same for two. */
export class Patience {
  private cookie = ''
  private failures = 0
  private readonly officer: Officer
  private readonly at: PhoneSettings

  constructor(officer: Officer, settings: PhoneSettings) {
    this.officer = officer
    this.at = settings
  }

  /** Nothing when the time is over. */
  async ask(question: Question): Promise<Answer | undefined> {
    return this.untilAnswered(() => ask(this.at.port(), question))
  }

  /** The same with a session, signing in where there is none. */
  async askSignedIn(question: Question): Promise<Answer | undefined> {
    const answer = await this.untilAnswered(() => this.askOnce(question))
    if (answer && (answer.status === 401 || isSignIn(answer))) this.cookie = ''
    return answer
  }

  /** Without any: the answer whatever it is. */
  async askOnce(question: Question): Promise<Answer> {
    await this.signIn()
    return ask(this.at.port(), { ...question, headers: { ...question.headers, Cookie: this.cookie } })
  }

  async pause(): Promise<void> {
    this.failures += 1
    await rest(this.at.chance.next() * Math.min(100 * 2 ** this.failures, 900))
  }

  wentWell(): void {
    this.failures = 0
  }

  private async untilAnswered(once: () => Promise<Answer>): Promise<Answer | undefined> {
    while (Date.now() < this.at.until()) {
      try {
        const answer = await once()
        if (answer.status < 500 && answer.status !== 429) return answer
      } catch {
        // Nothing came, or half of something: not yet.
      }
      await this.pause()
    }
    return undefined
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

const isSignIn = ({ status, headers }: Answer) => status === 303 && String(headers.location).startsWith('/masuk')
