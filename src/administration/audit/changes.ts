import { showDay } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'
import { isMessageKey, type Say } from '../../sentences/say.ts'

export type ChangedThing =
  | 'nrp'
  | 'name'
  | 'pangkat'
  | 'position'
  | 'phone'
  | 'timeZone'
  | 'role'
  | 'unit'
  | 'village'
  | 'since'
  | 'until'
  | 'reason'
  | 'act'
  | 'requestedBy'
  | 'confirmedBy'
  | 'twoStage'
  | 'sampling'
  | 'reportType'
  | 'dueDays'
  | 'dueTime'
  | 'dueGrace'
  | 'absenceKind'
  | 'outageUntil'
  | 'page'
  | 'filter'
  | 'permission'
  | 'network'
  | 'browser'
  | 'count'

/** One line of what an entry tells; without a `before` the thing is new. */
export interface Change {
  what: ChangedThing
  before: string
  after: string
}

export const set = (what: ChangedThing, after: string): Change => ({ what, before: '', after })

/** Only what really differs. */
export const differences = (changes: Change[]): Change[] => changes.filter(({ before, after }) => before !== after)

/** The changes among an entry's details; other features keep other things there, which are not for this list. */
export function changesIn(details: unknown): Change[] {
  const { changes } = (details ?? {}) as { changes?: Change[] }
  return Array.isArray(changes) ? changes : []
}

/** `Satuan: Polsek Mundu → Polsek Kesambi` */
export function changeInWords({ what, before, after }: Change, t: Say, locale: Locale): string {
  const words = (value: string) => {
    if (what === 'role' && isMessageKey(`role.${value}`)) return t(`role.${value}` as 'role.admin')
    if (what === 'act') return t(`second.act.${value}` as 'second.act.slip')
    if (what === 'page' && isMessageKey(`audit.page.${value}`)) return t(`audit.page.${value}` as 'audit.page.recap')
    if (what === 'reportType') return value.replaceAll('-', ' ')
    if (what === 'dueTime' && locale === 'id') return value.replace(':', '.')
    if (what === 'absenceKind') return t(`absence.kind.${value}` as 'absence.kind.cuti')
    if (what === 'twoStage') return t(value === 'true' ? 'setting.on' : 'setting.off')
    return what === 'since' || what === 'until' ? showDay(value, locale) : value
  }
  const name = t(`audit.what.${what}`)
  return before === ''
    ? t('audit.set', { what: name, after: words(after) })
    : t('audit.changed', { what: name, before: words(before), after: words(after) })
}
