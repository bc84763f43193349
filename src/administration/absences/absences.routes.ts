import { addDays, dateOf, dayOf, type Period } from '../../kernel/days.ts'
import { orNotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, type Handling, post, type Violation } from '../../platform/http/endpoint.ts'
import { form, page, type Reply, redirect } from '../../platform/http/reply.ts'
import { errorsOf } from '../../reports/form/index.ts'
import { officersIn } from '../units/index.ts'
import { absenceChains, endChains, readAbsence, readEnd } from './absence-form.ts'
import { cancelAbsence, recordAbsence, redateAbsence } from './absences.commands.ts'
import { type AbsenceInput, absencesPage, endPage, nameOf, spanInWords } from './absences.pages.ts'
import { type Absence, absencesSince, cancelledAbsence, findAbsence, overlappingAbsence } from './absences.queries.ts'
import { daysBack } from './kinds.ts'

const most = 300

const typedIn = ({ sent }: Handling<unknown>, violations: Violation[]): AbsenceInput => ({
  sent,
  errors: errorsOf(violations),
})

async function show(context: Context, typed: AbsenceInput): Promise<Reply> {
  const { tx, scope, today } = context
  const [absences, officers] = await Promise.all([
    absencesSince(tx, scope, addDays(today, -daysBack), most),
    officersIn(tx, scope),
  ])
  const model = absencesPage(context, { absences, officers, back: daysBack }, typed)
  return page('absences/index', model, typed.errors.size > 0 ? 422 : 200)
}

const inScope = async ({ tx, scope, params, today }: Context): Promise<Absence> =>
  orNotFound(isUuid(params.id) ? await findAbsence(tx, scope, params.id, addDays(today, -daysBack)) : null)

/** What the form opens with: who is asked about, or what was just cancelled, of which the address says no more than its id. */
async function filledBy({ tx, scope, query }: Context): Promise<AbsenceInput['sent']> {
  const { ulang } = query
  const again = typeof ulang === 'string' && isUuid(ulang) ? await cancelledAbsence(tx, scope, ulang) : null
  if (!again) return query
  const { personId, kind, fromOn, untilOn, note } = again
  return { petugas: personId, jenis: kind, dari: dayOf(fromOn), sampai: dayOf(untilOn), tempat: note ?? '' }
}

/** Another absence of the officer on those days, as a sentence at the field. */
async function overlapping(context: Context, personId: string, days: Period, besides?: string): Promise<string> {
  const other = await overlappingAbsence(context.tx, personId, days, besides)
  if (!other) return ''
  const kind = context.t(`absence.kind.${other.kind}`)
  return context.t('absence.overlaps', { kind, span: spanInWords(other, context.locale) })
}

const showEnd = (context: Context & { subject: Absence }, typed: AbsenceInput, status = 200) =>
  form('absences/end', endPage(context, context.subject, typed), status)

/** What a notice says of it. */
const told = ({ locale }: Context, absence: Pick<Absence, 'person' | 'fromOn' | 'untilOn'>) => ({
  name: nameOf(absence.person),
  span: spanInWords(absence, locale),
})

export const absenceRoutes = [
  get('/ketidakhadiran', {
    allow: 'absence.keep',
    menu: { in: 'account', label: 'absence.title', order: 40 },
    handle: async (context) => show(context, { sent: await filledBy(context), errors: new Map() }),
  }),
  post('/ketidakhadiran', {
    allow: 'absence.keep',
    accept: async (context) => {
      const officers = await officersIn(context.tx, context.scope)
      return absenceChains(
        context,
        officers.map((one) => ({ id: one.id, name: nameOf(one) })),
        (personId, days) => overlapping(context, personId, days),
      )
    },
    invalid: (context, violations) => show(context, typedIn(context, violations)),
    handle: async (context) => {
      const { tx, scope, sent } = context
      const absence = readAbsence(sent)
      const person = orNotFound((await officersIn(tx, scope)).find(({ id }) => id === absence.personId))
      await recordAbsence(context, absence)
      const [fromOn, untilOn] = [dateOf(absence.from), dateOf(absence.until)]
      return redirect(paths.absences(), 'absence.recorded', told(context, { person, fromOn, untilOn }))
    },
  }),
  get('/ketidakhadiran/:id/akhir', {
    allow: 'absence.keep',
    on: inScope,
    handle: (context) => showEnd(context, { sent: { sampai: dayOf(context.subject.untilOn) }, errors: new Map() }),
  }),
  post('/ketidakhadiran/:id/akhir', {
    allow: 'absence.keep',
    on: inScope,
    accept: (context) => {
      const { id, personId, fromOn } = context.subject
      return endChains(context, dayOf(fromOn), (days) => overlapping(context, personId, days, id))
    },
    invalid: (context, violations) => showEnd(context, typedIn(context, violations), 422),
    handle: async (context) => {
      const { subject: absence, sent } = context
      const until = readEnd(sent)
      await redateAbsence(context, { absence, until })
      return redirect(paths.absences(), 'absence.redated', told(context, { ...absence, untilOn: dateOf(until) }))
    },
  }),
  post('/ketidakhadiran/:id/pembatalan', {
    allow: 'absence.keep',
    on: inScope,
    handle: async (context) => {
      const { subject: absence } = context
      await cancelAbsence(context, absence)
      // Undone as easily as done: the form has it again.
      return redirect(paths.absences({ ulang: absence.id }), 'absence.cancelled', told(context, absence))
    },
  }),
]
