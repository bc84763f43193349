import { Conflict } from '../kernel/errors.ts'
import { paths } from '../kernel/paths.ts'
import { type Context, post } from '../platform/http/endpoint.ts'
import { redirect } from '../platform/http/reply.ts'
import { countedStates, countReports } from '../reports/index.ts'
import { fileNihil, withdrawNihil } from './nihil.commands.ts'

/** One tap each; both are of today only, for yesterday's silence is known. */
export const nihilRoutes = [
  post('/nihil', {
    allow: 'nihil.file',
    handle: async (context) => {
      if ((await reportsToday(context)) > 0) throw new Conflict('nihil.hasReports')
      await fileNihil(context, context.today)
      return redirect(paths.home, 'nihil.filed')
    },
  }),
  post('/nihil/pembatalan', {
    allow: 'nihil.file',
    handle: async (context) => {
      await withdrawNihil(context, context.today)
      return redirect(paths.home, 'nihil.withdrawn')
    },
  }),
]

const reportsToday = ({ tx, reach, actor, today }: Context): Promise<number> =>
  countReports(tx, reach, { authorId: actor.id, states: [...countedStates], from: today, until: today })
