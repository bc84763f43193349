import { dayIn } from '../kernel/days.ts'
import { showDay, showRt } from '../kernel/format.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { villagesOf, villageTitle } from '../units/index.ts'
import { parkedPhotos } from './drafts.queries.ts'
import type { ReportType } from './engine/definition.ts'
import type { Wire } from './engine/wire.ts'
import type { Filling } from './form.fields.ts'
import { householdOf, lastVisitTo } from './names.queries.ts'

export { householdOf }

/** Everything around the answers that a form shows: own villages, the chosen household, photos already sent. */
export async function fillingOf(
  context: Context,
  type: ReportType,
  id: string,
  wire: Wire,
  errors = new Map<string, string>(),
): Promise<Filling> {
  const { tx, actor, today, locale, t } = context
  const [villages, photos] = await Promise.all([villagesOf(tx, actor.id, today), parkedPhotos(tx, actor.id, id)])
  const chosen = type.householdField ? wire[type.householdField] : undefined
  return {
    ...{ type, id, wire, errors, photos, today, locale, t },
    villages: villages.map((village) => ({ code: village.code, name: villageTitle(village) })),
    household:
      typeof chosen === 'string'
        ? await householdCard(tx, chosen, new Set(villages.map(({ code }) => code)), context)
        : undefined,
  }
}

/** A household of another officer's village is not shown, whoever put its id into the form. */
async function householdCard(
  tx: Tx,
  id: string,
  own: Set<string>,
  { t, locale, actor }: Context,
): Promise<Filling['household']> {
  const household = await householdOf(tx, id)
  if (!household || !own.has(household.villageCode)) return undefined
  const last = await lastVisitTo(tx, id)
  const residents = household.residents ? `, ${t('household.residentsCount', { count: household.residents })}` : ''
  const visited = last
    ? t('household.lastVisit', { day: showDay(dayIn(actor.timeZone, last), locale) })
    : t('household.neverVisited')
  return {
    id,
    title: household.headName,
    lines: [`RT ${showRt(household.rt)} RW ${showRt(household.rw)}${residents}`, visited],
  }
}
