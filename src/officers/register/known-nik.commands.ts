import { minutesUntilDisclosure } from '../../administration/audit/index.ts'
import { type CommandContext, command } from '../../platform/db/command.ts'
import type { WriteContext } from '../../platform/http/endpoint.ts'
import { householdWithNik } from './known-nik.queries.ts'

interface Met {
  id: string
  villageCode: string
}

/** Somebody was told that a NIK is registered: each time leaves a trace. */
const noteMet = command('nik.met', async (_: CommandContext, { id: subject, villageCode: village }: Met) => ({
  result: undefined,
  subject,
  details: { village },
}))

/**
 * Why a household with this NIK cannot be kept, as a sentence, or undefined. Asked last, of a form that is right in
 * everything else, and about the villages of the one who asks alone: what lies outside, nobody learns from a form.
 */
export async function knownNikFault(
  context: WriteContext,
  { nik, villages, except = '' }: { nik: string | null; villages: readonly { code: string }[]; except?: string },
): Promise<string | undefined> {
  const { tx, cipher, t } = context
  if (nik === null) return undefined
  const minutes = await minutesUntilDisclosure(context, 'nik.met')
  if (minutes > 0) return t('register.nikTooOften', { minutes })
  const codes = villages.map(({ code }) => code)
  const met = await householdWithNik(tx, { villages: codes, nikIndex: cipher.index(nik), except })
  if (!met) return undefined
  await noteMet(context, met)
  return t('register.nikKnown')
}
