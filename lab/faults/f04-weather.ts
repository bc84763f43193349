import { setTimeout as rest } from 'node:timers/promises'
import { violationsIn } from './f01-kills.ts'
import type { Fault } from './faults.ts'
import { scaled } from './scale.ts'
import { campaign, type Outcome } from './sending.ts'

const noKills = { appKills: 0, databaseKills: 0 }

/** F4: the request arrives, the answer does not. */
export const lostAnswers: Fault = {
  name: 'F4',
  what: 'answers lost after the commit',
  run: async () => {
    const outcome = await campaign({ sends: scaled(1000), ...noKills, cutAnswers: 0.5 })
    const { cutAnswers, sends, lost, doubled } = outcome
    return {
      figure: `${cutAnswers} answers lost of ${sends} sends: ${lost.length} lost, ${doubled.length} doubled`,
      violations: violationsIn(outcome),
    }
  },
}

const frozenFor = 30_000

/** F7: PostgreSQL neither answers nor ends. */
export const frozen: Fault = {
  name: 'F7',
  what: 'PostgreSQL frozen, not dead',
  run: async () => {
    const outcome = await campaign({
      sends: scaled(200),
      ...noKills,
      midway: async ({ cluster }) => {
        await cluster.signal('SIGSTOP')
        await rest(frozenFor)
        await cluster.signal('SIGCONT')
      },
    })
    const { sends, lost, doubled, ownExits } = outcome
    return {
      figure: `frozen for ${frozenFor / 1000} s under ${sends} sends: ${ownExits} crashes, ${lost.length} lost, ${doubled.length} doubled`,
      violations: violationsIn(outcome),
    }
  },
}

const ballast = 20_000

/** F9: EDGE at the edge of the village. */
const atTheEdge = (way: 'form' | 'intake', sends: number): Promise<Outcome> =>
  campaign({
    way,
    sends,
    ...noKills,
    talks: 1,
    ballast,
    officers: 40,
    weather: (chance) => ({
      bandwidth: 20_000,
      delay: chance.whole(0, 3000),
      ...(chance.is(0.4) ? { cutAfter: chance.whole(0, ballast) } : {}),
    }),
  })

const mostWaste = 1.5

export const slow: Fault = {
  name: 'F9',
  what: 'a network that is slow and cut',
  run: async () => {
    const phone = await atTheEdge('intake', scaled(300))
    const form = await atTheEdge('form', scaled(200))
    const told = ({ sends, lost, doubled, waste }: Outcome) =>
      `${sends} reports: ${lost.length} lost, ${doubled.length} doubled, ${waste.toFixed(2)} bytes sent for each needed`
    return {
      figure: `photos of 20 kB at 20 kB/s, up to 3 s late, 40 % cut: from the queue ${told(phone)}; as forms ${told(form)}`,
      violations: [
        ...violationsIn(phone),
        ...violationsIn(form),
        ...(phone.waste > mostWaste ? [`the queue sends ${phone.waste.toFixed(2)} × what is needed`] : []),
      ],
    }
  },
}
