import { letterheadOf } from '../../administration/units/index.ts'
import { dayOf } from '../../kernel/days.ts'
import { NotFound, orNotFound } from '../../kernel/errors.ts'
import { type Context, get } from '../../platform/http/endpoint.ts'
import { print, type Reply } from '../../platform/http/reply.ts'
import { findDraft, wireOfDraft } from '../../reports/drafts/index.ts'
import { type ReportType, readAnswers } from '../../reports/engine/index.ts'
import { faultsOf } from '../../reports/form/index.ts'
import { agreementHref, readingOf, reportInScope } from '../../reports/reading/index.ts'
import { type FoundReport, namesFor } from '../../reports/record/index.ts'
import { reportType, typeToday } from '../../reports/registry/index.ts'
import { showForm } from '../filing/index.ts'
import { agreementOfDraft, agreementOfReport, agreementPage } from './agreement.pages.ts'

async function agreedReport(context: Context): Promise<FoundReport> {
  const report = await reportInScope(context)
  if (agreementHref(report) === '') throw new NotFound()
  return report
}

export const agreementRoutes = [
  get('/laporan/:id/surat-kesepakatan', {
    allow: 'report.read',
    trace: { as: 'page.printed', page: 'agreement' },
    on: agreedReport,
    handle: async (context) => {
      const { subject: report, tx } = context
      const [reading, kop] = await Promise.all([
        readingOf(context, report),
        letterheadOf(tx, report.unitPath, dayOf(report.occurredOn)),
      ])
      return print('reports/agreement', agreementPage(context, agreementOfReport(context, reading), kop))
    },
  }),
  get('/draf/:id/surat-kesepakatan', {
    allow: 'report.file',
    trace: { as: 'page.printed', page: 'agreement' },
    handle: letterOfDraft,
  }),
]

/** Before its signature there is no photo of the letter, so it is printed from the draft; what it lacks is shown in the form. */
async function letterOfDraft(context: Context): Promise<Reply> {
  const { tx, actor, params, cipher, today } = context
  const draft = orNotFound(await findDraft(tx, actor.id, params.id!))
  const type = await typeToday(tx, reportType(draft.typeKey), today, actor.unitPath)
  if (!type.agreement) throw new NotFound()
  const wire = wireOfDraft(cipher, draft)
  const isInLetter = partsOf(type)
  const faults = [...(await faultsOf(context, type, draft.id, wire))].filter(([field]) => isInLetter(field))
  if (faults.length > 0) return showForm(context, type, draft.id, wire, new Map(faults))
  const answers = readAnswers(type, wire)
  const names = await namesFor(tx, [{ villageCode: String(answers.wilayah), entryId: null }])
  const letter = agreementOfDraft(context, { id: draft.id, type, answers, names, author: actor })
  return print('reports/agreement', agreementPage(context, letter, await letterheadOf(tx, actor.unitPath, letter.day)))
}

/** Whether a field, or an item of a list, is printed in the letter. */
function partsOf({ agreement }: ReportType): (field: string) => boolean {
  const { when, matter, parties, witnesses, points } = agreement!
  const parts = new Set(['tanggal', 'wilayah', 'tempat', when.field, matter, parties, witnesses, points])
  return (field) => parts.has(field.split('.')[0]!)
}
