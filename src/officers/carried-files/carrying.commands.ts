import { command } from '../../platform/db/command.ts'
import { untoldAmong } from './carrying.queries.ts'

/**
 * Remembers who has carried them here. Each envelope itself was kept with its carrier in its own statement; what a crash
 * left untold is told when they are brought again.
 */
export const noteCarried = command('envelope.carried', async ({ tx, actor }, { digests }: { digests: string[] }) => {
  const untold = await untoldAmong(tx, actor.id, digests)
  const subjects = untold.map(({ digest, reportId, state }) => ({ subject: reportId, details: { digest, state } }))
  return { result: undefined, subjects }
})
