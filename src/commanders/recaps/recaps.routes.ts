import { letterheadOf, type NamedUnit, unitAt } from '../../administration/units/index.ts'
import { orNotFound } from '../../kernel/errors.ts'
import { unitNameOn } from '../../platform/db/facts.ts'
import { csvOf } from '../../platform/exports/csv.ts'
import { fileForm } from '../../platform/exports/file-form.ts'
import { sheetOf } from '../../platform/exports/xlsx.ts'
import { type Context, get } from '../../platform/http/endpoint.ts'
import { download, page, print } from '../../platform/http/reply.ts'
import { reportTypes } from '../../reports/types/index.ts'
import { figuresOf } from './figures.ts'
import { type Question, questionOf } from './question.ts'
import { recapLines, recapName } from './recap-export.ts'
import { recapPrintPage } from './recap-print.pages.ts'
import { recapSheet } from './recap-sheet.ts'
import { recapTextPage } from './recap-text.pages.ts'
import { type RecapReading, recapPage } from './recaps.pages.ts'
import { readRecap } from './recaps.queries.ts'
import { polsekOf } from './roster.queries.ts'
import { signersOf } from './signers.queries.ts'

interface RecapRequest {
  question: Question
  unit: NamedUnit | null
  /** What the unit that is looked at was called at the end of the period. */
  unitName: string
}

async function asked({ tx, scope, query, actor, today }: Context): Promise<RecapRequest> {
  const question = questionOf(query, actor, today)
  const { unitPath, period } = question
  const unit = unitPath === '' ? null : orNotFound(await unitAt(tx, scope, unitPath, period.until))
  return { question, unit, unitName: unit?.name ?? (await unitNameOn(tx, actor.unitPath, period.until)) }
}

async function reading(context: Context & { subject: RecapRequest }): Promise<RecapReading> {
  const { tx, scope, t, locale, actor, today } = context
  const { question, unit, unitName } = context.subject
  const recap = await readRecap(tx, scope, question, today)
  return {
    question,
    unit,
    unitName,
    figures: figuresOf(question, recap, unit?.path ?? actor.unitPath, { t, locale, types: reportTypes }),
    units: await polsekOf(tx, scope, { unitPath: '', period: question.period }, unit ? [unit.path] : []),
  }
}

export const recapRoutes = [
  get('/rekap', {
    allow: 'recap.read',
    kind: 'recap',
    menu: { in: 'bar', label: 'nav.recap', order: 70, icon: 'table' },
    on: asked,
    handle: async (context) => page('recaps/show', recapPage(context, await reading(context))),
  }),
  get('/rekap/unduhan', {
    allow: 'recap.read',
    kind: 'export',
    trace: { as: 'file.exported', page: 'recap' },
    on: asked,
    handle: async (context) => {
      const found = await reading(context)
      const { question, figures } = found
      const name = recapName(question)
      return fileForm(context.query.bentuk) === 'xlsx'
        ? download(name, 'xlsx', [await sheetOf(recapSheet(context, found))])
        : download(name, 'csv', csvOf(recapLines(question, figures, context.t)))
    },
  }),
  get('/rekap/teks', {
    allow: 'recap.read',
    kind: 'recap',
    trace: { as: 'file.exported', page: 'recapText' },
    on: asked,
    handle: async (context) => page('recaps/text', recapTextPage(context, await reading(context))),
  }),
  get('/rekap/cetak', {
    allow: 'recap.read',
    kind: 'export',
    trace: { as: 'page.printed', page: 'recap' },
    on: asked,
    handle: async (context) => {
      const { tx, actor, today, subject } = context
      const lastDay = subject.question.period.until
      const letterhead = await letterheadOf(tx, actor.unitPath, lastDay)
      const names = { letterhead, signers: await signersOf(tx, actor, lastDay, today) }
      return print('recaps/print', recapPrintPage(context, { ...(await reading(context)), ...names }))
    },
  }),
]
