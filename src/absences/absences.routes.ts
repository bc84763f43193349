import { addDays, dayOf, type Period } from '../kernel/days.ts'
import { orNotFound } from '../kernel/errors.ts'
import { isUuid } from '../kernel/ids.ts'
import { paths } from '../kernel/paths.ts'
import { type Context, get, type Handling, post, type Violation } from '../platform/http/endpoint.ts'
import { form, page, type Reply, redirect } from '../platform/http/reply.ts'
import { absenceChains, endChains, typedAbsence, typedEnd } from './absence-form.ts'
import { cancelAbsence, recordAbsence, redateAbsence } from './absences.commands.ts'
import { absencesPage, endPage, nameOf, spanInWords, type Typed } from './absences.pages.ts'
import { type Absence, absencesSince, findAbsence, officersIn, overlappingAbsence } from './absences.queries.ts'

/** Those that ended no longer ago are listed, and may still be put right. */
const back = 62
const most = 300

const typedIn = ({ sent }: Handling<unknown>, violations: Violation[]): Typed => ({
  sent,
  errors: new Map(violations.map(({ field, message }) => [field, message])),
})

async function show(context: Context, typed: Typed): Promise<Reply> {
  const { tx, reach, today } = context
  const [absences, officers] = await Promise.all([
    absencesSince(tx, reach, addDays(today, -back), most),
    officersIn(tx, reach),
  ])
  const model = absencesPage(context, { absences, officers, back }, typed)
  return page('absences/index', model, typed.errors.size > 0 ? 422 : 200)
}

const inReach = async ({ tx, reach, params }: Context): Promise<Absence> =>
  orNotFound(isUuid(params.id) ? await findAbsence(tx, reach, params.id) : null)

/** Another absence of the officer on those days, as a sentence at the field. */
async function overlapping(context: Context, personId: string, days: Period, besides?: string): Promise<string> {
  const other = await overlappingAbsence(context.tx, personId, days, besides)
  if (!other) return ''
  const kind = context.t(`absence.kind.${other.kind}`)
  return context.t('absence.overlaps', { kind, span: spanInWords(other, context.locale) })
}

const showEnd = (context: Context & { subject: Absence }, typed: Typed, status = 200) =>
  form('absences/end', endPage(context, context.subject, typed), status)

/** What a notice says of it. */
const told = ({ locale }: Context, absence: Pick<Absence, 'person' | 'fromOn' | 'untilOn'>) => ({
  name: nameOf(absence.person),
  span: spanInWords(absence, locale),
})

export const absenceRoutes = [
  get('/ketidakhadiran', {
    allow: 'absence.keep',
    handle: (context) => show(context, { sent: context.query, errors: new Map() }),
  }),
  post('/ketidakhadiran', {
    allow: 'absence.keep',
    accept: async (context) => {
      const officers = await officersIn(context.tx, context.reach)
      return absenceChains(
        context,
        officers.map((one) => ({ id: one.id, name: nameOf(one) })),
        (personId, days) => overlapping(context, personId, days),
      )
    },
    invalid: (context, violations) => show(context, typedIn(context, violations)),
    handle: async (context) => {
      const { tx, reach, sent } = context
      const absence = typedAbsence(sent)
      const person = orNotFound((await officersIn(tx, reach)).find(({ id }) => id === absence.personId))
      await recordAbsence(context, absence)
      const [fromOn, untilOn] = [new Date(absence.from), new Date(absence.until)]
      return redirect(paths.absences(), 'absence.recorded', told(context, { person, fromOn, untilOn }))
    },
  }),
  get('/ketidakhadiran/:id/akhir', {
    allow: 'absence.keep',
    on: inReach,
    handle: (context) => showEnd(context, { sent: { sampai: dayOf(context.subject.untilOn) }, errors: new Map() }),
  }),
  post('/ketidakhadiran/:id/akhir', {
    allow: 'absence.keep',
    on: inReach,
    accept: (context) => {
      const { id, personId, fromOn } = context.subject
      return endChains(context, dayOf(fromOn), (days) => overlapping(context, personId, days, id))
    },
    invalid: (context, violations) => showEnd(context, typedIn(context, violations), 422),
    handle: async (context) => {
      const { subject: absence, sent } = context
      const until = typedEnd(sent)
      await redateAbsence(context, { absence, until })
      return redirect(paths.absences(), 'absence.redated', told(context, { ...absence, untilOn: new Date(until) }))
    },
  }),
  post('/ketidakhadiran/:id/pembatalan', {
    allow: 'absence.keep',
    on: inReach,
    handle: async (context) => {
      const { subject: absence } = context
      await cancelAbsence(context, absence)
      // Undone as easily as done: the form has it again.
      const filled = { petugas: absence.personId, jenis: absence.kind }
      const days = { dari: dayOf(absence.fromOn), sampai: dayOf(absence.untilOn) }
      return redirect(paths.absences({ ...filled, ...days }), 'absence.cancelled', told(context, absence))
    },
  }),
]
