import type { Fault, Found } from './faults.ts'
import { scaled } from './scale.ts'
import { type Campaign, campaign, type Outcome } from './sending.ts'

type Kills = Pick<Campaign, 'sends' | 'appKills' | 'databaseKills' | 'way' | 'isSealedAfter'>

/** F1 and F2: the application and PostgreSQL are killed while officers send, tap twice and lose answers. */
export async function underKills(plan: Kills): Promise<Found> {
  const outcome = await campaign({ ...plan, doubleTaps: 0.1, cutAnswers: 0.08, env: { WORKER: 'inline' } })
  const { sends, kills, lost, doubled } = outcome
  const tally = { sends, kills, lost: lost.length, doubled: doubled.length }
  return { figure: figureOf(tally), tally, violations: violationsIn(outcome) }
}

export interface Tally {
  sends: number
  kills: number
  lost: number
  doubled: number
}

export const figureOf = ({ sends, kills, lost, doubled }: Tally): string =>
  `${sends} sends, ${kills} kills: ${lost} lost, ${doubled} doubled`

export const violationsIn = ({ lost, doubled, wrong, ownExits }: Outcome): string[] => [
  ...lost.map((id) => `lost: ${id}`),
  ...doubled.map((id) => `doubled: ${id}`),
  ...wrong,
  ...(ownExits > 0 ? [`${ownExits} processes ended by themselves`] : []),
]

const killed = (name: string, way: 'form' | 'intake', sends: number): Fault => {
  const kills = scaled(sends * 0.1)
  const databaseKills = Math.ceil(kills / 4)
  const appKills = kills - databaseKills
  return {
    name,
    what: `kill -9 of the application (${appKills}) and of PostgreSQL (${databaseKills}) under the ${way}`,
    run: () => underKills({ sends: scaled(sends), appKills, databaseKills, way, isSealedAfter: true }),
  }
}

/** Together two thousand sends and two hundred kills. */
export const kills: Fault[] = [killed('F1', 'form', 1200), killed('F1intake', 'intake', 800)]

/** Only by name: `F1ci` is the step of .ci/run. */
export const killsShort: Fault[] = [killed('F1short', 'form', 600), killed('F1ci', 'form', 100)]
