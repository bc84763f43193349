import { addDays, type Day } from '../../kernel/days.ts'
import { Conflict } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { countReports, narrowedTo, readListQuery } from '../../reports/record/index.ts'
import { countedStates } from '../../reports/states/index.ts'
import { fileNihil, withdrawNihil } from './nihil.commands.ts'
import { dayKinds, daysPage, dayWords } from './nihil.pages.ts'
import { countDays, type DayKind, type DaysQuery, listDays } from './nihil.queries.ts'

const mostDays = 200
/** Longer than any period of a recap. */
const longest = 62

/** One tap each; both are of today only, for yesterday's silence is known. */
export const nihilRoutes = [
  get('/nihil', {
    allow: 'recap.read',
    handle: async (context) => {
      const { tx, scope, query } = context
      const asked = askedIn(context)
      const kind = kindIn(query.isi)
      const narrowed = await narrowedTo(tx, scope, { ...asked, day: asked.until })
      const [days, count] = await Promise.all([
        listDays(tx, scope, kind, asked, mostDays),
        countDays(tx, scope, kind, asked),
      ])
      return page('nihil/index', daysPage(context, { kind, asked, days, count, narrowedTo: narrowed }))
    },
  }),
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

const kindIn = (word: unknown): DayKind => dayKinds.find((kind) => dayWords[kind] === word) ?? 'nihil'

const reportsToday = ({ tx, scope, actor, today }: Context): Promise<number> =>
  countReports(tx, scope, { authorId: actor.id, states: [...countedStates], from: today, until: today })

/** The same words as in the list of reports; what is not said is today, and no day that has not come is asked for. */
function askedIn({ query, today }: Context): DaysQuery {
  const { satuan: unitPath, petugas: personId, dari, sampai } = readListQuery(query)
  const until = earlier(sampai || today, today)
  const from = earlier(dari || until, until)
  const first = addDays(until, -longest)
  return { unitPath, personId, until, from: from < first ? first : from }
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other)
