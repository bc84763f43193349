import type { Context } from '../../platform/http/endpoint.ts'
import { villagesWithoutOfficer } from '../units/index.ts'
import { accountFigures } from './account.queries.ts'

/** What needs the admin today: figures of accounts, and villages that nobody serves. */
export async function adminHome({ tx, scope, today }: Pick<Context, 'tx' | 'scope' | 'today'>) {
  const [figures, villages] = await Promise.all([
    accountFigures(tx, scope, today),
    villagesWithoutOfficer(tx, scope, today),
  ])
  return { ...figures, villagesWithoutOfficer: villages }
}
