import { type CommandContext, command } from '../../platform/db/command.ts'
import type { WriteContext } from '../../platform/http/endpoint.ts'
import { minutesUntilDisclosure } from '../audit/index.ts'
import { nrpIsTaken } from './account.queries.ts'

/** An admin was told that an NRP has an account. The entry names nobody: the account may be another polres's. */
const noteMet = command('nrp.met', async ({ actor }: CommandContext, _: string) => ({
  result: undefined,
  subject: actor.unitId,
}))

/**
 * Why no account can be made for this NRP, as a sentence, or undefined. Asked last, of a form that is right in everything
 * else: an NRP is used once in the whole police, so that the answer tells of accounts that its reader may not see.
 */
export async function knownNrpFault(context: WriteContext, nrp: string): Promise<string | undefined> {
  const { tx, t } = context
  const minutes = await minutesUntilDisclosure(context, 'nrp.met')
  if (minutes > 0) return t('personnel.nrpTooOften', { minutes })
  if (!(await nrpIsTaken(tx, nrp))) return undefined
  await noteMet(context, nrp)
  return t('personnel.nrpTaken')
}
