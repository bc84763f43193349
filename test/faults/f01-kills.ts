import type { Fault, Found } from './faults.ts'
import { type Campaign, campaign, type Outcome } from './sending.ts'

/** F1 and F2: the application and PostgreSQL are killed while officers send, tap twice and lose answers. */
export async function underKills(plan: Pick<Campaign, 'sends' | 'appKills' | 'databaseKills'>): Promise<Found> {
  const outcome = await campaign({
    ...plan,
    doubleTaps: 0.1,
    cutAnswers: 0.08,
  })
  const { sends, kills, lost, doubled } = outcome
  return {
    figure: `${sends} sends, ${kills} kills: ${lost.length} lost, ${doubled.length} doubled`,
    violations: violationsIn(outcome),
  }
}

export const violationsIn = ({ lost, doubled, wrong, ownExits }: Outcome): string[] => [
  ...lost.map((id) => `lost: ${id}`),
  ...doubled.map((id) => `doubled: ${id}`),
  ...wrong,
  ...(ownExits > 0 ? [`${ownExits} processes ended by themselves`] : []),
]

export const kills: Fault = {
  name: 'F1',
  what: 'kill -9 of the application (150) and of PostgreSQL (50)',
  run: () => underKills({ sends: 2000, appKills: 150, databaseKills: 50 }),
}
