import { randomUUID } from 'node:crypto'
import { may } from '../../access/policy/policy.ts'
import { type Length, showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { FoundReport } from '../record/index.ts'
import type { Deciding } from './decision.pages.ts'

/** What was added after the decision, by whom and when. */
export const addendaOf = ({ locale, actor }: Context, { addenda }: FoundReport, months?: Length) =>
  addenda.map(({ author, addedAt, body }) => ({
    who: `${author.pangkat} ${author.name}`,
    at: showInstant(addedAt, actor.timeZone, locale, months),
    body,
  }))

/** The notes, and for those who may the form for another; its id keeps a second press from adding it twice. */
export const addendumOf = (context: Context, report: FoundReport, { addendum, errors }: Deciding) => ({
  notes: addendaOf(context, report),
  action: may(context.actor, 'report.supplement', report) ? paths.addendum(report.id) : '',
  id: randomUUID(),
  text: addendum,
  error: errors.get('tambahan') ?? '',
})
