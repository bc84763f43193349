import { type Village, villageTitle } from '../../administration/units/index.ts'
import { rtRw } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { readLabel, type Showing, show } from '../../reports/engine/index.ts'
import { lastVisited } from '../../reports/form/index.ts'
import type { WholeEntry } from './entry.queries.ts'
import { valuesOf } from './entry-values.ts'
import type { RegisterKind } from './kinds.ts'
import type { FoundEntry } from './search.queries.ts'

export interface Choosing {
  kind: RegisterKind
  entry: WholeEntry
  villages: Village[]
  text: string
  found: FoundEntry[]
}

/** Of which other entry this one is a double. */
export function choosePage(context: Context, { kind, entry, villages, text, found }: Choosing) {
  const { t, locale } = context
  const nameOf = new Map(villages.map((village) => [village.code, villageTitle(village)]))
  return {
    title: t('register.mergeTitle', { name: entry.name }),
    heading: t('register.merge'),
    back: paths.entry(kind.name, entry.id),
    action: paths.mergeEntry(kind.name, entry.id),
    searchLabel: kind.searchLabel[locale],
    text,
    rows: found.map((one) => ({
      href: paths.mergeEntry(kind.name, entry.id, { dengan: one.id }),
      title: one.name,
      text: [
        [rtRw(one), nameOf.get(one.villageCode) ?? ''].filter((part) => part !== '').join(', '),
        lastVisited(context, kind.name, one.lastVisitAt),
      ].join(' · '),
      chip: '' as const,
    })),
  }
}

export interface Comparing {
  kind: RegisterKind
  double: WholeEntry
  staying: WholeEntry
  visits: { double: number; staying: number }
  nikEnds: { double: string; staying: string }
  term: Showing['names']['term']
}

/** Both side by side, and what the one that stays will have. */
export function comparePage({ t, locale }: Context, comparing: Comparing) {
  const { kind, double, staying, visits, nikEnds, term } = comparing
  const showing = { locale, names: { village: String, entry: String, term } }
  const [left, right] = [valuesOf(double), valuesOf(staying)]
  const asked = Object.entries(kind.fields).filter(([key]) => key !== 'wilayah' && key !== 'nik')
  const rows = asked
    .map(([key, field]) => [
      readLabel(field, locale),
      show(field, left[key], showing),
      show(field, right[key], showing),
    ])
    .filter(([, one, other]) => one !== '' || other !== '')
  const called = (one: WholeEntry) => (double.name === staying.name ? `${one.name} (${rtRw(one)})` : one.name)
  const masked = (end: string) => (end === '' ? '' : `••••${end}`)
  return {
    title: t('register.compare'),
    heading: t('register.merge'),
    back: paths.mergeEntry(kind.name, double.id),
    action: paths.mergeEntry(kind.name, double.id),
    hidden: [
      { name: 'dengan', value: staying.id },
      { name: 'versi', value: String(double.version) },
      { name: 'versiTetap', value: String(staying.version) },
    ],
    table: {
      caption: t('register.compare'),
      head: [t('register.answer'), t('register.double'), t('register.staying')].map((label) => ({
        label,
        align: 'left',
        href: '',
      })),
      rows: [
        ...rows,
        [t('register.nik'), masked(nikEnds.double), masked(nikEnds.staying)],
        [
          t(kind.name === 'kelompok' ? 'register.guidanceCount' : 'register.visitCount'),
          String(visits.double),
          String(visits.staying),
        ],
      ].map(([label, one, other]) => [cell(label!, true), cell(one || '–', false), cell(other || '–', false)]),
      foot: [],
    },
    bar: {
      primary: { label: t('register.mergeNow'), name: 'aksi', value: 'gabung' },
      secondary: '' as const,
      text: t('register.mergeText', { staying: called(staying), double: called(double) }),
    },
    otherLabel: t('register.otherWay', { double: called(double) }),
    otherHref: paths.mergeEntry(kind.name, staying.id, { dengan: double.id }),
  }
}

const cell = (text: string, header: boolean) => ({ text, href: '', align: 'left', small: '', header })
