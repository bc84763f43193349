import { villageTitle } from '../../administration/units/index.ts'
import { timeIn } from '../../kernel/days.ts'
import { rtRw } from '../../kernel/format.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { parkedPhotos } from '../drafts/index.ts'
import type { ReportType, Wire } from '../engine/index.ts'
import { entryOf, lastVisitTo, villagesToReport } from '../record/index.ts'
import { earlierCard } from './earlier-visits.pages.ts'
import { earlierVisits } from './earlier-visits.queries.ts'
import type { Filling } from './form.fields.ts'
import { lastVisited } from './visited.pages.ts'

export { entryOf }

/** The date and time with which a form opens: now, where the officer is. */
export const nowAs = ({ today, now, actor }: Context): Wire => ({ tanggal: today, pukul: timeIn(actor.timeZone, now) })

/** Everything around the answers that a form shows: the villages of its day and the one it stands in (`standing`), the chosen entry of the register, photos already sent. */
export async function fillingOf(
  context: Context,
  type: ReportType,
  id: string,
  wire: Wire,
  errors = new Map<string, string>(),
  standing?: string,
): Promise<Filling> {
  const { tx, actor, today, locale, t } = context
  const villages = await villagesToReport(context, wire.tanggal, standing)
  const photos = await parkedPhotos(tx, actor.id, id)
  const chosen = type.entryField ? wire[type.entryField] : undefined
  const own = new Set(villages.map(({ code }) => code))
  const entry = typeof chosen === 'string' ? await entryCard(tx, chosen, own, context) : undefined
  return {
    type,
    id,
    wire,
    errors,
    photos,
    today,
    locale,
    t,
    villages: villages.map((village) => ({ code: village.code, name: villageTitle(village) })),
    entry,
    earlier: entry ? [earlierCard(context, await earlierVisits(tx, context.scope, entry.id))] : [],
  }
}

/** An entry of another officer's village is not shown, even if its id is in the form. */
async function entryCard(tx: Reader, id: string, own: Set<string>, context: Context): Promise<Filling['entry']> {
  const entry = await entryOf(tx, id)
  if (!entry || !own.has(entry.villageCode)) return undefined
  const visited = lastVisited(context, entry.kind, await lastVisitTo(tx, id))
  return {
    id,
    title: entry.name,
    lines: [rtRw(entry), visited].filter((line) => line !== ''),
  }
}
