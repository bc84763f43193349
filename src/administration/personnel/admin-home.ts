import type { Context } from '../../platform/http/endpoint.ts'
import { villagesWithoutOfficer } from '../units/index.ts'
import { accountFigures } from './personnel.queries.ts'

/** What needs the admin today: figures of accounts, and villages that nobody serves. */
export async function adminHome({ tx, reach, today }: Pick<Context, 'tx' | 'reach' | 'today'>) {
  const [figures, villages] = await Promise.all([
    accountFigures(tx, reach, today),
    villagesWithoutOfficer(tx, reach, today),
  ])
  return { ...figures, villagesWithoutOfficer: villages }
}
