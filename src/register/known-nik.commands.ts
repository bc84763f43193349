import { lockNameUntilCommit } from '../platform/db/advisory-locks.ts'
import { type CommandContext, command } from '../platform/db/command.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { householdWithNik, toldSince } from './known-nik.queries.ts'

/** How often an hour somebody is told that a NIK is in the register already. After that no form with a NIK is judged. */
export const mostTold = 20
const hourMs = 3_600_000

interface Met {
  id: string
  villageCode: string
}

/** Somebody was told that a NIK is registered: each time leaves a trace. */
const noteMet = command('nik.met', async (_: CommandContext, { id: subject, villageCode: village }: Met) => ({
  ...{ result: undefined, subject, details: { village } },
}))

/**
 * Why a household with this NIK cannot be kept, as a sentence, or undefined. Asked last, of a form that is right in
 * everything else, and about the villages of the one who asks alone: what lies outside, nobody learns from a form.
 */
export async function knownNikFault(
  context: Context,
  { nik, villages, except = '' }: { nik: string | null; villages: readonly { code: string }[]; except?: string },
): Promise<string | undefined> {
  const { tx, actor, now, sealer, t } = context
  if (nik === null) return undefined
  // Forms that are sent at once are judged one after the other, so that each counts what the others were told.
  await lockNameUntilCommit(tx, 'knownNik', actor.id)
  const told = await toldSince(tx, actor.id, new Date(now.getTime() - hourMs))
  if (told.length >= mostTold) {
    const wait = told.at(-mostTold)!.getTime() + hourMs - now.getTime()
    return t('register.nikTooOften', { minutes: Math.max(1, Math.ceil(wait / 60_000)) })
  }
  const codes = villages.map(({ code }) => code)
  const met = await householdWithNik(tx, { villages: codes, nikIndex: sealer.index(nik), except })
  if (!met) return undefined
  await noteMet(context, met)
  return t('register.nikKnown')
}
