import { headNow } from '../../administration/audit/index.ts'
import { letterheadOf, type NamedUnit, unitAt } from '../../administration/units/index.ts'
import { addDays, type Day, instantIn, isDay } from '../../kernel/days.ts'
import { orNotFound } from '../../kernel/errors.ts'
import { missingBetween } from '../../officers/envelopes/index.ts'
import { unitNameOn } from '../../platform/db/facts.ts'
import { type Context, get } from '../../platform/http/endpoint.ts'
import { page, print } from '../../platform/http/reply.ts'
import { polsekOf, signersOf } from '../recaps/index.ts'
import { type SheetReading, sheetPage } from './morning-sheet.pages.ts'
import { sheetLines } from './morning-sheet.queries.ts'
import { sheetPrintPage } from './morning-sheet-print.pages.ts'

const firstDay = '2000-01-01'
/** What a phone has kept for longer is asked for by nobody's sheet, and would be looked for among all that ever came. */
const phoneDays = 31

interface SheetQuery {
  day: Day
  unit: NamedUnit | null
  /** What the unit that is looked at was called on that day. */
  unitName: string
}

/** The sheet of a morning is about the day before; what cannot be, is as if it were not there. */
function dayIn({ tanggal }: Record<string, unknown>, today: Day): Day {
  const isKnown = typeof tanggal === 'string' && isDay(tanggal) && tanggal >= firstDay && tanggal <= today
  return isKnown ? tanggal : addDays(today, -1)
}

async function asked({ tx, scope, query, actor, today }: Context): Promise<SheetQuery> {
  const path = typeof query.satuan === 'string' ? query.satuan : ''
  const day = dayIn(query, today)
  const unit = path === '' ? null : orNotFound(await unitAt(tx, scope, path, day))
  return { day, unit, unitName: unit?.name ?? (await unitNameOn(tx, actor.unitPath, day)) }
}

async function reading(context: Context & { subject: SheetQuery }): Promise<SheetReading> {
  const { tx, scope, actor, today, subject } = context
  const { day, unit, unitName } = subject
  // A report of the day may be encrypted on the next one too.
  const [from, until] = [day, addDays(day, 2)].map((one) => instantIn(actor.timeZone, one, '00:00'))
  const [lines, missing, units] = await Promise.all([
    sheetLines(tx, scope, unit?.path ?? '', day),
    day < addDays(today, -phoneDays) ? [] : missingBetween(tx, scope, from!, until!),
    polsekOf(tx, scope, { unitPath: '', period: { from: day, until: day } }),
  ])
  return {
    day,
    unit,
    unitName,
    lines,
    units,
    missing: new Map(missing.map(({ authorId, missing: count }) => [authorId, count])),
  }
}

export const morningSheetRoutes = [
  get('/lembar-pagi', {
    allow: 'recap.read',
    kind: 'recap',
    on: asked,
    handle: async (context) => page('morning-sheet/show', sheetPage(context, await reading(context))),
  }),
  get('/lembar-pagi/cetak', {
    allow: 'recap.read',
    kind: 'export',
    trace: { as: 'page.printed', page: 'morningSheet' },
    on: asked,
    handle: async (context) => {
      const { tx, actor, today, subject } = context
      const [letterhead, signers, head] = await Promise.all([
        letterheadOf(tx, actor.unitPath, subject.day),
        signersOf(tx, actor, subject.day, today),
        headNow(tx),
      ])
      return print(
        'morning-sheet/print',
        sheetPrintPage(context, { ...(await reading(context)), letterhead, signers, head }),
      )
    },
  }),
]
