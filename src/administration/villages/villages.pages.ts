import { mayEver } from '../../access/policy/policy.ts'
import { dayIn } from '../../kernel/days.ts'
import { showDay, showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { sureFields } from '../../platform/http/sure.ts'
import { type Showing, show } from '../../reports/engine/index.ts'
import { fieldModel } from '../../reports/form/index.ts'
import { type Village, villageTitle } from '../units/index.ts'
import { questions } from './questions.ts'
import type { Profile } from './villages.queries.ts'

export function villagesPage({ t, locale, actor }: Context, villages: Village[], described: Map<string, Date>) {
  const text = ({ code }: Village) => {
    const at = described.get(code)
    return at ? t('village.since', { day: showDay(dayIn(actor.timeZone, at), locale) }) : t('village.undescribed')
  }
  return {
    title: t('village.list'),
    heading: t('village.list'),
    back: paths.register('keluarga'),
    rows: villages.map((village) => ({
      href: paths.village(village.code),
      title: villageTitle(village),
      text: [village.subdistrict, text(village)].filter((part) => part !== '').join(' · '),
      chip: '' as const,
    })),
  }
}

/** `term` names coded unknowns; the profile has none, and asks nobody. */
export function villagePage(context: Context, village: Village, profile: Profile | null) {
  const { t, locale, actor } = context
  const showing: Showing = { locale, names: { village: String, entry: String, term: () => undefined } }
  const answers = (profile?.details ?? {}) as Record<string, unknown>
  const rows = Object.entries(questions)
    .map(([key, field]) => ({ label: field.label[locale], value: show(field, answers[key], showing) }))
    .filter(({ value }) => value !== '')
    .map((row) => ({ ...row, lines: [] as string[] }))
  const by = profile && {
    at: showInstant(profile.updatedAt, actor.timeZone, locale),
    who: `${profile.editor.pangkat} ${profile.editor.name}`,
  }
  return {
    title: t('village.titleOf', { village: villageTitle(village) }),
    heading: t('village.profile'),
    back: paths.villages,
    lead: [village.subdistrict, by ? t('village.by', by) : ''].filter((part) => part !== '').join(' · '),
    sections: rows.length === 0 ? [] : [{ title: t('register.known'), rows }],
    editLabel: t(rows.length === 0 ? 'village.fill' : 'app.change'),
    emptyText: rows.length === 0 ? t('village.empty') : '',
    editHref: mayEver(actor, 'register.keep') ? paths.editVillage(village.code) : '',
  }
}

export interface VillageForm {
  village: Village
  wire: Record<string, unknown>
  errors: Map<string, string>
  seen: string
}

export function editVillagePage({ t, locale, today }: Context, { village, wire, errors, seen }: VillageForm) {
  const asking = { wire, errors, today, locale, t, villages: [] }
  return {
    title: t('village.titleOf', { village: villageTitle(village) }),
    heading: t('app.change'),
    subheading: villageTitle(village),
    back: paths.village(village.code),
    hasErrors: errors.size > 0,
    problems: [...errors].map(([name, message]) => ({ href: `#f-${name}`, message })),
    note: t('village.note'),
    action: paths.editVillage(village.code),
    hidden: [
      { name: 'versi', value: seen },
      ...sureFields(Object.keys(questions).flatMap((key) => (questions[key]!.format === 'name' ? [wire[key]] : []))),
    ],
    fields: Object.entries(questions).map(([name, field]) => fieldModel(name, field, asking)),
    bar: {
      primary: { label: t(seen === '' ? 'app.save' : 'app.saveChanges'), name: 'aksi', value: 'simpan' },
      secondary: '' as const,
      text: '',
    },
  }
}
